import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { failureText, messagesFor } from '#preload/messages/catalogue.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import type { Completeness } from '#preload/contract/library-types.ts';
import { writeFixtureArchive } from '#test/helpers/fixture-archive.ts';

/** The built command line, as `npm run cli` and the package run it: the checks build it before the unit tests. */
const program = fileURLToPath(new URL('../../../dist/main/cli.js', import.meta.url));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;
let origin: string;

function run(...words: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, '--library', path.join(folder, 'library'), ...words], {
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'en_US.UTF-8' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

async function json(...words: readonly string[]): Promise<unknown> {
  const { status, stdout, stderr } = await run(...words, '--json');
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

type Row = Readonly<Record<string, unknown>>;
const rows = async (...words: readonly string[]): Promise<readonly Row[]> => (await json(...words)) as readonly Row[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'command-line-'));
  origin = path.join(folder, 'news');
  await mkdir(origin);
  await writeFixtureArchive(origin);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line, from an empty library on', () => {
  it('adds an archive and says how it is called from now on', async () => {
    expect(await json('add', origin, '--name', 'News')).toEqual({ id: 'news', name: 'News', origin });
  });

  it('refuses the same archive a second time, in words, with status 1 and nothing on stdout', async () => {
    const { status, stdout, stderr } = await run('add', origin);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('News');
  });

  it('syncs and reports what it did', async () => {
    const [report] = await rows('sync', '--no-pictures');
    expect(Object.keys(report ?? {}).toSorted()).toEqual(
      'added archive bytesDown bytesUp changed failed failure head pictures removed seconds'.split(' '),
    );
    expect(report).toMatchObject({ archive: 'news', changed: 0, removed: 0, failure: null });
    expect(report?.['added']).toBeGreaterThan(60);
    expect(report?.['pictures']).toEqual({ stored: 0, missing: expect.any(Number) as number });
    const failures = (report?.['failed'] ?? []) as readonly Row[];
    expect(failures).toHaveLength(2);
    for (const failed of failures) expect(Object.keys(failed).toSorted()).toEqual(['code', 'message', 'path']);
  });

  it('keeps a log of what each sync did', async () => {
    const { status, stdout } = await run('log', 'news', '--json');
    expect(status).toBe(0);
    const [entry, ...others] = stdout.trim().split('\n');
    expect(others).toEqual([]);
    expect(JSON.parse(entry ?? '')).toMatchObject({ report: { archive: 'news', failure: null } });
    expect((await run('log', 'news')).stdout).toMatch(/^\d{4}-\S+Z {2}[\d,]+ new, 0 changed · .+ in \d+ s\n$/u);
    expect((await run('log', 'nothing')).status).toBe(1);
  });

  it('waits for no other process that syncs the same library: it says so, and nothing is touched', async () => {
    const before = await run('dump');
    const lock = acquireWriterLock(path.join(folder, 'library'));
    const refused = await run('sync', '--no-pictures').finally(() => lock.release());
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(failureText(messagesFor('en'), { code: 'library-busy' }).title);
    expect(await run('dump')).toEqual(before);
    expect((await run('sync', '--no-pictures')).status).toBe(0);
  });

  it('lists archives, sections and articles with the fixed names', async () => {
    const [archive] = await rows('archives');
    expect(archive).toMatchObject({ id: 'news', name: 'News', origin });
    expect(archive).toHaveProperty('head');
    expect(archive).toHaveProperty('lastSyncedAt');
    const sections = await rows('sections', 'news');
    expect(Object.keys(sections[0] ?? {}).toSorted()).toEqual(['archive', 'articles', 'group', 'id', 'name']);
    const [article] = await rows('articles', '--limit', '1');
    const fixed =
      'id archive path title publishedOn isDateEstimated source byline sections topics originalUrl language isRemovedUpstream isBookmarked';
    for (const name of fixed.split(' ')) expect(article).toHaveProperty(name);
  });

  it('lists newest first, page by page, within days, and by section', async () => {
    const all = await rows('articles', '--limit', '500');
    const days = all.map((row) => String(row['publishedOn']));
    expect(days).toEqual(days.toSorted().toReversed());
    expect(await rows('articles', '--limit', '5', '--offset', '3')).toEqual(all.slice(3, 8));
    const june = await rows('articles', '--since', '2021-06-01', '--until', '2021-06-30', '--limit', '500');
    expect(june.map((row) => row['id'])).toEqual(
      all.filter(({ publishedOn }) => String(publishedOn).startsWith('2021-06')).map((row) => row['id']),
    );
    const section = (await rows('sections', 'news'))[0];
    const inSection = await rows('articles', '--section', String(section?.['id']), '--limit', '500');
    expect(inSection).toHaveLength(Number(section?.['articles']));
  });

  it('reads every kept page anew and comes to the same articles', async () => {
    const before = (await run('dump', 'news')).stdout;
    const [report] = await rows('reparse', 'news');
    expect(report).toMatchObject({ archive: 'news', failed: [{ code: 'page-not-text' }] });
    expect(report?.['pages']).toBeGreaterThan(60);
    expect((await run('dump', 'news')).stdout).toBe(before);
    expect(await run('reparse', 'nothing')).toMatchObject({ status: 1, stdout: '' });
  });

  it('makes a search index anew that lacks articles', async () => {
    expect(await json('check')).toEqual({ isSound: true, missing: 0, surplus: 0, isRebuilt: false });
    const db = openArchiveDatabase(path.join(folder, 'library'), 'write');
    db.run('DELETE FROM fts WHERE rowid IN (SELECT id FROM article LIMIT 7)');
    db.close();
    expect(await json('check')).toEqual({ isSound: true, missing: 7, surplus: 0, isRebuilt: true });
    expect(await run('check')).toMatchObject({ status: 0, stdout: 'The search index is complete and sound.\n' });
  });

  it('shows an article in every format', async () => {
    const [article] = await rows('articles', '--limit', '1');
    const id = String(article?.['id']);
    const text = (await run('show', id, '--format', 'text')).stdout;
    expect(text.split('\n', 1)[0]).toBe(article?.['title']);
    expect((await run('show', id, '--format', 'html')).stdout).toMatch(/^<[a-z]/);
    expect((await run('show', id, '--format', 'markdown')).stdout).toMatch(/^# /);
    expect(JSON.parse((await run('show', id, '--format', 'json')).stdout)).toMatchObject({ id });
    const original = await readFile(path.join(origin, id.slice('news:'.length)), 'utf8');
    expect((await run('show', id, '--format', 'original')).stdout).toBe(original);
    expect((await run('show', id, '--original')).stdout).toBe(original);
  });

  it('finds one script by the other, with marks inside the snippets', async () => {
    interface Answer {
      readonly total: number;
      readonly isTotalExact: boolean;
      readonly milliseconds: number;
      readonly hits: readonly {
        readonly id: string;
        readonly snippets: readonly { text: string; marks: [number, number][] }[];
      }[];
    }
    const traditional = (await json('search', '會談')) as Answer;
    const simplified = (await json('search', '会谈', '--sort', 'newest', '--limit', '20')) as Answer;
    expect(traditional.hits.map(({ id }) => id)).toEqual(simplified.hits.map(({ id }) => id));
    expect(traditional).toMatchObject({ isTotalExact: true, total: traditional.hits.length });
    expect(traditional.total).toBeGreaterThanOrEqual(5);
    const marked = traditional.hits.flatMap(({ snippets }) =>
      snippets.flatMap(({ text, marks }) => marks.map(([start, length]) => text.slice(start, start + length))),
    );
    expect(new Set(marked)).toEqual(new Set(['会谈', '會談']));
  });

  it('sets, removes and lists tags, of one article and of all', async () => {
    const [first = '', second = ''] = (await rows('articles')).map(({ id }) => String(id));
    expect(await rows('tag', 'add', first, '湿地', 'to read')).toHaveLength(2);
    expect(await rows('tag', 'add', second, '濕地')).toEqual([{ name: '湿地', articles: 1 }]);
    expect(await rows('tag', 'remove', first, 'To Read')).toEqual([{ name: '湿地', articles: 1 }]);
    expect(await rows('tag', 'list')).toEqual([{ name: '湿地', articles: 2 }]);
    expect(await rows('tag', 'list', first)).toEqual([{ name: '湿地', articles: 1 }]);
  });

  it('keeps bookmarks', async () => {
    const [first, second] = (await rows('articles', '--limit', '2')).map(({ id }) => String(id));
    await run('bookmark', 'add', first ?? '');
    await run('bookmark', 'add', second ?? '');
    await run('bookmark', 'remove', first ?? '');
    expect((await rows('bookmark', 'list')).map(({ id, isBookmarked }) => [id, isBookmarked])).toEqual([[second, true]]);
  });

  it('dumps every article as one line of JSON', async () => {
    const { stdout } = await run('dump');
    const articles = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    expect(articles).toHaveLength((await rows('articles', '--limit', '500')).length);
    for (const name of 'text html pictures links title editor issueNumber characters words outline'.split(' '))
      expect(articles[0]).toHaveProperty(name);
    const heading = articles.flatMap((article) => article['outline'] as Row[])[0];
    expect(Object.keys(heading ?? {}).toSorted()).toEqual(['anchor', 'level', 'text']);
    const link = articles.flatMap((article) => article['links'] as Row[]).find(({ articleId }) => articleId !== null);
    expect(Object.keys(link ?? {}).toSorted()).toEqual(['articleId', 'text', 'url']);
  });

  it('shows and sets where an archive comes from', async () => {
    expect(await json('origin', 'news')).toEqual([origin]);
    expect(await json('origin', 'news', 'https://mirror.example/news.git', origin)).toEqual([
      'https://mirror.example/news.git',
      origin,
    ]);
  });

  it('prints no password that an address holds', async () => {
    const address = 'https://li:pa55@closed.example';
    const elsewhere = ['--library', path.join(folder, 'closed')];
    const printed: string[] = [];
    for (const words of ['add --json --mirror', 'archives', 'archives --json', 'origin a', 'origin a --json', 'add']) {
      const addresses = words.startsWith('add') ? [`${address}/b.git`, `${address}/a.git`].slice(words === 'add' ? 1 : 0) : [];
      const { stdout, stderr } = await run(...words.split(' '), ...addresses, ...elsewhere);
      printed.push(stdout + stderr);
    }
    for (const text of printed) expect(text).not.toMatch(/pa55|li:/);
    expect(printed[3]).toBe('https://closed.example/a.git\nhttps://closed.example/b.git\n');
  });
});

