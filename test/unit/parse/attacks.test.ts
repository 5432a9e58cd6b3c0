import { describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import { forbiddenMarkup } from './forbidden-markup.ts';
import { inputOf } from './archive-pages.ts';

/** By class of attack. `x()` stands for what must never run. */
const attacks: Readonly<Record<string, readonly string[]>> = {
  'elements that run': [
    '<script>x()</script>',
    '<SCRIPT SRC=//e.example/x.js></SCRIPT>',
    '<scr<script>ipt>x()</script>',
    '<script/src=data:,x()>',
    '<style>@import url(//e.example/a.css);*{background:url(//e.example)}</style>',
    '<link rel=stylesheet href=//e.example/a.css>',
    '<link rel=dns-prefetch href=//e.example>',
    '<object data=javascript:x()></object>',
    '<embed src=javascript:x()>',
    '<applet code=X></applet>',
    '<frameset onload=x()><frame src=javascript:x()></frameset>',
    '<portal src=//e.example></portal>',
  ],
  'attributes that run': [
    '<p onclick=x()>a',
    '<img src=a onerror=x()>',
    '<img src=a/onerror=x()>',
    '<img """><script>x()</script>">',
    '<body onload=x()>a',
    '<details open ontoggle=x()>a',
    '<video onerror=x()><source onerror=x()></video>',
    '<a href=# onfocus=x() autofocus tabindex=1>a',
    '<marquee onstart=x()>a',
    '<b/onmouseover="x()"/x=">a',
    '<p style="background:url(//e.example)">a',
    '<p style="width:expression(x())">a',
    '<p class=a id=b name=c data-x=1 slot=d is=e part=f>a',
    '<a href="https://e.example/" ping=//e.example target=_blank download>a',
  ],
  'addresses that run': [
    '<a href=javascript:x()>a',
    '<a href="JaVaScRiPt:x()">a',
    '<a href="java&#x09;script:x()">a',
    '<a href="java&#10;script:x()">a',
    '<a href="&#1;javascript:x()">a',
    '<a href="  javascript:x()">a',
    '<a href="javascript&colon;x()">a',
    '<a href="&#106;&#97;vascript:x()">a',
    '<a href="java\u200bscript:x()">a',
    '<a href="vbscript:x()">a',
    '<a href="data:text/html,<script>x()</script>">a',
    '<a href="file:///etc/passwd">a',
    '<a href="blob:https://e.example/1">a',
    '<a href="\\\\e.example\\share">a',
    '<a href="view-source:javascript:x()">a',
    '<a href="page:javascript:x()">a',
    '<a href="page:../../etc">a',
    '<a href="mailto:a@b.example?bcc=c%0d%0aX: y">a',
    '<a href="http://">a',
    '<ok href="javascript:x()">a</ok>',
    '<span href="javascript:x()">a</span>',
    '[a](javascript:x())',
    '[a](<java\nscript:x()>)',
    '![a](javascript:x())',
    '[a]\n\n[a]: javascript:x()',
    '<javascript:x()>',
    '<a xlink:href=javascript:x()>a',
  ],
  'addresses that fetch': [
    '<img src="https://e.example/a.png">',
    '<img srcset="https://e.example/a.png 1x">',
    '<picture><source srcset=//e.example/a.png><img src=//e.example/b.png></picture>',
    '<input type=image src=//e.example/a.png>',
    '<table background=//e.example/a.png><tr><td background=//e.example>a<td>b</table>',
    '<video poster=//e.example/a.png src=//e.example/v.mp4></video>',
    '<iframe srcdoc="<script>x()</script>"></iframe>',
    '<iframe src=//e.example></iframe>',
    '<blockquote cite=//e.example>a</blockquote>',
    '<meta http-equiv=refresh content="0;url=//e.example">',
    '<base href="javascript:x()//"><a href="y">a</a>',
    '<form action=//e.example><button formaction=javascript:x()>a</button></form>',
    '<img data-picture=99999 src>',
    '<p data-embed="video onclick=x()">a',
  ],
  'foreign content and mutation': [
    '<svg><script>x()</script></svg>',
    '<svg onload=x()>',
    '<svg><a xlink:href=javascript:x()><text>a</text></a></svg>',
    '<svg><style><img src=a onerror=x()></style></svg>',
    '<svg></p><style><a id="</style><img src=a onerror=x()>">',
    '<svg><foreignObject><img src=a onerror=x()></foreignObject></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=a onerror=x()&gt;">',
    '<math><mi xlink:href=javascript:x()>a',
    '<form><math><mtext></form><form><mglyph><style></math><img src=a onerror=x()>',
    '<math><annotation-xml encoding="text/html"><img src=a onerror=x()></annotation-xml></math>',
    '<noscript><p title="</noscript><img src=a onerror=x()>">',
    '<template><img src=a onerror=x()></template>',
    '<template shadowrootmode=open><script>x()</script></template>',
    '<textarea><img title="</textarea><img src=a onerror=x()>"></textarea>',
    '<title><img title="</title><img src=a onerror=x()>"></title>',
    '<xmp><img src=a onerror=x()></xmp>',
    '<plaintext><img src=a onerror=x()>',
    '<noembed><img src=a onerror=x()></noembed>',
    '<!--><img src=a onerror=x()>-->',
    '<!-- --!><img src=a onerror=x()> -->',
    '<![CDATA[><img src=a onerror=x()>]]>',
    '<?xml version="1.0"?><img src=a onerror=x()>',
    '<p title="a" title="b"><a title="&quot;><img src=a onerror=x()>" href=#x>a</a>',
    '<img alt="&lt;img src=a onerror=x()&gt;" src=b.png>',
    '&lt;img src=a onerror=x()&gt;',
    '`<img src=a onerror=x()>`',
    '<select><keygen><img src=a onerror=x()></select>',
    '<table><caption><svg><caption><img src=a onerror=x()></table>',
    '<isindex type=image src=1 onerror=x()>',
    '<custom-element onclick=x()>a</custom-element>',
    '<a name="__proto__"></a><a href="#__proto__">a</a>',
    '<p lang="en" onx dir="ltr" onclick>a',
    '\u0000<scr\u0000ipt>x()</script>',
    '<image src=a onerror=x()>',
  ],
};

const vectors = Object.entries(attacks).flatMap(([kind, sources]) => sources.map((source) => [kind, source] as const));

it('there are attacks enough to mean something', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(90);
  expect(vectors.filter(([, source]) => forbiddenMarkup(source).length > 0).length).toBeGreaterThan(75);
});

