import { expect } from 'vitest';
import { documentOf } from '#main/library/article-document.ts';
import { openLibrary } from '#main/library/library.ts';
import { searchLibrary } from '#main/library/search-library.ts';
import type { Failure, FailureCode } from '#preload/contract/failure.ts';
import { failures as english } from '#preload/messages/en/failures.ts';
import { failures as simplified } from '#preload/messages/zh-hans/failures.ts';
import { failures as traditional } from '#preload/messages/zh-hant/failures.ts';
import { dumpLibrary, type LibraryDump } from '#test/helpers/dump-library.ts';
import { type SyncOptions, trySync } from '#test/helpers/sync-library.ts';
import { archiveId, type FaultBed, range } from './fault-bed.ts';

export interface Fault {
  readonly name: string;
  /** What the reader is told. */
  readonly code: FailureCode;
  readonly details?: Readonly<Record<string, string | number>>;
  /** Whether it strikes before anything of the news can have come. */
  readonly isBeforeNews: boolean;
  readonly mostRequests?: number;
  /** What the server may send, at most, besides the news; `handshakeBytes` by default. */
  readonly extraBytes?: number;
}

/** What asking costs: heads, capabilities, branches and trees, and what is on the way when one side ends it. */
export const handshakeBytes = 8_000;
/** Ends a sync that would never end; no test comes near it. */
const guardMs = 20_000;
const untouchedArticles = range(0, 24).filter((number) => ![3, 4, 5].includes(number));

/**
 * A sync of an old library meets the fault, then one does not. What has to hold: the old library can be read and searched as
 * before; bytes and time have an end; the failure has words; and nothing in the library tells afterwards that it happened.
 */
export async function proveFault(bed: FaultBed, fault: Fault, origin: string, options: SyncOptions = {}): Promise<void> {
  const libraryDir = bed.oldLibrary();
  const { wireBytesOut: sentBefore, requests: requestsBefore } = bed.server.count;
  const signal = AbortSignal.timeout(guardMs);
  const { failure } = await trySync(libraryDir, { id: archiveId, origin }, { ...options, signal });
  const sent = bed.server.count.wireBytesOut - sentBefore;
  expect(failure, 'a failure').toMatchObject({ code: fault.code, details: fault.details ?? {} });
  expectWords(failure);
  expect(bed.server.count.requests - requestsBefore).toBeLessThanOrEqual(fault.mostRequests ?? 5);
  expect(sent).toBeLessThan((fault.isBeforeNews ? 0 : bed.newsBytes) + (fault.extraBytes ?? handshakeBytes));
  await expectOldIntact(bed, libraryDir, fault.isBeforeNews);
  await expectRecovery(bed, libraryDir);
}

/** The next sync succeeds, and the library is the one that never saw the fault. */
export async function expectRecovery(bed: FaultBed, libraryDir: string): Promise<void> {
  const report = await trySync(libraryDir, { id: archiveId, origin: bed.server.urlOf(bed.repositoryName) });
  expect(report).toMatchObject({ failure: null, failed: [] });
  expectSame(dumpLibrary(libraryDir), bed.dumpAfter);
}

export function expectSame(dump: LibraryDump, other: LibraryDump): void {
  expect(Object.keys(dump)).toEqual(Object.keys(other));
  for (const [table, rows] of Object.entries(dump)) expect(rows, table).toEqual(other[table]);
}

/** In every language of the window: what happened, what is safe, what to do. */
export function expectWords(failure: Failure | null): void {
  if (failure === null) return expect.unreachable('there is no failure');
  expect(failure.code).not.toBe('internal');
  const titles = [english, simplified, traditional].map((catalogue) => {
    const words = catalogue[failure.code];
    for (const sentence of [words.title(failure.details ?? {}), words.safe, words.step.label, words.step.hint]) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    }
    return words.title(failure.details ?? {});
  });
  expect(new Set(titles).size).toBe(3);
}

/**
 * Every article of the old state is there, row for row; one whose page is among the news may have arrived already. With
 * `isUntouched` nothing at all has changed but for the note that a sync failed.
 */
async function expectOldIntact(bed: FaultBed, libraryDir: string, isUntouched: boolean): Promise<void> {
  const { state, articles = [], ...rest } = dumpLibrary(libraryDir);
  const { state: stateBefore, articles: articlesBefore = [], ...before } = bed.dumpBefore;
  expect(state).not.toEqual(stateBefore);
  if (isUntouched) expect({ articles, ...rest }).toEqual({ articles: articlesBefore, ...before });
  const known = new Set([...articlesBefore, ...(bed.dumpAfter['articles'] ?? [])]);
  expect(articles.filter((row) => !known.has(row))).toEqual([]);
  const keys = new Set(articles.map(keyOf));
  expect(articlesBefore.filter((row) => !keys.has(keyOf(row)))).toEqual([]);
  expect(rest['toBeIndexed']).toEqual(['{"articles":0}']);
  await expectReadable(libraryDir);
}

const keyOf = (row: string): string => (JSON.parse(row) as { readonly key: string }).key;

/** Articles that no news touch can be searched for and read. */
export async function expectReadable(libraryDir: string): Promise<void> {
  const library = openLibrary(libraryDir);
  try {
    for (const number of untouchedArticles) {
      const id = `${archiveId}:pages/${number}.md`;
      const { hits, total } = searchLibrary(library, { query: `word${number}`, sort: 'newest', offset: 0, limit: 5 });
      expect([total, hits.map((hit) => hit.id)]).toEqual([1, [id]]);
    }
    const id = `${archiveId}:pages/7.md`;
    const html = await documentOf(library, { id, find: '', isOriginal: false, version: null, language: 'en' });
    expect(html).toContain('word7');
  } finally {
    library.close();
  }
}
