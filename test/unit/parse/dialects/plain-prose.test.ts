import { describe, expect, it } from 'vitest';
import { undoDialects } from '#main/parse/dialects/undo-dialects.ts';
import { articleOf } from '../archive-pages.ts';

const mark = String.fromCharCode(0xfd_d0);

describe('what only looks like a dialect stays as it is', () => {
  it.each([
    'Above a <Threshold the words go on.\n\nAnother > sign.',
    'If a <Threshold and b then c > d all is well.',
    'A Map<Key, "a > b"> and a <Name> in prose.',
    'The set {x=1} and $ {y=2} and \\frac{a}{b} and f(x){x=1} and \\sum_{i=1}^{n}',
    '# The case {x=1}\n\nwords\n{x=1}\n\nwords {.aside} words',
    'where a_{.5} and \\sqrt[3]{width} and (words){.aside} and a > {.b}',
    '\\begin{align}\na_{i=1} &= b\n\\end{align}',
    '- TOC\n\nwords',
    '!!! Breaking news\n\nwords',
    '!!! Breaking news\n    more of it',
    '??? What was that\n    more of it',
    '!!! note\n\nwords without a body',
    '!!! moor rain\n    more of it',
    '!!! note "a" b\n    more of it',
    '=== moor "rain"\n    more of it',
    '::: some words\n\nwithout an end',
    '::: left\n\nwithout an end',
    '@tab words\n\n::: some words',
    '> [!Breaking] news',
    'cp $A=$B and "$A_B"=$C, $HOME/x_1:$(pwd)',
    'a {% and 6 %} of 7, {{ user.name }} there',
    'a {% percent of those asked %} b and {% for the sake of it %} c',
    'a {{! not hidden }} b {% endless words here %} c',
    'a}{{b}}{{c}}d',
    '用 __init__ 方法，用__init__方法。',
    'foo__-__bar and foo**-**bar and 2**(3)**4',
    'if (a)==b&&(c)==d or x ==1&&y== 2 or a[0]==b, c[1]==d',
    'import taxes rose\n\nexport let users vote\n\nexport default rates rose\n\n<Wrap x="y">',
    '++i++j and ++a+++b',
    '[[1]] and a[[i]] and [[ -f x ]] and [[12, 3]]',
    'word ^second',
    '-8<- some words',
    '<<< ./some words',
  ])('%j', (text) => {
    const kept = text.replace('<Wrap x="y">', '');
    expect(undoDialects(text, 'a.md')).toBe(kept);
  });

  it.each([
    ['a span of code over `two\nlines {{ site.x }} and [[y]]` there', '{{ site.x }} and [[y]]'],
    ['> a span of code over `two\n> lines {{ site.x }} and [[y]]` there', '{{ site.x }} and [[y]]'],
    ['<code>a <b>{{ site.x }}</b></code>', '{{ site.x }}'],
    ['`a <code>b</code> c`', '`a <code>b</code> c`'],
    ['$\\frac{{a}}{{b}}$ and $x_{.a}$', '`\\frac{{a}}{{b}}` and `x_{.a}`'],
    ['$$\n\\frac{{a}}{{b}} {% x %}\n$$', '\\frac{{a}}{{b}} {% x %}'],
    ['\\(a_{{b}}\\)', '`a_{{b}}`'],
  ])('code and mathematics in %j', (text, kept) => {
    expect(undoDialects(text, 'a.md')).toContain(kept);
  });

  it.each([
    ['a{{ site.x }}b', 'a b'],
    ['a{{ site.x }}{{ site.y }}b', 'a b'],
    ['a{{< x >}}b', 'a b'],
    ['[a]({{ site.url }}/b)', '[a](/b)'],
    ['a {% icon "star" %} b', 'a  b'],
    ['{% cta three plain words %}', 'three plain words'],
    ['{% if page.x and y == "a b" %}c{% endif %}', 'c'],
  ])('a tag that becomes nothing glues no words: %j', (text, made) => {
    expect(undoDialects(text, 'a.md')).toBe(made);
  });

  it.each([
    ['!!! note that all of this\n    words', '**note that all of this**'],
    ['::: some words\nwords\n:::', '**some words**'],
    ['::: theorem\nwords\n:::', '**theorem**'],
    [':::tip[One] two\nwords\n:::', '**One two**'],
    ['::: tip some words', '**tip some words**'],
  ])('every word of the opening line of %j is kept', (text, kept) => {
    expect(undoDialects(text, 'a.md')).toContain(kept);
  });

  it('characters that a program may use for itself', () => {
    const all = Array.from({ length: 0x19_00 }, (_unused, at) => String.fromCharCode(0xe0_00 + at)).join('');
    const text = `${mark}1${mark} \uf8ff0\uf8ff \`${mark}0${mark}\` ${all} {{ two words }}\n\n    ${mark}2${mark}\n`;
    expect(undoDialects(text, 'a.md')).toBe(text.replace('{{ two words }}', 'two words'));
  });
});

describe('what is one goes all the same', () => {
  it.each([
    ['words <Badge new/> and <Term>rain</Term>', 'words  and rain'],
    ['<Steps center>\n\nrain', '\n\nrain'],
    ["import A, { b } from './a'\nimport './c.css'\nexport const d = 1\n\n<Wrap b={1}/>rain", '\nrain'],
    ["import {\n  a,\n} from './a'\n\nexport default function B() {\n  return 1;\n}\n\n<Wrap/>rain", '\n\nrain'],
    ['rain `x`{.y} *z*{.y} <b>z</b>{.y} [z]{.y} ![](z.png){ width=1 }', 'rain `x` *z* <b>z</b> [z] ![](z.png)'],
    ['- rain {: .y }\n- {: .z } moor', '- rain\n- moor'],
    ['1. TOC\n{:toc}\n\nrain', '\n\nrain'],
    ['==一== and (==two==) and *==three==*', '<mark>一</mark> and (<mark>two</mark>) and *<mark>three</mark>*'],
    ['rain ^a1b2c3', 'rain'],
    ['-8<- "a.md"\nrain', '\nrain'],
  ])('%j becomes %j', (text, made) => {
    expect(undoDialects(text, 'a.md').replaceAll(/ +(?=- )|(?<=- ) +/gu, '')).toBe(made);
  });

  it.each(['a.md', 'a.mdx'])('of a page with modules only the statements (%s)', (path) => {
    const prose =
      'export let users vote\n\nimport taxes rose\n\nwords\nexport const is a word\n\nimport { and other words\n\nrain';
    expect(undoDialects(`import A from './a'\n\n<Wrap x="y"/>\n${prose}`, path)).toBe(`\n\n${prose}`);
  });

  it('a component in prose takes nothing that follows it', () => {
    expect(articleOf('# T\n\n<Tip>\n\nfirst\n\n</Tip>\n\nlimit <Tip and more > here\n\nlast').text).toContain('last');
    expect(undoDialects('<Card title="rain\n\nmoor">', 'a.md')).toBe('<Card title="rain\n\nmoor">');
  });
});
