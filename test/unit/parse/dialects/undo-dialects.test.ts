import { describe, expect, it } from 'vitest';
import { undoDialects } from '#main/parse/dialects/undo-dialects.ts';
import { articleOf } from '../archive-pages.ts';

const htmlOf = (text: string, path = 'posts/a.md'): string => articleOf(`# T\n\n${text}`, path).html;

describe('notes that stand apart', () => {
  it.each([
    ['::: tip\nwords\n:::', 'Tip'],
    ['::: tip 标题\nwords\n:::', '标题'],
    [':::note[A *title*]\nwords\n:::', 'A <em>title</em>'],
    [':::info **Title**\n\nwords\n\n:::', 'Title'],
    ['::: {.warning}\nwords\n:::', 'Warning'],
    ['!!! note "Title"\n    words', 'Title'],
    ['??? tip\n\n    words', 'Tip'],
    ['!!! info inline end "Title"\n\twords', 'Title'],
    ['> [!WARNING]\n> words', 'Warning'],
    ['> [!tip]- 标题\n> words', '标题'],
    ['{% hint style="info" %}\nwords\n{% endhint %}', 'Info'],
    ['{{% notice tip "Title" %}}\nwords\n{{% /notice %}}', 'Title'],
    ['{{< admonition type=tip title="Title" >}}\nwords\n{{< /admonition >}}', 'Title'],
    ['{% note info 标题 %}\nwords\n{% endnote %}', '标题'],
    ['<Callout type="warning" title="Title">\n\nwords\n\n</Callout>', 'Title'],
    ['<Tip>\n\nwords\n\n</Tip>', 'Tip'],
  ])('%j is a quotation under its title', (text, title) => {
    expect(htmlOf(text)).toBe(`<blockquote><p><strong>${title}</strong></p><p>words</p></blockquote>`);
  });

  it.each(['!!! note ""\n    words', '::: details\nwords\n:::', '> [!quote]\n> words'])('%j has no title', (text) => {
    expect(htmlOf(text)).toBe('<blockquote><p>words</p></blockquote>');
  });

  it('may hold each other, and code that looks like them', () => {
    expect(htmlOf('::::tip\nouter\n:::warning\ninner\n```\n:::\n```\n:::\n::::\n\nafter')).toBe(
      '<blockquote><p><strong>Tip</strong></p><p>outer</p><blockquote><p><strong>Warning</strong></p><p>inner</p><pre><code>:::\n</code></pre></blockquote></blockquote><p>after</p>',
    );
  });

  it('lose only their marker where nothing closes them, and where they are no notes', () => {
    expect(htmlOf('::: tip\nwords\n\nmore')).toBe('<p><strong>Tip</strong></p><p>words</p><p>more</p>');
    expect(htmlOf('::: columns\nwords\n:::\n\n:::\n\nmore')).toBe('<p>words</p><p>more</p>');
  });

  it('stay inside the list they belong to', () => {
    expect(htmlOf('1. one\n\n   ::: tip\n   words\n   :::\n\n2. two')).toBe(
      '<ol><li>one<blockquote><p><strong>Tip</strong></p><p>words</p></blockquote></li><li>two</li></ol>',
    );
    expect(htmlOf('1. one\n\n   {% hint style="tip" %}\n   words\n   {% endhint %}\n\n2. two')).toBe(
      '<ol><li>one<blockquote><p><strong>Tip</strong></p><p>words</p></blockquote></li><li>two</li></ol>',
    );
  });
});

describe('tabs', () => {
  it.each([
    '=== "Linux"\n\n    words\n',
    '{% tabs %}\n{% tab title="Linux" %}\nwords\n{% endtab %}\n{% endtabs %}',
    '{{< tabs >}}\n{{< tab "Linux" >}}\nwords\n{{< /tab >}}\n{{< /tabs >}}',
    '<Tabs>\n  <TabItem value="linux" label="Linux">\n\n    words\n\n  </TabItem>\n</Tabs>',
    ':::tabs\n@tab Linux\nwords\n:::',
  ])('%j become their names and what they hold', (text) => {
    expect(htmlOf(text)).toBe('<p><strong>Linux</strong></p><p>words</p>');
  });
});

