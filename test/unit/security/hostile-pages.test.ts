import { describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import { inputOf } from '#test/unit/parse/archive-pages.ts';
import { costOf } from './cost.ts';

const bytes = 100_000;
const filled = (seed: string): string => seed.repeat(Math.ceil(bytes / seed.length));
const deep = (tag: string): string => `${`<${tag}>`.repeat(10_000)}the words${`</${tag}>`.repeat(10_000)}`;

/** What backtracking patterns and recursive parsers choke on, a hundred kilobytes of each. */
const seeds: readonly (readonly [name: string, text: string])[] = [
  ...[
    '[',
    '<',
    '&',
    '*a **b',
    '> ',
    '`',
    '_',
    '~',
    '|',
    '![',
    '](',
    '<!--',
    '&#',
    '\\',
    '- ',
    '1. ',
    '#',
    '<a href="',
    "='",
    '{{',
    '{%',
    ':::',
    '$',
    '[[',
    '==',
    '+',
    '\t',
    '\u3000',
    'a@',
    'http://',
    '2024-01-',
  ].map((seed) => [`${JSON.stringify(seed)} without end`, filled(seed)] as const),
  ...['div', 'b', 'table', 'blockquote', 'ul', 'a', 'svg', 'template', 'math'].map(
    (tag) => [`ten thousand open <${tag}>`, deep(tag)] as const,
  ),
  ['spaces before an end that does not come', `a${' '.repeat(bytes)}b`],
  ['attributes without end', `<p ${filled('a=1 ')}>the words`],
  ['front matter that never ends', `---\n${filled('a: b\n')}`],
  ['front matter of anchors', `---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n---\nthe words`],
];

describe('a page made to keep the processor busy', () => {
  it.each(seeds)('%s is read, or refused, soon', async (_name, text) => {
    const { outcome, cpuMs, grownBytes } = await costOf(() => typeof parsePage(inputOf(text, 'a.md')).ok);
    expect(outcome).toBe('boolean');
    expect(cpuMs).toBeLessThan(1_000);
    expect(grownBytes).toBeLessThan(300_000_000);
  });
});
