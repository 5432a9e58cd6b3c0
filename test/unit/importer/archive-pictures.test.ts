import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeArchive, type CompletingTask } from '#main/importer/complete-archive.ts';
import { importArchives } from '#main/importer/import-archives.ts';
import { removeArchive } from '#main/importer/remove-archive.ts';
import { documentOf } from '#main/library/article-document.ts';
import { showArticle } from '#main/library/article-detail.ts';
import { setRead } from '#main/library/article-marks.ts';
import { readCompleteness } from '#main/library/completeness.ts';
import { importErrand } from '#main/library/import-errand.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { listArchives } from '#main/library/overview.ts';
import { readPictureBytes } from '#main/library/picture-lookup.ts';
import { writePicturePolicy } from '#main/library/picture-policy.ts';
import { changeSettings } from '#main/library/settings.ts';
import { addArchive, setArchiveOrigins } from '#main/library/subscriptions.ts';
import { openPicturesDatabase } from '#main/store/open.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { readSyncLog } from '#main/store/archive/sync-log.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { createGitRepository, type GitRepository } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { makePng, samplePicture } from '#test/helpers/picture-bytes.ts';
import { type PictureHandler, type PictureServer, sendPicture, startPictureServer } from '#test/helpers/picture-server.ts';

const parseWorker = new URL('../../../dist/main/parse-worker.js', import.meta.url);
const id = 'news:a.md';

let libraryDir: string;
let repository: GitRepository;
let git: GitServer;
let web: PictureServer;
let handlers: Record<string, PictureHandler>;
let library: Library;

beforeEach(async () => {
  libraryDir = mkdtempSync(path.join(tmpdir(), 'archive-pictures-'));
  repository = createGitRepository(path.join(libraryDir, 'news.git'));
  git = await startGitServer(libraryDir);
  handlers = { '/heron.png': sendPicture(makePng(30, 20)) };
  web = await startPictureServer(handlers);
  repository.commit({
    'a.md': [
      '# Birds',
      `![A heron](${web.urlOf('/heron.png')})`,
      `![A swan](${web.urlOf('/swan.png')})`,
      '![A map](pictures/map.gif)',
      `![](${web.urlOf('/1x1.gif')})`,
      'Words about birds.',
    ].join('\n\n'),
    'pictures/map.gif': samplePicture('gif'),
    'pictures/unused.gif': samplePicture('gif'),
  });
  library = openLibrary(libraryDir);
  addArchive(library, git.urlOf('news.git'));
});

afterEach(async () => {
  library.close();
  await git.close();
  await web.close();
  rmSync(libraryDir, { recursive: true, force: true });
});

