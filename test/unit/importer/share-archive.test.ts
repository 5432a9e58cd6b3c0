import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { shareArchive, type ShareReport } from '#main/importer/share-archive.ts';
import { objectId } from '#main/source/git/git-object.ts';
import { keepPages } from '#main/store/archive/keep-pages.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { fixtureFiles, fixtureUpdate } from '#test/helpers/fixture-archive.ts';
import { createGitRepository, type GitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';
import { syncLibrary } from '#test/helpers/sync-library.ts';

let folder: string;
let libraryDir: string;
let repository: GitRepository;
let file: string;

beforeEach(async () => {
  folder = temporaryLibraryDir();
  libraryDir = path.join(folder, 'library');
  file = path.join(folder, 'news.bundle');
  repository = createGitRepository(path.join(folder, 'origin.git'));
  repository.commit(Object.fromEntries(await fixtureFiles()), { atSeconds: 1_640_000_000 });
  await syncLibrary(libraryDir, 'news', repository.directory);
});

interface Wish {
  readonly signal?: AbortSignal;
  readonly file?: string;
  onProgress?(done: number, total: number): void;
}

const share = (wish: Wish = {}): Promise<ShareReport> =>
  shareArchive({
    libraryDir,
    archiveId: 'news',
    name: 'News of the day',
    file,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...wish,
  });

const git = (...words: readonly string[]): string =>
  execFileSync('git', [...words], {
    env: hermeticGitEnvironment,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString();

interface Known {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly day: string;
}

function articlesOf(dir: string): readonly Known[] {
  const db = openArchiveDatabase(dir, 'read');
  try {
    return [...iterateArticles(db)]
      .map((row) => ({ id: `${row.archiveId}:${row.path}`, key: row.key, title: row.title, day: row.publishedOn }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    db.close();
  }
}

describe('an archive shared as a file', () => {
  it('is verified and cloned by Git, with every page of the library byte for byte', async () => {
    const { pages, bytes, leftOut } = await share();
    expect(leftOut).toEqual([]);
    expect(readFileSync(file)).toHaveLength(bytes);
    expect(git('-C', repository.directory, 'bundle', 'verify', file)).toContain('refs/heads/main');
    git('clone', '-q', file, 'clone');
    expect(git('-C', 'clone', 'fsck', '--strict', '--full')).toBe('');
    expect(git('-C', 'clone', 'log', '--format=%ct %s').trim()).toBe('1640000000 News of the day');
    const cloned = git('-C', 'clone', '-c', 'core.quotePath=false', 'ls-tree', '-r', '--format=%(objectname) %(path)', 'HEAD');
    const published = git(
      '-C',
      'origin.git',
      '-c',
      'core.quotePath=false',
      'ls-tree',
      '-r',
      '--format=%(objectname) %(path)',
      'HEAD',
    );
    const lines = cloned.trim().split('\n');
    expect(lines).toHaveLength(pages);
    expect(published.split('\n')).toEqual(expect.arrayContaining(lines));
  });

  it('added under the same name, gives the same articles under the same ids, without the network', async () => {
    await share();
    const theirs = path.join(folder, 'their-library');
    const report = await syncLibrary(theirs, 'news', file);
    expect(report.bytesDown).toBe(0);
    expect(articlesOf(libraryDir).length).toBeGreaterThan(20);
    expect(articlesOf(theirs)).toEqual(articlesOf(libraryDir));
  });

  it('holds what the archive has removed since, too: the library still has it', async () => {
    repository.commit(Object.fromEntries(fixtureUpdate()));
    await syncLibrary(libraryDir, 'news', repository.directory);
    await share();
    const theirs = path.join(folder, 'their-library');
    await syncLibrary(theirs, 'news', file);
    expect(articlesOf(theirs).map(({ id }) => id)).toEqual(articlesOf(libraryDir).map(({ id }) => id));
    expect(articlesOf(theirs).map(({ id }) => id)).toContain('news:pages/chenbao/1208.md');
  });

  it('is the same file, byte for byte, when it is shared again', async () => {
    await share();
    const before = readFileSync(file);
    await share();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('holds one state, whatever a sync stores while it is written', async () => {
    await share();
    const before = readFileSync(file);
    const db = openArchiveDatabase(libraryDir, 'write');
    let isStored = false;
    const storeMeanwhile = (): void => {
      if (isStored) return;
      isStored = true;
      const paths = ['README.md', 'pages/chenbao/1202.md', 'posts/2021-07-01-no-title.md', 'posts/new.md'];
      const pages = paths.map((one) => makePage(one, { text: 'Replaced meanwhile.' }));
      keepPages(db, 'news', pages, 0);
    };
    await share({ onProgress: storeMeanwhile });
    db.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    await share();
    expect(readFileSync(file).equals(before)).toBe(false);
  });

  it('tells of its progress in pages', async () => {
    const steps: (readonly [number, number])[] = [];
    const { pages } = await share({ onProgress: (done, total) => steps.push([done, total]) });
    expect(steps[0]).toEqual([1, pages]);
  });

  it('can be written where the archive came from repositories of both kinds of ids', async () => {
    const db = openArchiveDatabase(libraryDir, 'write');
    const text = Buffer.from('# Kept from elsewhere\n\nIts id is a long one.\n');
    keepPages(db, 'news', [{ path: 'pages/long.md', oid: objectId('sha256', 'blob', text), bytes: text }], 0);
    db.close();
    await share();
    git('clone', '-q', file, 'clone');
    expect(readFileSync(path.join(folder, 'clone', 'pages/long.md')).equals(text)).toBe(true);
  });

  it('is not written from a page that was damaged on the disk', async () => {
    const db = openArchiveDatabase(libraryDir, 'write');
    db.run(`UPDATE page SET oid = '${'0'.repeat(40)}' WHERE path = 'README.md'`);
    db.close();
    await expect(share()).rejects.toMatchObject({ code: 'library-damaged' });
    expect(readdirSync(folder).filter((name) => name.startsWith('news.bundle'))).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled, and what was there before stays', async () => {
    writeFileSync(file, 'before');
    const controller = new AbortController();
    const shared = share({ signal: controller.signal, onProgress: () => controller.abort() });
    await expect(shared).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says so where the file cannot be written', async () => {
    const missing = path.join(folder, 'taken-out', 'news.bundle');
    await expect(share({ file: missing })).rejects.toMatchObject({
      code: 'place-not-writable',
      details: { file: 'news.bundle' },
    });
    const taken = path.join(folder, 'taken.bundle');
    mkdirSync(taken);
    await expect(share({ file: taken })).rejects.toMatchObject({ code: 'place-not-writable' });
    expect(existsSync(`${taken}.part`)).toBe(false);
  });

  it('is refused while the library has nothing of the archive', async () => {
    const empty = path.join(folder, 'empty-library');
    const shared = shareArchive({
      libraryDir: empty,
      archiveId: 'news',
      name: 'News',
      file,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await expect(shared).rejects.toMatchObject({ code: 'no-pages' });
    expect(existsSync(file)).toBe(false);
  });
});
