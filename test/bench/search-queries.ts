import { makeRandom, pick, traditionalForms } from '#test/helpers/generated-text.ts';
import type { GeneratedLibrary } from './generated-library.ts';

export interface BenchQuery {
  readonly query: string;
  /** Chinese characters and nothing else: what finds exactly the articles that contain them. */
  readonly isPureChinese: boolean;
}

const simplifiedForm = new RegExp(`[${Object.keys(traditionalForms).join('')}]`, 'gu');

const chinese = (queries: readonly string[]): BenchQuery[] => queries.map((query) => ({ query, isPureChinese: true }));
const other = (queries: readonly string[]): BenchQuery[] => queries.map((query) => ({ query, isPureChinese: false }));

/** Queries of every class, the same for the same library. */
export function chooseQueries({ prose, texts }: GeneratedLibrary): BenchQuery[] {
  const random = makeRandom(60);
  const ofLength = (...lengths: number[]): string[] => prose.words.filter((word) => lengths.includes(word.length));
  const common = ofLength(2).slice(0, 40);
  const word = (): string => pick(random, common);
  const middling = (): string => pick(random, prose.words.slice(100, 2_000));
  const latin = (number: number): string => prose.latin[number % prose.latin.length] ?? '';
  const times = (count: number, make: (number: number) => string): string[] =>
    Array.from({ length: count }, (_, number) => make(number));
  const runOf = (length: number): string => {
    const run = pick(random, pick(random, texts).text.match(/\p{Script=Han}{14,}/gu) ?? ['']);
    return run.slice(0, length);
  };
  return [
    ...chinese(['的', '一', '国', '严', '需', '𠮷']),
    ...chinese(common.slice(0, 8)),
    ...chinese(rarestPairs(texts, random).slice(0, 8)),
    ...chinese(ofLength(3, 4).slice(0, 4)),
    ...chinese(ofLength(3, 4).slice(-4)),
    ...chinese(traditionalQueries(prose.words)),
    ...chinese(times(5, () => runOf(12))),
    ...other(times(3, () => `"${runOf(8)}"`)),
    ...other(times(5, () => `${word()} ${middling()}`)),
    ...other(times(4, () => `${middling()} OR ${middling()}`)),
    ...other([...times(2, () => `${word()} -的`), ...times(2, () => `${middling()} -${word()}`)]),
    ...other(['的 -一', `的 -${word()}`, `${word()} -${word()}`, `title:${word()} -的`, `${word()} -(的 OR 一)`, '-的']),
    ...other(['covid', 'nato', 'CAFE', 'harb*']),
    ...other(times(4, (number) => `${latin(number)} ${middling()}`)),
    ...other(times(2, (number) => `${word()}${latin(number)}`)),
    ...other(times(4, () => `title:${word()}`)),
    ...other([`${word()} after:2022`, `${middling()} after:2019-06 before:2020`, `after:2023-10 ${word()} -${word()}`]),
  ];
}

function traditionalQueries(words: readonly string[]): string[] {
  const folding = words.filter((word) => word.length > 1 && word.search(simplifiedForm) >= 0);
  const picked = [...folding.slice(0, 3), ...folding.slice(-3)];
  return picked.map((word) => word.replaceAll(simplifiedForm, (character) => traditionalForms[character] ?? character));
}

/** Pairs of characters that some article has and few others do. */
function rarestPairs(texts: GeneratedLibrary['texts'], random: () => number): string[] {
  const sample = texts.slice(0, 1_000);
  const candidates = Array.from({ length: 60 }, () => {
    const run = pick(random, pick(random, texts).folded.match(/\p{Script=Han}{4,}/gu) ?? ['']);
    const pair = run.slice(2, 4);
    return { pair, articles: sample.filter(({ folded }) => folded.includes(pair)).length };
  });
  return candidates.toSorted((one, another) => one.articles - another.articles).map(({ pair }) => pair);
}
