import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listArticles } from '#main/library/article-list.ts';
import { markAllRead, setRead } from '#main/library/article-marks.ts';
import { openLibrary } from '#main/library/library.ts';
import { libraryCounts } from '#main/library/library-counts.ts';
import { readOverview } from '#main/library/overview.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { storeLibrary } from './generated-library.ts';

const articles = Number(process.env['OFFPRINT_BENCH_ARTICLES'] ?? 20_000);
const pageLimitMs = 15;
const overviewLimitMs = 10;
const repeats = 60;
const pageSize = 100;
const topics = ['气候', '湿地', '潮汐', '候鸟'];

const scopes: readonly (readonly [name: string, scope: ListScope])[] = [
  ['all', { kind: 'all' }],
  ['unread', { kind: 'unread' }],
  ['unread as of a moment', { kind: 'unread', asOfMs: Number.MAX_SAFE_INTEGER - 1 }],
  ['bookmarks', { kind: 'bookmarked' }],
  ['history', { kind: 'history' }],
  ['archive', { kind: 'archive', archiveId: 'bench' }],
  ['source', { kind: 'source', name: '河灯社' }],
  ['topic', { kind: 'topic', name: '气候' }],
  ['year', { kind: 'period', year: 2021 }],
  ['month', { kind: 'period', year: 2021, month: 6 }],
];

/** The 95th percentile, in milliseconds; what is prepared before each turn is not measured. */
const slowest = (work: (turn: number) => unknown, prepare: (turn: number) => unknown = () => undefined): number => {
  const times = Array.from({ length: repeats }, (_, turn) => {
    prepare(turn);
    const before = performance.now();
    work(turn);
    return performance.now() - before;
  });
  return percentile(times, 0.95);
};

/** The newest page of every list of a library of which nothing, most or all was read, and what the tree of the window asks. */
export async function benchScopes(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-scopes-'));
  try {
    const writer = openArchiveDatabase(folder, 'write');
    storeLibrary(writer, articles);
    const named = [JSON.stringify(topics.slice(0, 1)), JSON.stringify(topics)];
    writer.run('UPDATE article SET topics = CASE id % 2 WHEN 0 THEN ? ELSE ? END WHERE id % 3 = 0', named);
    const library = openLibrary(folder);
    const figures: Figure[] = [];
    const measure = (state: string): void => {
      for (const [name, scope] of scopes) {
        const value = slowest(() => listArticles(library, { scope, offset: 0, limit: pageSize }));
        figures.push(figure({ name: `${state}: newest page of ${name}, p95`, value, unit: 'ms', atMost: pageLimitMs }));
      }
      const overview = slowest(() => readOverview(library));
      figures.push(figure({ name: `${state}: the whole tree, p95`, value: overview, unit: 'ms', atMost: overviewLimitMs }));
    };
    measure('nothing read');
    const { rows } = listArticles(library, { scope: { kind: 'all' }, offset: 0, limit: 5_000 });
    const opened = slowest((turn) => {
      const id = rows[turn]?.id;
      if (id !== undefined) setRead(library, id, true, true);
      return libraryCounts(library);
    });
    figures.push(figure({ name: 'an article is opened and counted, p95', value: opened, unit: 'ms', atMost: overviewLimitMs }));
    const before = performance.now();
    markAllRead(library, { scope: { kind: 'all' } });
    figures.push(figure({ name: 'marking everything as read', value: performance.now() - before, unit: 'ms' }));
    const first = performance.now();
    libraryCounts(library);
    figures.push(figure({ name: 'first count with everything read', value: performance.now() - first, unit: 'ms' }));
    for (let at = 0; at < rows.length; at += 50) {
      const id = rows[at]?.id;
      if (id !== undefined) setRead(library, id, false);
    }
    measure('nearly everything read');
    const another = 'UPDATE article SET source = ? WHERE id IN (SELECT id FROM article LIMIT 250 OFFSET ?)';
    const recounted = slowest(
      () => readOverview(library),
      (turn) => writer.run(another, [`Source ${turn}`, turn * 250]),
    );
    const name = 'the whole tree after a batch of a sync, p95';
    figures.push(figure({ name, value: recounted, unit: 'ms', atMost: overviewLimitMs }));
    library.close();
    writer.close();
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
