import type { ReadableDb } from '#main/store/database.ts';
import { fold } from './folding.ts';
import { neverStop, type StopCheck } from './stop-check.ts';
import { charactersOf, cutRuns, phraseTokens, shortenRuns, singleCharacter } from './tokens.ts';

/**
 * What is alike
 *
 * Two articles are alike where words and pairs of characters that few articles have stand in both. Those of the title and of the
 * first sentences are asked of the index one by one, each no further than to `commonFrom` articles: what more have than that
 * tells nothing. No text is read, so that it takes the same time however long the articles are.
 */

/** What an article is compared by. */
export interface Likeness {
  readonly title: string;
  /** Its first sentences. */
  readonly lead: string;
}

export interface AlikeArticle {
  readonly rowId: number;
  /** How much of what is rare in the one is in the other: from 0 to 1. */
  readonly share: number;
}

const maximumTitleTokens = 20;
const maximumLeadTokens = 32;
const shortestWord = 3;
/** What so many articles have is no sign that two of them are alike. */
const commonFrom = 300;
const commonTitlesFrom = 200;
/** In a title a word says more of what an article is about. */
const titleWeight = 1.5;
/** What no other article has is mostly where two words happen to meet: it counts less against those that lack it. */
const aloneFactor = 0.5;
/** Of one thing alone, a name in passing, no two articles are alike. */
const leastTokens = 3;
const leastShare = 0.12;

/** In order of their likeness, the most alike first. `articles`: how many there are in all. */
export function findAlike(
  db: ReadableDb,
  { title, lead }: Likeness,
  { rowId, articles }: { readonly rowId: number; readonly articles: number },
  checkStopped: StopCheck = neverStop,
): AlikeArticle[] {
  const titleTokens = tokensOf(title, maximumTitleTokens);
  const leadTokens = tokensOf(lead, maximumLeadTokens);
  const scores = new Scores(rowId, Math.max(articles, 2));
  for (const token of titleTokens) {
    checkStopped();
    scores.add(token, titleWeight, idsWith(db, titlesWith, token, commonTitlesFrom), commonTitlesFrom);
  }
  for (const token of new Set([...titleTokens, ...leadTokens])) {
    checkStopped();
    scores.add(token, 1, idsWith(db, articlesWith, token, commonFrom), commonFrom);
  }
  return scores.best();
}

interface Score {
  weight: number;
  readonly tokens: Set<string>;
}

class Scores {
  readonly #self: number;
  readonly #articles: number;
  readonly #scores = new Map<number, Score>();
  /** Of an article that has everything. */
  #whole = 0;

  constructor(self: number, articles: number) {
    this.#self = self;
    this.#articles = articles;
  }

  add(token: string, factor: number, rowIds: readonly number[], commonFrom: number): void {
    const others = rowIds.filter((rowId) => rowId !== this.#self);
    // In a small library a common word is had by fewer.
    if (rowIds.length > Math.min(commonFrom, Math.max(3, this.#articles / 4))) return;
    const weight = factor * Math.log(1 + this.#articles / (rowIds.length + 1));
    this.#whole += others.length === 0 ? weight * aloneFactor : weight;
    for (const rowId of others) {
      const score = this.#scores.get(rowId) ?? { weight: 0, tokens: new Set() };
      score.weight += weight;
      score.tokens.add(token);
      this.#scores.set(rowId, score);
    }
  }

  best(): AlikeArticle[] {
    return [...this.#scores]
      .filter(([, { tokens }]) => tokens.size >= leastTokens)
      .map(([rowId, { weight }]) => ({ rowId, share: weight / this.#whole }))
      .filter(({ share }) => share >= leastShare)
      .toSorted((one, other) => other.share - one.share || other.rowId - one.rowId);
  }
}

/** Each once, in their order, as the index knows them. */
function tokensOf(text: string, maximum: number): readonly string[] {
  const tokens = new Set<string>();
  for (const { kind, text: run } of cutRuns(fold(text))) {
    if (tokens.size >= maximum) break;
    if (kind === 'chinese') for (const pair of pairsOf(charactersOf(run))) tokens.add(pair);
    else if (run.length >= shortestWord && !/^\d+$/u.test(run)) tokens.add(run);
  }
  return [...tokens].slice(0, maximum);
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, before) => `${characters[before] ?? ''}${character}`);

const articlesWith = 'SELECT rowid AS id FROM fts WHERE fts MATCH ? LIMIT ?';
const titlesWith = 'SELECT rowid AS id FROM fts_title WHERE fts_title MATCH ? LIMIT ?';
const newestWith = 'SELECT rowid AS id FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?';

/** One more than `maximum` where there are more. */
function idsWith(db: ReadableDb, sql: string, token: string, maximum: number): number[] {
  return db.all<{ id: number }>(sql, [`"${token}"`, maximum + 1]).map(({ id }) => id);
}

const maximumPhraseTokens = 12;
/** The name of a shorter title is said for other reasons. */
const leastPhraseTokens = 3;

/** Articles that name another one by its title, the newest first: those that lead to it often do. */
export function findNaming(db: ReadableDb, title: string, maximum: number): number[] {
  const runs = shortenRuns(cutRuns(fold(title)), maximumPhraseTokens);
  const [first] = runs;
  if (!first || singleCharacter([first]) !== null) return [];
  const { tokens } = phraseTokens(runs);
  if (tokens.length < leastPhraseTokens) return [];
  return db.all<{ id: number }>(newestWith, [`"${tokens.join(' ')}"`, maximum]).map(({ id }) => id);
}

export const alikeSql = { articlesWith, titlesWith, newestWith } as const;
