import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '#main/library/library.ts';
import { relatedArticles } from '#main/library/related-articles.ts';
import { suggest } from '#main/library/search-suggestions.ts';
import type { QueryPlan } from '#main/search/plan-hits.ts';
import { countUpTo, findNewest } from '#main/search/find-articles.ts';
import { fold } from '#main/search/folding.ts';
import { countHits } from '#main/search/count-hits.ts';
import { findFacets } from '#main/search/facets.ts';
import { mergeIndex } from '#main/search/index-writer.ts';
import { planQuery } from '#main/search/plan-query.ts';
import { search } from '#main/search/search.ts';
import { findRowsById } from '#main/store/archive/article-rows.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { type Figure, figure, median } from './figure.ts';
import { cpuSeconds, type GeneratedLibrary, generateLibrary, measureUpkeep } from './generated-library.ts';
import { timeLike, timeRipgrep, timeTrigram } from './search-peers.ts';
import { type BenchQuery, chooseQueries } from './search-queries.ts';

const articles = Number(process.env['OFFPRINT_BENCH_ARTICLES'] ?? 20_000);
const repetitions = 5;
const pagesPerMergeSlice = 1_000;
const firstPage = { offset: 0, limit: 50 } as const;

/** Warm: the texts were written a moment ago. A figure is over the set of queries, each the median of a few repetitions. */
export async function benchSearch(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-search-'));
  const writer = openArchiveDatabase(folder, 'write');
  try {
    const library = generateLibrary(writer, articles);
    const reader = openArchiveDatabase(folder, 'read');
    try {
      const queries = chooseQueries(library);
      const mergeSeconds = cpuSeconds(() => mergeEverything(writer));
      return [
        ...benchWriting(reader, library, mergeSeconds),
        ...benchLatency(reader, queries),
        ...benchSuggestions(folder, queries),
        ...benchRelated(folder),
        ...benchExactness(reader, library, queries),
        ...benchTrigram(writer, library, queries),
        ...(await benchPeers(reader, join(folder, 'texts'), library, queries)),
        ...benchUpkeep(writer, library),
      ];
    } finally {
      reader.close();
    }
  } finally {
    writer.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const indexBytes = "SELECT sum(pgsize) AS bytes FROM dbstat WHERE name GLOB 'fts*'";
const textBytes = `
  SELECT sum(octet_length(title) + octet_length(text)) AS bytes
  FROM article JOIN article_body ON article_body.article_id = article.id`;

/** As after a first sync. */
function mergeEverything(db: WritableDb): void {
  mergeIndex(db, pagesPerMergeSlice, 'everything');
  while (mergeIndex(db, pagesPerMergeSlice));
}

function benchWriting(db: ReadableDb, { texts, storeSeconds, indexSeconds }: GeneratedLibrary, mergeSeconds: number): Figure[] {
  const sizeOf = (sql: string): number => db.first<{ bytes: number }>(sql)?.bytes ?? Number.NaN;
  return [
    figure({ name: 'articles stored per second of CPU', value: texts.length / storeSeconds, unit: 'articles/s' }),
    figure({ name: 'articles indexed per second of CPU', value: texts.length / indexSeconds, unit: 'articles/s', atLeast: 700 }),
    figure({ name: 'the same with merging', value: texts.length / (indexSeconds + mergeSeconds), unit: 'articles/s' }),
    figure({
      name: 'index, over size of the texts',
      value: sizeOf(indexBytes),
      unit: 'B',
      reference: sizeOf(textBytes),
      atMost: 1.7,
    }),
  ];
}

/** CPU time: what else the machine does at the moment is no figure of ours. Of a warm library there is nothing to wait for. */
function millisecondsOf(work: () => unknown): number {
  return median(Array.from({ length: repetitions }, () => cpuSeconds(work) * 1_000));
}

/** Says on stderr which query was the slowest, for whoever wants to know why. */
function worst(name: string, queries: readonly BenchQuery[], times: readonly number[]): number {
  const slowest = Math.max(...times);
  process.stderr.write(`search: ${name}, slowest of ${times.length}: ${queries[times.indexOf(slowest)]?.query ?? ''}\n`);
  return slowest;
}

function benchLatency(db: ReadableDb, queries: readonly BenchQuery[]): Figure[] {
  const timed = (work: (query: string) => unknown): number[] => queries.map(({ query }) => millisecondsOf(() => work(query)));
  const planOf = (query: string): QueryPlan | null => planQuery(db, query).plan;
  const newest = timed((query) => findNewestRows(db, planOf(query)));
  const counts = timed((query) => {
    const plan = planOf(query);
    return plan && countUpTo(db, plan, 1_001);
  });
  const exact = timed((query) => countHits(db, query));
  const facets = timed((query) => findFacets(db, query));
  const bare = timed((query) => search(db, { query, sort: 'newest', ...firstPage, snippets: 0 }));
  const whole = timed((query) => search(db, { query, sort: 'newest', ...firstPage }));
  const relevance = timed((query) => search(db, { query, sort: 'relevance', ...firstPage }));
  const snippets = whole.map((time, at) => Math.max(0, time - (bare[at] ?? 0)));
  return [
    figure({ name: 'newest 50, median', value: median(newest), unit: 'ms', atMost: 1 }),
    figure({ name: 'newest 50, worst', value: worst('newest 50', queries, newest), unit: 'ms', atMost: 15 }),
    figure({ name: 'count to 1,000, worst', value: worst('count', queries, counts), unit: 'ms', atMost: 40 }),
    figure({ name: 'exact count, worst', value: worst('exact count', queries, exact), unit: 'ms' }),
    figure({ name: 'facets, worst', value: worst('facets', queries, facets), unit: 'ms', atMost: 40 }),
    figure({ name: '50 snippets, worst', value: worst('snippets', queries, snippets), unit: 'ms', atMost: 10 }),
    figure({ name: 'newest 50 with count and snippets, median', value: median(whole), unit: 'ms' }),
    figure({ name: 'newest 50 with count and snippets, worst', value: worst('newest', queries, whole), unit: 'ms' }),
    figure({ name: 'relevance with count and snippets, median', value: median(relevance), unit: 'ms' }),
    figure({
      name: 'relevance with count and snippets, worst',
      value: worst('relevance', queries, relevance),
      unit: 'ms',
      atMost: 50,
    }),
  ];
}

function findNewestRows(db: ReadableDb, plan: Parameters<typeof findNewest>[1] | null): unknown {
  return plan && findRowsById(db, findNewest(db, plan, firstPage.limit, firstPage.offset));
}

/** Of articles from everywhere in the library. */
function benchRelated(libraryDir: string): Figure[] {
  const library = openLibrary(libraryDir);
  try {
    const chosen = Array.from({ length: 60 }, (_, number) => `bench:pages/${Math.floor((number * articles) / 60)}.md`);
    const times = chosen.map((id) => millisecondsOf(() => relatedArticles(library, { id })));
    return [
      figure({ name: 'related articles, median', value: median(times), unit: 'ms', atMost: 10 }),
      figure({ name: 'related articles, worst', value: Math.max(...times), unit: 'ms', atMost: 20 }),
    ];
  } finally {
    library.close();
  }
}

/** What is typed of each query after two characters and in full; the library as a window opens it. */
function benchSuggestions(libraryDir: string, queries: readonly BenchQuery[]): Figure[] {
  const library = openLibrary(libraryDir);
  try {
    const typed = queries.flatMap(({ query }) => [query.slice(0, 2), query]);
    const times = typed.map((text) => millisecondsOf(() => suggest(library, { text, limit: 8 })));
    return [
      figure({ name: 'suggestions, median', value: median(times), unit: 'ms' }),
      figure({ name: 'suggestions, worst', value: Math.max(...times), unit: 'ms', atMost: 5 }),
    ];
  } finally {
    library.close();
  }
}

/** Against every text looked through from end to end; the lowest of any query is what counts. */
function benchExactness(db: ReadableDb, { texts }: GeneratedLibrary, queries: readonly BenchQuery[]): Figure[] {
  let [recall, precision] = [1, 1];
  for (const { query } of queries.filter(({ isPureChinese }) => isPureChinese)) {
    const needle = fold(query);
    const expected = new Set(texts.filter(({ folded }) => folded.includes(needle)).map(({ originalUrl }) => originalUrl));
    const { hits } = search(db, { query, sort: 'newest', offset: 0, limit: texts.length, snippets: 0 });
    const found = findUrls(
      db,
      hits.map(({ articleRowId }) => articleRowId),
    );
    const right = found.filter((url) => expected.has(url)).length;
    if (expected.size > 0) recall = Math.min(recall, right / expected.size);
    if (found.length > 0) precision = Math.min(precision, right / found.length);
  }
  return [
    figure({ name: 'recall of Chinese queries, lowest', value: recall, unit: 'share', atLeast: 1 }),
    figure({ name: 'precision of Chinese queries, lowest', value: precision, unit: 'share', atLeast: 1 }),
  ];
}

function findUrls(db: ReadableDb, rowIds: readonly number[]): string[] {
  const sql = 'SELECT original_url AS url FROM article WHERE id IN (SELECT value FROM json_each(?))';
  return db.all<{ url: string }>(sql, [JSON.stringify(rowIds)]).map(({ url }) => url);
}

async function benchPeers(
  db: ReadableDb,
  folder: string,
  { texts }: GeneratedLibrary,
  queries: readonly BenchQuery[],
): Promise<Figure[]> {
  const pure = queries.filter(({ isPureChinese }) => isPureChinese).map(({ query }) => query);
  const value = median(pure.map((query) => millisecondsOf(() => search(db, { query, sort: 'newest', ...firstPage }))));
  const figures = [figure({ name: 'newest 50, against SQLite LIKE', value, unit: 'ms', reference: median(timeLike(db, pure)) })];
  const ripgrep = await timeRipgrep(folder, texts, pure);
  if (ripgrep) figures.push(figure({ name: 'newest 50, against ripgrep', value, unit: 'ms', reference: median(ripgrep) }));
  else process.stderr.write('search: ripgrep is not installed, so there is no line for it\n');
  process.stderr.write('search: no line for Kiwix, which needs a ZIM file made with its own tools\n');
  return figures;
}

function benchTrigram(db: WritableDb, { texts, indexSeconds }: GeneratedLibrary, queries: readonly BenchQuery[]): Figure[] {
  const pure = queries.filter(({ isPureChinese }) => isPureChinese).map(({ query }) => query);
  const peer = timeTrigram(db, texts, pure);
  process.stderr.write(`search: FTS5 trigram can answer ${peer.times.size} of ${pure.length} Chinese queries\n`);
  const own = [...peer.times.keys()].map((query) => millisecondsOf(() => findNewestRows(db, planQuery(db, query).plan)));
  const reference = median([...peer.times.values()]);
  return [
    figure({ name: 'newest 50, against FTS5 trigram', value: median(own), unit: 'ms', reference }),
    figure({ name: 'indexing, against FTS5 trigram', value: indexSeconds, unit: 's', reference: peer.indexSeconds }),
  ];
}

function benchUpkeep(db: WritableDb, library: GeneratedLibrary): Figure[] {
  const { addedMs, removedMs } = measureUpkeep(db, library);
  return [
    figure({ name: 'index of one new article, CPU', value: addedMs, unit: 'ms', atMost: 1.5 }),
    figure({ name: 'index of 1,000 deletions, CPU', value: removedMs, unit: 'ms', atMost: 50 }),
  ];
}
