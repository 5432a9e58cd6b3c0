import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPagePath } from '#main/parse/page-path.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { parserVersion } from '#main/parse/parser-version.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { listSections } from '#main/store/archive/sections.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { syncArchive, type SyncContext } from '#main/sync/sync-archive.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';
import { createGitRepository, type GitRepository } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';

let folder: string;
let repository: GitRepository;
let server: GitServer;
let db: WritableDb;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sync-archive-'));
  repository = createGitRepository(path.join(folder, 'news.git'));
  server = await startGitServer(folder);
  db = openArchiveDatabase(path.join(folder, 'library'), 'write');
});

afterEach(async () => {
  db.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (title: string, text: string): string => `# ${title}\n\n${text}\n`;

function contextOf(progress: SyncProgress[] = []): SyncContext {
  return {
    db,
    parserVersion,
    parse: async (input) => parsePage(input),
    openSource: (origin) =>
      openSource(origin, {
        isWanted: isPagePath,
        maximumFileBytes: 100_000,
        stallTimeoutMs: 2_000,
        userAgent: 'test',
        network: directNetwork,
      }),
    onProgress: (step) => progress.push(step),
    nowMs: () => 1_700_000_000_000,
  };
}

const sync = (faults = '', signal = new AbortController().signal, progress: SyncProgress[] = []) =>
  syncArchive({ id: 'news', origin: server.urlOf('news.git', faults) }, contextOf(progress), signal);

const titles = (): string[] => [...iterateArticles(db)].map((row) => row.title).toSorted();
const stateOf = () => archiveStates(db).find(({ archiveId }) => archiveId === 'news');

describe('syncing an archive', () => {
  it('brings every page, its sections and the head', async () => {
    const head = repository.commit({
      'README.md': '### News\n\n#### [Rivers](indexes/rivers.md)\n',
      'indexes/rivers.md':
        '#### [One](../pages/a/1.md?t=1)\n\n#### [Two](../pages/a/2.md?t=1)\n\n#### [Three](../pages/a/3.md)\n',
      'pages/a/1.md': page('One', 'The first river.'),
      'pages/a/2.md': page('Two', 'The second river.'),
      'pages/a/1.md.png': 'not a page',
    });
    const report = await sync();
    expect(report).toMatchObject({ archive: 'news', head, added: 4, changed: 0, removed: 0, failed: [], failure: null });
    expect(titles()).toEqual(['One', 'Two']);
    expect(listSections(db, 'news').map(({ name, articles }) => [name, articles])).toEqual([['Rivers', 2]]);
  });

  it('moves almost nothing when there is no news', async () => {
    repository.commit({ 'a.md': page('A', 'Text.') });
    await sync();
    const before = server.count.requests;
    const report = await sync();
    expect(report).toMatchObject({ added: 0, changed: 0, removed: 0, failure: null });
    expect(server.count.requests - before).toBe(2);
  });

  it('replaces what changed, adds what is new and keeps what went, marked', async () => {
    repository.commit({ 'a.md': page('A', 'Old.'), 'b.md': page('B', 'Stays.'), 'c.md': page('C', 'Goes.') });
    await sync();
    repository.commit({ 'a.md': page('A2', 'New.'), 'c.md': null, 'd.md': page('D', 'Comes.') });
    expect(await sync()).toMatchObject({ added: 1, changed: 1, removed: 1, failure: null });
    expect(titles()).toEqual(['A2', 'B', 'C', 'D']);
    const removed = [...iterateArticles(db)].filter((row) => row.isRemovedUpstream);
    expect(removed.map((row) => row.title)).toEqual(['C']);
  });

  it('goes on where a broken transfer stopped and ends as if nothing had happened', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `pages/${index}.md`,
        page(`Page ${index}`, createHash('sha512').update(`${index}`).digest('base64').repeat(3)),
      ]),
    );
    repository.commit(files);
    expect((await sync('cut=20000/')).failure).toMatchObject({ code: 'connection-failed' });
    expect(stateOf()).toMatchObject({ head: null, lastFailure: { code: 'connection-failed' } });
    const report = await sync();
    expect(report.failure).toBeNull();
    expect(titles()).toHaveLength(300);
    expect(stateOf()).toMatchObject({ head: report.head, lastFailure: null });
  });

  it('does not miss a page that went back to its old content after an interrupted sync', async () => {
    repository.commit({ 'a.md': page('Old', 'One.'), 'b.md': page('B', 'One.') });
    await sync();
    repository.commit({
      'a.md': page('New', 'Two.'),
      ...Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`x/${n}.md`, page(`X${n}`, `${n}`)])),
    });
    const controller = new AbortController();
    const context = contextOf();
    let seen = 0;
    const stopped = await syncArchive(
      { id: 'news', origin: server.urlOf('news.git') },
      {
        ...context,
        onProgress: (step) => {
          if (step.stage === 'fetching' && (seen += 1) > 1) controller.abort();
        },
      },
      controller.signal,
    );
    expect(stopped.failure).toMatchObject({ code: 'cancelled' });
    expect(stateOf()?.pendingHead).not.toBeNull();
    repository.commit({ 'a.md': page('Old', 'One.') });
    await sync();
    expect(titles()).toContain('Old');
    expect(titles()).not.toContain('New');
  });

  it('puts everything back when the archive returns to the state it had before an interrupted sync', async () => {
    const first = repository.commit({ 'a.md': page('Old', 'One.') });
    await sync();
    repository.commit({
      'a.md': page('New', 'Two.'),
      ...Object.fromEntries(Array.from({ length: 50 }, (_unused, n) => [`x/${n}.md`, page(`X${n}`, `${n}`)])),
    });
    const controller = new AbortController();
    let steps = 0;
    const onProgress = (): void => {
      steps += 1;
      if (steps > 4) controller.abort();
    };
    await syncArchive({ id: 'news', origin: server.urlOf('news.git') }, { ...contextOf(), onProgress }, controller.signal);
    expect(stateOf()?.pendingHead).not.toBeNull();
    repository.git('update-ref', 'HEAD', first);
    expect(await sync()).toMatchObject({ head: first, failure: null });
    const upstream = [...iterateArticles(db)].filter((row) => !row.isRemovedUpstream);
    expect(upstream.map((row) => row.title)).toEqual(['Old']);
    expect(stateOf()).toMatchObject({ head: first, pendingHead: null });
  });

  it('parses again without moving an article that states no day', async () => {
    repository.commit({ 'a.md': page('A', 'No day here.') });
    await sync();
    const before = [...iterateArticles(db)].map((row) => row.publishedOn);
    const later = { ...contextOf(), parserVersion: parserVersion + 1, nowMs: () => Date.parse('2031-05-05') };
    await syncArchive({ id: 'news', origin: server.urlOf('news.git') }, later, new AbortController().signal);
    expect([...iterateArticles(db)].map((row) => row.publishedOn)).toEqual(before);
    expect(before).not.toContain('2031-05-05');
  });

  it('leaves an article that states no day where it was when its page changes', async () => {
    repository.commit({ 'a.md': page('A', 'Text.') }, { atSeconds: 1_577_836_800 });
    await sync();
    repository.commit({ 'a.md': page('A', 'Other text.'), 'b.md': page('B', 'Text.') });
    await sync();
    const days = [...iterateArticles(db)].map(({ title, publishedOn }) => `${title} ${publishedOn}`);
    expect(days.toSorted()).toEqual(['A 2020-01-01', 'B 2024-01-02']);
  });

  it('records a page it cannot read, and reads all others', async () => {
    repository.commit({
      'bad.md': createHash('shake256', { outputLength: 4_000 }).update('noise').digest(),
      'big.md': 'x'.repeat(200_000),
      'good.md': page('Good', 'Text.'),
    });
    const report = await sync();
    expect(report.failure).toBeNull();
    expect(report.failed.map(({ path: failed, code }) => `${failed}: ${code}`).toSorted()).toEqual([
      'bad.md: page-not-text',
      'big.md: page-too-large',
    ]);
    expect(titles()).toEqual(['Good']);
  });

  it('says that an archive without a single page has none', async () => {
    repository.commit({ 'program.c': 'int main(void) { return 0; }' });
    expect((await sync()).failure).toMatchObject({ code: 'no-pages' });
  });

  it('ends at once when cancelled, and leaves what was stored', async () => {
    repository.commit({ 'a.md': page('A', 'One.') });
    await sync();
    const controller = new AbortController();
    controller.abort();
    expect((await sync('', controller.signal)).failure).toMatchObject({ code: 'cancelled' });
    expect(titles()).toEqual(['A']);
  });

  it('tells its stages in order', async () => {
    repository.commit({ 'a.md': page('A', 'One.') });
    const progress: SyncProgress[] = [];
    await sync('', new AbortController().signal, progress);
    const stages = progress.map(({ stage }) => stage);
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual(['connecting', 'listing', 'fetching']);
    expect(progress.at(-1)).toMatchObject({ stage: 'fetching', done: 1, total: 1 });
  });
});