describe('tags of templates', () => {
  it.each([
    ['a {{< unknown x=1 >}} b', 'a b'],
    ['a {{< unknown "some words" >}} b', 'a some words b'],
    ['{{< box >}}\ninside\n{{< /box >}}', 'inside'],
    ['a {{ page.title }} {{ site.url | escape }} b', 'a b'],
    ['a {{ "words" | upcase }} {{ two words }}', 'a words two words'],
    ['{% if x == "some words" %}a{% endif %} b', 'a b'],
    ['{% comment %}hidden{% endcomment %}a', 'a'],
    ['{% raw %}{{ shown }}{% endraw %}', '{{ shown }}'],
    ['{{#include x.rs}}\n\n{{#title T}}\n\na', 'a'],
    ['{% assign url = "https://x.example/y" %}a', 'a'],
    ['{{ two words | more }} of {{ name | upcase }}', 'two words | more of'],
    ['{{< figure >}}<<< Back', '<<< Back'],
    ['[[ -f x ]] a', '[[ -f x ]] a'],
    ['an open {{ brace, and {% another', 'an open {{ brace, and {% another'],
    ['`{{ code }}` and ``{% x %}``', '{{ code }} and {% x %}'],
    ['<!-- more -->\n\n[//]: # (hidden)\n\na', 'a'],
  ])('%j reads %j', (text, read) => {
    expect(articleOf(`# T\n\n${text}`).text).toBe(read);
  });

  it.each([
    ['{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}', 'puts "{{ x }}"\n'],
    ['{% codeblock lang:js %}\n{% x %}\n{% endcodeblock %}', '{% x %}\n'],
    ['{{< highlight go "linenos=1" >}}\n::: x\n{{< /highlight >}}', '::: x\n'],
    ['~~~ js\n{{ x }}\n~~~', '{{ x }}\n'],
    ['    {{ x }}\n    [[y]]', '{{ x }}\n[[y]]\n'],
  ])('leave the code in %j alone', (text, code) => {
    expect(htmlOf(text)).toBe(`<pre><code>${code}</code></pre>`);
  });

  it('that stand for a link or an address lead there', () => {
    const links = (text: string, path?: string): readonly string[] =>
      articleOf(`${'More words than links. '.repeat(20)}\n\n${text}`, path).links.map(({ url }) => url);
    expect(
      links(
        '[a]({% post_url 2021-03-04-x %}) [b]({% link docs/y.md %}) [c]({{< ref "z.md" >}}) [d]({{ site.baseurl }}/w.md) {% post_link v "V" %}',
        '_posts/2021-01-01-a.md',
      ),
    ).toEqual(['page:_posts/2021-03-04-x.md', 'page:docs/y.md', 'page:_posts/z.md', 'page:w.md', 'page:_posts/v.md']);
    expect(links('[a]({% post_url 2021-03-04-x %}) {% embed url="https://x.example/y" %}', 'a.md')).toEqual([
      'page:_posts/2021-03-04-x.md',
      'https://x.example/y',
    ]);
  });

  it('that stand for a picture or a film show it', () => {
    const article = articleOf(
      '{{< figure src="a.png" alt="A" caption="An *a*" >}}\n\n{% asset_img b.jpg 雨 %}\n\n{{< youtube x-1 >}}',
      'posts/stem.md',
    );
    expect(article.pictures).toEqual([
      { url: 'posts/a.png', alt: 'A' },
      { url: 'posts/stem/b.jpg', alt: '' },
    ]);
    expect(article.html).toContain('<figcaption>An <em>a</em></figcaption>');
    expect(article.html).toContain('<figcaption>雨</figcaption>');
    expect(article.html).toContain('data-embed="video"');
  });
});

describe('wiki links', () => {
  it('lead to pages of that name', () => {
    expect(articleOf('[[Page]] [[Page#Some Part|text]] [[dir/Page]] [[#Part]] ![[Note]]', 'vault/a.md').links).toEqual([
      { text: 'Page', url: 'page:vault/Page.md' },
      { text: 'text', url: 'page:vault/Page.md#at-some-part' },
      { text: 'dir/Page', url: 'page:dir/Page.md' },
      { text: 'Part', url: '#at-part' },
      { text: 'Note', url: 'page:vault/Note.md' },
    ]);
  });

  it('with an exclamation mark show pictures; links in brackets stay', () => {
    const article = articleOf('![[a b.png|300]] ![[c.jpg|words]] [[1]](https://x.example/y)', 'vault/a.md');
    expect(article.pictures).toEqual([
      { url: 'vault/a b.png', alt: '' },
      { url: 'vault/c.jpg', alt: 'words' },
    ]);
    expect(article.links).toEqual([{ text: '[1]', url: 'https://x.example/y' }]);
  });
});