describe('what of an archive is here', () => {
  it('is told in numbers, and its pictures can be left out', async () => {
    const before = (await json('completeness', 'news')) as Completeness;
    expect(before.failedPages).toHaveLength(2);
    expect(before.pages.stored).toBe(before.pages.total - 2);
    expect(before.pages.total).toBeGreaterThan(40);
    expect(await json('pictures', 'news')).toEqual({ archive: 'news', policy: 'all' });
    expect(await json('pictures', 'news', 'none')).toEqual({ archive: 'news', policy: 'none' });
    expect(await json('pictures', 'news')).toEqual({ archive: 'news', policy: 'none' });
    expect(await json('completeness', 'news')).toMatchObject({ pictures: { stored: 0, waiting: 0, missing: [] } });
    expect((await run('completeness', 'news')).stdout).toMatch(/^\d+ of \d+ pages can be read\n0 pictures stored/u);
  });

  it('refuses a wish that it does not know', async () => {
    const { status, stderr } = await run('pictures', 'news', 'pink');
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 2, stderr: '“pink” cannot be used for pictures.' });
  });
});

describe('a command line that asks for something wrong', () => {
  it.each([
    [[], 'add'],
    [['fly'], 'fly'],
    [['add'], 'origin'],
    [['sync', '--fast'], '--fast'],
    [['articles', '--limit', 'many'], 'many'],
    [['articles', '--since', '2021-02-30'], '2021-02-30'],
    [['show', 'news:a.md', '--format', 'docx'], 'docx'],
    [['bookmark', 'burn'], 'burn'],
    [['tag', 'burn'], 'burn'],
    [['tag', 'add', 'x:1'], '<name>'],
  ])('%j ends with status 2 and says what is wrong', async (words, expected) => {
    const { status, stdout, stderr } = await run(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  it.each([
    [['show', 'news:nowhere.md']],
    [['sync', 'nowhere']],
    [['add', 'ftp://example.org/x']],
    [['add', '/no/such/folder']],
    [['add', 'no archive at all']],
  ])('%j that cannot be done ends with status 1', async (words) => {
    const { status, stdout, stderr } = await run(...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toContain('Error:');
  });
});
