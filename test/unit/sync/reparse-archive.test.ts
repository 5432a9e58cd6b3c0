import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPagePath } from '#main/parse/page-path.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { hasOutdatedPages, markPagesOutdated } from '#main/store/archive/outdated-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { reparseArchive } from '#main/sync/reparse-archive.ts';
import { syncArchive, type SyncContext } from '#main/sync/sync-archive.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';

let folder: string;
let origin: string;
let db: WritableDb;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reparse-archive-'));
  origin = path.join(folder, 'news');
  await mkdir(origin);
  db = openArchiveDatabase(path.join(folder, 'library'), 'write');
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const running = new AbortController().signal;

/** As a parser of the version: the one of version 2 tells so in every title. */
function contextOf(parserVersion: number, progress: SyncProgress[] = []): SyncContext {
  return {
    db,
    parserVersion,
    parse: async (input) => {
      const result = parsePage(input);
      if (!result.ok || !result.page.article || parserVersion === 1) return result;
      return {
        ok: true,
        page: { ...result.page, article: { ...result.page.article, title: `${result.page.article.title} anew` } },
      };
    },
    openSource: (at) =>
      openSource(at, {
        isWanted: isPagePath,
        maximumFileBytes: 100_000,
        stallTimeoutMs: 2_000,
        userAgent: 'test',
        network: directNetwork,
      }),
    onProgress: (step) => progress.push(step),
    nowMs: () => Date.parse('2026-03-04T05:06:07Z'),
  };
}

const sync = (): Promise<unknown> => syncArchive({ id: 'news', origin }, contextOf(1), running);
const articles = () => [...iterateArticles(db)];

describe('parsing again what is kept', () => {
  it('needs no origin, covers what was removed upstream, tells how far it is, and moves no article', async () => {
    for (let number = 0; number < 70; number += 1)
      await writeFile(path.join(origin, `${number}.md`), `# Page ${number}\n\nNo day is stated.\n`);
    await sync();
    await rm(path.join(origin, '7.md'));
    await sync();
    await rm(origin, { recursive: true });
    const before = articles();
    expect(hasOutdatedPages(db, 'news', 1)).toBe(false);
    expect(hasOutdatedPages(db, 'news', 2)).toBe(true);
    const progress: SyncProgress[] = [];
    const report = await reparseArchive('news', contextOf(2, progress), running);
    expect(report).toEqual({ archive: 'news', pages: 70, failed: [] });
    expect(progress.map((step) => 'done' in step && step.done)).toEqual([0, 64, 70]);
    expect(hasOutdatedPages(db, 'news', 2)).toBe(false);
    expect(articles()).toEqual(before.map((row) => ({ ...row, title: `${row.title} anew` })));
    expect(
      articles()
        .filter((row) => row.isRemovedUpstream)
        .map((row) => row.path),
    ).toEqual(['7.md']);
  });

  it('goes on where it was stopped', async () => {
    for (let number = 0; number < 130; number += 1)
      await writeFile(path.join(origin, `${number}.md`), `# Page ${number}\n\nText.\n`);
    await sync();
    const controller = new AbortController();
    const stopping: SyncContext = {
      ...contextOf(2),
      onProgress: (step) => 'done' in step && step.done > 0 && controller.abort(),
    };
    await expect(reparseArchive('news', stopping, controller.signal)).rejects.toThrow();
    expect(articles().filter((row) => row.title.endsWith('anew'))).toHaveLength(64);
    expect(await reparseArchive('news', contextOf(2), running)).toMatchObject({ pages: 66 });
    expect(articles().every((row) => row.title.endsWith('anew'))).toBe(true);
  });

  it('does nothing where nothing is outdated', async () => {
    await writeFile(path.join(origin, 'a.md'), '# A\n\nText.\n');
    await sync();
    expect(await reparseArchive('news', contextOf(1), running)).toEqual({ archive: 'news', pages: 0, failed: [] });
    markPagesOutdated(db, 'news');
    expect(await reparseArchive('news', contextOf(1), running)).toMatchObject({ pages: 1 });
  });
});

describe('a sweep over kept pages', () => {
  const pageNumbered = (number: number, text: string): string =>
    `# Page ${number}\n\n${text}\n\n原文地址：[there](https://example.org/post/1)\n`;

  it('passes by a page whose content is damaged, and says which one', async () => {
    for (const name of ['a', 'b', 'c']) await writeFile(path.join(origin, `${name}.md`), `# ${name}\n\nText.\n`);
    await sync();
    db.run("UPDATE page_content SET content = x'00' WHERE page_id = (SELECT id FROM page WHERE path = 'b.md')");
    const report = await reparseArchive('news', contextOf(2), running);
    expect(report.failed).toMatchObject([{ path: 'b.md', code: 'page-unreadable' }]);
    expect(articles().map(({ title }) => title)).toEqual(expect.arrayContaining(['a anew', 'b', 'c anew']));
  });

  it('does not count a page that could not be read before as one that came', async () => {
    await writeFile(path.join(origin, 'a.md'), new Uint8Array(200));
    expect(await sync()).toMatchObject({ added: 0, failed: [{ path: 'a.md' }] });
    markPagesOutdated(db, 'news');
    expect(await sync()).toMatchObject({ added: 0, changed: 0 });
  });

  it('comes back to a page that it had passed when a later one makes room for it', async () => {
    await writeFile(path.join(origin, '1.md'), pageNumbered(1, 'Short words.'));
    await writeFile(path.join(origin, '2.md'), pageNumbered(2, 'The same article with many more words than the first.'));
    await sync();
    expect(articles().map(({ title }) => title)).toEqual(['Page 2']);
    const context = contextOf(1);
    const parse: SyncContext['parse'] = async (input) => {
      const result = parsePage(input);
      if (!result.ok || !result.page.article || input.path === '1.md') return result;
      return { ok: true, page: { ...result.page, article: { ...result.page.article, originalUrl: null } } };
    };
    await reparseArchive('news', { ...context, parserVersion: 2, parse }, running);
    expect(hasOutdatedPages(db, 'news', 2)).toBe(false);
    expect(
      articles()
        .map(({ rowId, title }) => `${title}: ${readBody(db, rowId).text.split('\n')[0]}`)
        .toSorted(),
    ).toEqual(['Page 1: Short words.', 'Page 2: The same article with many more words than the first.']);
  });
});

describe('a block that recurs across the archive', () => {
  const promotion = '[Subscribe to our paper](https://example.org/subscribe)';

  it('is left out of every article, of those that came before it was known too, and of those that come later', async () => {
    for (let number = 0; number < 12; number += 1)
      await writeFile(path.join(origin, `${number}.md`), `# Page ${number}\n\nWords of page ${number}.\n\n${promotion}\n`);
    await sync();
    await writeFile(path.join(origin, 'later.md'), `# Later\n\nWords of later.\n\n${promotion}\n`);
    await sync();
    const texts = articles().map((row) => readBody(db, row.rowId).text);
    expect(texts).toHaveLength(13);
    for (const text of texts) expect(text).toMatch(/^Words of (?:page \d+|later)\.$/u);
  });
});