describe('marks', () => {
  it.each([
    ['a ==b c== d == e == f', '<p>a <mark>b c</mark> d == e == f</p>'],
    ['++ctrl+c++ and i++ and C++', '<p><kbd>ctrl</kbd>+<kbd>c</kbd> and i++ and C++</p>'],
    ['他说**“重要。”**然后', '<p>他说<strong>“重要。”</strong>然后</p>'],
    ['__旅行。__如果', '<p><strong>旅行。</strong>如果</p>'],
    ['@[x](https://x.example/y)__ __投稿', '<p>@<a href="https://x.example/y">x</a> 投稿</p>'],
    ['__init__.py and 2 ** 3 ** 4', '<p><strong>init</strong>.py and 2 ** 3 ** 4</p>'],
    [':smile: stays', '<p>:smile: stays</p>'],
    ['$a_1 + b_2$ costs $5 or $6', '<p><code>a_1 + b_2</code> costs $5 or $6</p>'],
    ['$$\na_1 * b_2\n$$', '<pre><code>a_1 * b_2\n</code></pre>'],
    ['words\n{: .lead #x }', '<p>words</p>'],
    [
      '![](i.png){ width=650 } [a](b.md){:target="_blank"}',
      '<p><img data-picture="0" alt=""> <a href="page:posts/b.md">a</a></p>',
    ],
    ['a set {x, y} and {a: 1}', '<p>a set {x, y} and {a: 1}</p>'],
    ['[TOC]\n\n[[toc]]\n\n* TOC\n{:toc}\n\nwords', '<p>words</p>'],
    ['*[HTML]: a language', '<p>HTML: a language</p>'],
    ['%% hidden %%\n\n%%\nhidden\n%%\n\n100%% sure', '<p>100%% sure</p>'],
  ])('%j becomes %j', (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  it('that name a heading are places to lead to', () => {
    expect(htmlOf('[down](#here)\n\n## One\n\n## Two {#here}')).toBe(
      '<p><a href="#at-here">down</a></p><h2>One</h2><h2 id="at-here">Two</h2>',
    );
  });

  it('of definitions make a list', () => {
    expect(htmlOf('Term\n: one\n: two\n\nOther\n\n:   three\n    more\n\nwords')).toBe(
      '<dl><dt>Term</dt><dd>one</dd><dd>two</dd><dt>Other</dt><dd>three more</dd></dl><p>words</p>',
    );
  });
});

describe('components', () => {
  it('go with their imports and statements, and leave what they say and hold', () => {
    const text =
      "import A from './a';\nexport const x = [\n  1,\n];\n\n{/* hidden */}\n\n<Wrap\n  list={[{ a: '>' }]}\n>\n\nwords <Badge text=\"new\" />\n\n</Wrap>\n";
    expect(htmlOf(text)).toBe('<p>words new</p>');
  });

  it('are not what HTML in capitals or a type of a language is', () => {
    expect(htmlOf('<P>one</P>\n\n<A HREF="https://x.example/y">two</A>\n\na Map<String, List> here')).toContain('>two</a>');
    expect(undoDialects('<TABLE><TR><TD>x</TD></TR></TABLE>', 'a.md')).toBe('<TABLE><TR><TD>x</TD></TR></TABLE>');
  });
});

const hostile: readonly (readonly [string, string])[] = [
  '{{',
  '{% a "',
  '{% raw %}',
  '{{< a "',
  '[[a|',
  '::: tip\n',
  ':::\n',
  '!!! note\n    ',
  '==a',
  '$a',
  '$$\n',
  '<A ',
  '<Ab x={',
  '<Ab>\n',
  '**a',
  '__a_',
  '{#',
  '# a {#b}\n',
  '{.a .b ',
  'a\n: b\n',
  '```\n',
  '`a``b```c',
  '*[a',
  '> [!NOTE]\n',
  '%%\n',
  '<pre>\n',
  '<code>',
  ' ^a',
  'a: b\n',
  '\\(',
].map((piece) => [piece, piece.repeat(Math.ceil(200_000 / piece.length))]);

it.each(hostile)('a page made of %j is read to its end', (_piece, text) => {
  expect(undoDialects(text, 'a.md').length).toBeLessThan(8 * text.length);
});

it('a page without any of this is returned as it is', () => {
  const text = '# Title\n\nWords, [a link](a.md).\n\n- one\n';
  expect(undoDialects(text, 'a.md')).toBe(text);
});
