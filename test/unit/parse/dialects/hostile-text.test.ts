import { describe, expect, it } from 'vitest';
import { undoDialects } from '#main/parse/dialects/undo-dialects.ts';

/** What each file of the folder looks for, begun and not ended, and a few constructs that are whole. */
const openings: readonly (readonly [string, readonly string[]])[] = [
  [
    'attribute-lists',
    ['{#', '{:', '{.a .b ', '{a="', "{a='", '# a {#b}\n', '{: .a}', '[a](b){.c}', '[a]{.b}', '*a*{.b}', '<a>{.b}'],
  ],
  ['contents', ['[toc]\n', '<!-- toc', '@[toc](', '- toc\n{:toc}\n']],
  [
    'components',
    ['<A', '<A ', '<Ab x={', '<Ab x="', '<Ab>\n', '</Ab>', '<Ab a a', '<A>{/*', 'import {\n', 'export const a = {\n'],
  ],
  ['containers', ['::: ', '::: tip\n', ':::\n', ':::tip[', '::: a{', '::: tabs\n@tab a\n', '<<< @/', '> [!NOTE]\n', '> [!']],
  ['definition-lists', ['a\n: b\n', ': ', 'a\n\n:   b\n    ']],
  ['indented-containers', ['!!! ', '!!! note\n    ', '??? ', '=== "', '=== "a"\n    ']],
  ['inline-marks', ['**a', '__a_', '==a', '++a+', '*[a', '-8<-', '--8<-- "']],
  ['mathematics', ['$', '$a', '$$\n', '$$ a\n', '\\(a_(']],
  ['protect-code', ['```\n', '~~~\n', '`a``b```c', '<pre>\n', '<code>', '\ufdd0', '{% highlight %}\n']],
  ['template-tags', ['{{', '{% x "', '{% raw %}', '{{< a "', '{{% x ', '{% note ', '{% a {{ b {{< c ']],
  ['wiki-links', ['[[', '[[a|', '![[a#', '%%\n', '%% a', ' ^a']],
];

/** A search that begins anew at each mark, or at each character behind one, takes minutes on these. */
function made(opening: string): readonly string[] {
  const last = opening.trimEnd().slice(-1);
  return [
    `${opening}${'a'.repeat(200_000)}`,
    `${opening}${' '.repeat(200_000)}x`,
    `${opening}${last.repeat(200_000)} x\nx ${opening}x`,
    `${opening}${'-'.repeat(200_000)}${'a'.repeat(500)}`,
    opening.repeat(50_000),
    `${opening}\n`.repeat(50_000),
    `${opening} ab `.repeat(50_000),
  ];
}

describe.each(openings)('text made to keep %s busy', (_file, marks) => {
  it.each(marks)('%j is read to its end', (opening) => {
    for (const text of made(opening)) expect(undoDialects(text, 'a.mdx').length).toBeLessThan(12 * text.length);
  });
});
