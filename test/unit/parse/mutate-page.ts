import { alignHeadings, dropUnusedIds, tidyBody, trimRules } from '#main/parse/tidy-body.ts';
import { cleanBody } from '#main/parse/clean-body.ts';
import type { PageInput, ParsedArticle } from '#main/parse/parsed-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { readHtml } from '#main/parse/read-html.ts';
import { writeBody } from '#main/parse/write-body.ts';
import { generateText, makeRandom, pick } from '#test/helpers/generated-text.ts';
import { forbiddenMarkup } from './forbidden-markup.ts';

type Random = () => number;

/** Larger pages make a run of thousands slow and find nothing more. In bytes. */
const sizeLimit = 60_000;
const vectors = [
  '<script>x()</script>',
  '<img src=a onerror=x()>',
  '<svg><style><img src=a onerror=x()></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=a onerror=x()&gt;">',
  '<noscript><p title="</noscript><img src=a onerror=x()>">',
  '<a href="java&#x09;script:x()">a</a>',
  '[a](javascript:x())',
  '<iframe srcdoc="<script>x()</script>"></iframe>',
  '<p style="background:url(//e.example)" onclick=x()>a',
  '<form><math><mtext></form><form><mglyph><style></math><img src=a onerror=x()>',
  '<!--><img src=a onerror=x()>-->',
  '<table><caption><svg><caption><img src=a onerror=x()></table>',
  '<base href="javascript:x()//"><a href="y">a</a>',
  '<template><img src=a onerror=x()></template>',
  '<plaintext>',
  '<textarea>',
  '<frameset>',
];
const delimiters =
  '*|**|_|`|```\n|~~|[|](|)|![|<|>|</p>|<b>|<a href="#x">|</ok>|<table>|<td>|<pre>|<li>|\n|\n\n|\n> |\n- |\n1. |\t|    |\n# |\n===\n|\n---\n|\n\\| a \\| b \\|\n\\|---\\|---\\|\n|"|\'|&|&amp;|&#0;|\\|[^1]|\n[^1]: a|\n[a]: b|http://a.b|\u3000|\u0301|\u200b|\ufeff|\u0000|<ruby>漢<rt>|<sub><sub>|<figcaption>|<dl><dt>|<hr>|<br>|<a name=x id=x>|---\ntitle: a\n---\n'
    .split(/(?<!\\)\|/u)
    .map((delimiter) => delimiter.replaceAll('\\|', '|'));

const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low));

/** Within a page, not within a character of UTF-8: bytes that are no text at all get a page refused, not read. */
function place(random: Random, bytes: Uint8Array): number {
  let at = between(random, 0, bytes.length);
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

function inserted(bytes: Buffer, at: number, piece: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

type Mutate = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer;

const mutations: readonly Mutate[] = [
  function flipBits(bytes, random) {
    const flipped = Buffer.from(bytes);
    for (let left = between(random, 1, 4); left > 0; left--) {
      const at = between(random, 0, flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << between(random, 0, 8));
    }
    return flipped;
  },
  function cut(bytes, random) {
    const at = place(random, bytes);
    const kept = random() < 0.5 ? bytes.length : at + between(random, 0, 400);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(kept)]);
  },
  function splice(bytes, random, other) {
    const from = place(random, other);
    const piece = other.subarray(from, from + place(random, other.subarray(from, from + 4_000)));
    return inserted(bytes, place(random, bytes), piece);
  },
  function attack(bytes, random) {
    return inserted(bytes, place(random, bytes), Buffer.from(pick(random, vectors)));
  },
  function repeat(bytes, random) {
    const from = place(random, bytes);
    const piece = bytes.subarray(from, from + place(random, bytes.subarray(from, from + 120)));
    return inserted(bytes, from, Buffer.concat(Array.from({ length: between(random, 1, 200) }, () => piece)));
  },
  function sprinkle(bytes, random) {
    let noisy = bytes;
    for (let left = between(random, 1, 20); left > 0; left--)
      noisy = inserted(noisy, place(random, noisy), Buffer.from(pick(random, delimiters)));
    return noisy;
  },
];

/** Damaged pages made of whole ones, one to four injuries each; the same for the same seed. */
export function* mutatedPages(whole: readonly PageInput[], count: number, seed: number): Generator<PageInput> {
  const random = makeRandom(seed);
  const generated = Array.from({ length: 20 }, (_unused, at) => ({
    path: at % 2 === 0 ? `notes/${at}.md` : `notes/${at}.html`,
    bytes: Buffer.from(`# ${generateText(random, 12)}\n\n${generateText(random, 900).replaceAll('\n', '\n\n')}\n`),
    fallbackDay: '2022-03-01',
  }));
  const pages = [...whole, ...generated].filter((page) => page.bytes.length < sizeLimit && parsePage(page).ok);
  for (let made = 0; made < count; made++) {
    const page = pick(random, pages);
    let bytes: Buffer = Buffer.from(page.bytes);
    for (let left = between(random, 1, 5); left > 0; left--)
      bytes = pick(random, mutations)(bytes, random, pick(random, pages).bytes);
    yield { ...page, bytes: bytes.subarray(0, 4 * sizeLimit) };
  }
}

/** What is wrong with how a page was read, in words; null: nothing. A page may be refused, but not because reading it failed. */
export function faultOf(page: PageInput): string | null {
  const result = parsePage(page);
  if (!result.ok) return result.message.startsWith('the page could not be read') ? result.message : null;
  const { article } = result.page;
  if (article === null) return null;
  const forbidden = forbiddenMarkup(article.html);
  if (forbidden.length > 0) return `forbidden: ${forbidden.join(', ')}`;
  const again = readAgain(article);
  return again === article.html ? null : `not the same when read again:\n${article.html}\n${again}`;
}

/** The written body through the same steps once more: what was numbered gets an address back. */
function readAgain({ html, links, pictures }: ParsedArticle): string {
  const markup = html.replaceAll(
    /data-picture="(\d+)"/gu,
    (_whole, at: string) => `src="${escaped(pictures[Number(at)]?.url ?? '')}"`,
  );
  const anchors = new Set(links.filter(({ url }) => url.startsWith('#')).map(({ url }) => url.slice(1)));
  const address = { path: '', originalUrl: null, ownUrl: null, isPublishersMarkup: false };
  const body = cleanBody(readHtml(markup, 'fragment'), address, anchors);
  tidyBody(body);
  trimRules(body);
  alignHeadings(body);
  dropUnusedIds(body);
  return writeBody(body).html;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