describe.each([
  ['plain Markdown', (attack: string) => inputOf(`before\n\n${attack}\n\nafter\n`, 'a.md')],
  ['an HTML page', (attack: string) => inputOf(`<!doctype html><body><p>before</p>${attack}</body>`, 'a.html')],
  [
    'a mirror page',
    (attack: string) =>
      inputOf(
        `### t\n-----\n#### [a](../../README.md)\n\n<div><p>before</p>\n${attack}\n</div>\n<hr/>\n原文链接：https://e.example/a/1\n`,
        'pages/a/1.md',
      ),
  ],
  ['a front page', (attack: string) => inputOf(`# t\n\n- [a](a.md)\n\n${'prose '.repeat(400)}\n\n${attack}\n`, 'README.md')],
])('in %s', (_shape, pageWith) => {
  it.each(vectors)('%s: %j leaves nothing forbidden', (_kind, attack) => {
    const result = parsePage(pageWith(attack));
    const article = result.ok ? result.page.article : null;
    expect(article?.text).toContain(_shape === 'a front page' ? 'prose' : 'before');
    expect(forbiddenMarkup(article?.html ?? '<none>')).toEqual([]);
    for (const { url } of article?.pictures ?? []) expect(url).toMatch(/^https?:\/\/|^[^:\\]*$/u);
    for (const { url } of article?.links ?? []) expect(url).toMatch(/^(?:https?:\/\/|mailto:|page:|#at-)/u);
  });
});