const setting = () => ({
  libraryDir,
  network: directNetwork,
  parseWorker,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
const archive = () => {
  const [first] = listArchives(library).map(importErrand);
  if (!first) throw new Error('there is no archive');
  return first;
};

async function sync(isWithPictures = true): Promise<SyncReport> {
  const [report] = await importArchives({ ...setting(), archives: [archive()], isWithPictures });
  if (!report) throw new Error('there is no report');
  return report;
}

type Task<Kind> = Omit<Extract<CompletingTask, { readonly kind: Kind }>, 'archiveId' | 'origins'>;
const complete = (task: Task<'ask'> | Task<'retry'> | Task<'policy'>): Promise<void> =>
  completeArchive({ ...setting(), task: { ...task, archiveId: 'news', origins: archive().origin } });

const storedNow = (): readonly boolean[] => showArticle(library, id).pictures.map(({ isStored }) => isStored);
const read = (): Promise<string> => documentOf(library, { id, find: '', isOriginal: false, version: null, language: 'en' });

describe('a sync', () => {
  it('brings pictures of the web and of the archive itself, asks for no tracker, and says what is missing', async () => {
    const report = await sync();
    expect(report).toMatchObject({ failure: null, pictures: { stored: 2, missing: 1 } });
    expect(storedNow()).toEqual([true, false, true, ...storedNow().slice(3)]);
    expect(web.visits('/1x1.gif')).toBe(0);
    expect(web.requests[0]?.headers['user-agent']).toBe('Mozilla/5.0');
    expect(readCompleteness(library, 'news')).toMatchObject({
      pages: { stored: 1, total: 1 },
      pictures: { stored: 2, waiting: 0, missing: expect.arrayContaining([{ reason: 'not-found', count: 1 }]) as unknown },
    });
  });

  it('asks for nothing twice, and for what a changed page shows besides', async () => {
    await sync();
    const asked = web.requests.length;
    expect(await sync()).toMatchObject({ pictures: { stored: 0 } });
    expect(web.requests.length).toBe(asked);
    handlers['/crane.png'] = sendPicture(makePng(31, 20));
    repository.commit({ 'b.md': `# Crane\n\n![A crane](${web.urlOf('/crane.png')})\n\nWords.` });
    expect(await sync()).toMatchObject({ added: 1, pictures: { stored: 1 } });
    expect(web.requests.length).toBe(asked + 1);
  });

  it("asks at the reader's other addresses for what a host does not give", async () => {
    handlers['/elsewhere'] = sendPicture(makePng(32, 20));
    changeSettings(library, { pictureTemplates: [web.urlOf('/elsewhere?url={url}')] });
    expect(await sync()).toMatchObject({ pictures: { stored: 3, missing: 0 } });
    expect(web.visits('/elsewhere')).toBe(1);
  });

  it('has wider pictures than the reader wants drawn smaller, those of the web and those of the archive', async () => {
    const wide = (filling: string): Buffer => makePng(1_000, 20, Buffer.alloc(4_000, filling));
    handlers['/heron.png'] = sendPicture(wide('h'));
    repository.commit({ 'pictures/map.gif': wide('m') });
    changeSettings(library, { pictureWidth: 800 });
    const draw = (): Promise<Buffer> => Promise.resolve(makePng(800, 16));
    const [report] = await importArchives({ ...setting(), archives: [archive()], isWithPictures: true, draw });
    expect(report).toMatchObject({ failure: null, pictures: { stored: 2 } });
    const pictures = openPicturesDatabase(libraryDir, 'write');
    expect(pictures.all('SELECT width, height FROM picture')).toEqual([{ width: 800, height: 16 }]);
    pictures.close();
  });

  it('without pictures leaves them for the next one', async () => {
    expect(await sync(false)).toMatchObject({ pictures: { stored: 0 } });
    expect(web.requests).toHaveLength(0);
    expect(readCompleteness(library, 'news').pictures).toMatchObject({ stored: 0, waiting: 3 });
    expect(await sync()).toMatchObject({ pictures: { stored: 2, missing: 1 } });
  });
});

describe('a sync of one of several archives', () => {
  it('asks for the pictures of that one and leaves those of others in the queue', async () => {
    await sync(false);
    const other = createGitRepository(path.join(libraryDir, 'fish.git'));
    handlers['/pike.png'] = sendPicture(makePng(33, 20));
    other.commit({
      'pike.md': `# Pike\n\n![A pike](${web.urlOf('/pike.png')})\n\n![A heron](${web.urlOf('/heron.png')})\n\nWords about fish.`,
    });
    addArchive(library, git.urlOf('fish.git'));
    const fish = listArchives(library)
      .map(importErrand)
      .filter(({ id: archiveId }) => archiveId === 'fish');
    const [report] = await importArchives({ ...setting(), archives: fish, isWithPictures: true });
    expect(report).toMatchObject({ failure: null, pictures: { stored: 2, missing: 0 } });
    expect(web.requests.map(({ path: asked }) => asked).toSorted()).toEqual(['/heron.png', '/pike.png']);
    expect(readCompleteness(library, 'news').pictures).toMatchObject({ stored: 1, waiting: 2 });
    expect(await sync()).toMatchObject({ pictures: { stored: 1, missing: 1 } });
  });
});

describe('an archive of several places', () => {
  it('is told in the report from which of them it came, so that the next sync knows', async () => {
    expect(await sync(false)).not.toHaveProperty('answeredAt');
    setArchiveOrigins(library, 'news', [git.urlOf('missing.git'), git.urlOf('news.git')]);
    expect(await sync(false)).toMatchObject({ failure: null, answeredAt: 1 });
    expect(readSyncLog(library.archive, 'news')[0]).toMatchObject({ report: { answeredAt: 1 } });
  });
});

describe('an archive that a sync has not brought whole', () => {
  it('is not taken for complete: neither before its first sync nor after one that broke off', async () => {
    const words = (at: number): string => createHash('sha512').update(String(at)).digest('base64').repeat(2);
    const prose = (at: number): string => Array.from({ length: 20 }, (_none, part) => words(at * 20 + part)).join(' ');
    const many = Array.from({ length: 40 }, (_none, at) => [`${at}.md`, `# Heron ${at}\n\n${prose(at)}`] as const);
    repository.commit(Object.fromEntries(many));
    expect(readCompleteness(library, 'news')).toMatchObject({ isUnfinished: true, pages: { stored: 0, total: 0 } });
    setArchiveOrigins(library, 'news', [git.urlOf('news.git', 'cut=30000/')]);
    expect(await sync(false)).toMatchObject({ failure: { code: 'connection-failed' } });
    expect(readCompleteness(library, 'news')).toMatchObject({ isUnfinished: true, pages: { total: 41 } });
    expect(readCompleteness(library, 'news').pages.stored).toBeLessThan(41);
    setArchiveOrigins(library, 'news', [git.urlOf('news.git')]);
    expect(await sync(false)).toMatchObject({ failure: null });
    expect(readCompleteness(library, 'news')).toMatchObject({ isUnfinished: false, pages: { stored: 41, total: 41 } });
  });
});

describe('a failure of the library while pictures are stored', () => {
  it('is in the report and the log of the archive, and the next archive is synced all the same', async () => {
    createGitRepository(path.join(libraryDir, 'fish.git')).commit({ 'pike.md': '# Pike\n\nWords about fish.' });
    addArchive(library, git.urlOf('fish.git'));
    const pictures = openPicturesDatabase(libraryDir, 'write');
    pictures.run("CREATE TRIGGER broken BEFORE INSERT ON picture BEGIN SELECT RAISE(ABORT, 'broken'); END");
    pictures.close();
    const archives = listArchives(library).map(importErrand);
    const reports = await importArchives({ ...setting(), archives, isWithPictures: true });
    expect(reports).toMatchObject([
      { archive: 'news', added: 1, failure: { code: 'internal', message: 'broken' } },
      { archive: 'fish', added: 1, failure: null },
    ]);
    expect(reports[0]?.head).not.toBe(null);
    expect(readSyncLog(library.archive, 'news')).toMatchObject([{ report: { added: 1, failure: { message: 'broken' } } }]);
    expect(listArchives(library)).toMatchObject([{ lastFailure: { message: 'broken' } }, { lastFailure: null }]);
    expect(readCompleteness(library, 'news').pages).toEqual({ stored: 1, total: 1 });
  });
});

describe('what the reader wants of an archive', () => {
  it('none: nothing is asked for but what is asked for by name', async () => {
    writePicturePolicy(library, 'news', 'none');
    expect(await sync()).toMatchObject({ pictures: { stored: 0, missing: 0 } });
    expect(web.requests).toHaveLength(0);
    await complete({ kind: 'ask', path: 'a.md', url: web.urlOf('/heron.png') });
    expect(web.requests.map(({ path: asked }) => asked)).toEqual(['/heron.png']);
    expect(storedNow()).toEqual([true, false, false, ...storedNow().slice(3)]);
  });

  it('only of what was opened: the next sync brings those, reading itself asks for nothing', async () => {
    writePicturePolicy(library, 'news', 'opened');
    await sync();
    setRead(library, id, true);
    await read();
    expect(web.requests).toHaveLength(0);
    expect(await sync()).toMatchObject({ pictures: { stored: 2, missing: 1 } });
  });

  it('a wider wish is queued, and waits for a sync', async () => {
    writePicturePolicy(library, 'news', 'none');
    await sync();
    writePicturePolicy(library, 'news', 'all');
    await complete({ kind: 'policy', policy: 'all' });
    expect(web.requests).toHaveLength(0);
    expect(readCompleteness(library, 'news').pictures.waiting).toBe(3);
  });
});

describe('what is missing', () => {
  it('is asked for again when the reader says so', async () => {
    await sync();
    handlers['/swan.png'] = sendPicture(makePng(32, 20));
    await sync();
    expect(storedNow()[1]).toBe(false);
    await complete({ kind: 'retry', policy: 'all' });
    expect(storedNow()[1]).toBe(true);
  });

  it('goes with the archive', async () => {
    await sync();
    await removeArchive(libraryDir, 'news', new AbortController().signal);
    expect(library.pictures()?.first('SELECT 1 FROM picture UNION SELECT 1 FROM picture_address')).toBeUndefined();
  });
});

describe('the page of an article', () => {
  it('shows a stored picture by its digest at its size, and words with the reason for one that is missing', async () => {
    await sync();
    const html = await read();
    const [, sha256 = ''] = /offprint-article:\/\/picture\/([0-9a-f]{64})" alt="A heron" width="30" height="20"/.exec(html) ?? [];
    expect(readPictureBytes(library, { sha256 })).toMatchObject({ type: 'png' });
    expect(readPictureBytes(library, { sha256: sha256.replaceAll(/./g, '0') })).toBeNull();
    expect(html).toContain('>A swan<');
    expect(html).toContain('It is not there any more');
    expect(html.match(/>Fetch this picture</g)).toHaveLength(1);
    expect(html).not.toContain('127.0.0.1');
  });
});
