import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { showArticle } from '#main/library/article-detail.ts';
import { setBookmark, setRead } from '#main/library/article-marks.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { addArchive, setArchiveOrigins } from '#main/library/subscriptions.ts';
import { readOverview } from '#main/library/overview.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { createGitRepository, type GitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { syncLibrary } from '#test/helpers/sync-library.ts';

let folder: string;
let libraryDir: string;
let library: Library;
let server: GitServer;
let repository: GitRepository;

/** Prose that packs badly, so that a page fetched twice is seen in the bytes. */
const prose = (seed: number): string =>
  Array.from({ length: 700 }, (_unused, at) => (((at + seed * 977) * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ');
const pages = Object.fromEntries(
  Array.from({ length: 40 }, (_unused, at) => [`pages/${at}.md`, `# Article ${at}\n\n${prose(at)}.\n`]),
);
const id = 'news:pages/7.md';

beforeEach(async () => {
  folder = temporaryLibraryDir();
  libraryDir = path.join(folder, 'library');
  repository = createGitRepository(path.join(folder, 'news.git'));
  repository.commit({ 'README.md': '# News\n\n- [Article 7](pages/7.md)\n', ...pages });
  const started = await startGitServer(folder);
  server = started;
  onTestFinished(() => started.close());
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  addArchive(library, server.urlOf('news.git'));
  await sync();
  setBookmark(library, id, true);
  setRead(library, id, true);
});

/** From where the archive comes now. */
function sync(): Promise<SyncReport> {
  const [archive] = readOverview(library).archives;
  if (!archive) throw new Error('there is no archive');
  return syncLibrary(libraryDir, archive.id, [archive.origin, ...archive.mirrors]);
}

const git = (...words: readonly string[]): void =>
  void execFileSync('git', [...words], { env: hermeticGitEnvironment, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

const ids = (): readonly string[] =>
  [...iterateArticles(library.archive)].map((row) => `${row.archiveId}:${row.path}`).toSorted();

/** The same articles, with what the reader did to them, and nothing a second time. */
function expectSame(before: readonly string[]): void {
  expect(ids()).toEqual(before);
  expect(readOverview(library)).toMatchObject({ counts: { bookmarked: 1, removed: 0 }, archives: [{ articles: before.length }] });
  expect(showArticle(library, id)).toMatchObject({ isBookmarked: true, isRead: true, earlierVersions: [] });
}

describe('an archive whose origin is another now', () => {
  it('a mirror with the same commits: nothing is new and no page is sent', async () => {
    const before = ids();
    git('clone', '-q', '--mirror', 'news.git', 'mirror.git');
    setArchiveOrigins(library, 'news', [server.urlOf('mirror.git')]);
    const sent = server.count.bytesOut;
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 0, failed: [] });
    expect(server.count.bytesOut - sent).toBeLessThan(2_000);
    expectSame(before);
  });

  it('a mirror with the same pages and a history of its own: the trees are sent, and no page', async () => {
    const before = ids();
    const other = createGitRepository(path.join(folder, 'other.git'));
    other.commit({ 'README.md': '# News\n\n- [Article 7](pages/7.md)\n', ...pages }, { atSeconds: 1_704_200_000 });
    setArchiveOrigins(library, 'news', [server.urlOf('other.git')]);
    const sent = server.count.bytesOut;
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 0, failed: [] });
    expect(server.count.bytesOut - sent).toBeLessThan(8_000);
    expectSame(before);
  });

  it('a .zip of the same state, and back again', async () => {
    const before = ids();
    git('-C', 'news.git', 'archive', '--format=zip', '--prefix=news-main/', '-o', path.join(folder, 'news-main.zip'), 'main');
    setArchiveOrigins(library, 'news', [path.join(folder, 'news-main.zip')]);
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 0, failed: [] });
    expectSame(before);
    setArchiveOrigins(library, 'news', [server.urlOf('news.git')]);
    const sent = server.count.bytesOut;
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 0, failed: [] });
    expect(server.count.bytesOut - sent).toBeLessThan(8_000);
    expectSame(before);
  });

  it('a Git bundle, a folder and a tar.gz of the same state', async () => {
    const before = ids();
    git('-C', 'news.git', 'bundle', 'create', '-q', path.join(folder, 'news.bundle'), '--all');
    git('clone', '-q', 'news.git', 'work');
    git('-C', 'news.git', 'archive', '--format=tar.gz', '-o', path.join(folder, 'news.tar.gz'), 'main');
    for (const place of ['news.bundle', 'work', 'news.tar.gz']) {
      setArchiveOrigins(library, 'news', [path.join(folder, place)]);
      expect(await sync(), place).toMatchObject({ added: 0, changed: 0, removed: 0, failed: [], bytesDown: 0 });
      expectSame(before);
    }
  });

  it('newer at its new place: what is new is added to the same archive', async () => {
    const before = ids();
    git('clone', '-q', '--bare', 'news.git', 'newer.git');
    createGitRepository(path.join(folder, 'newer.git')).commit({ 'pages/40.md': '# Article 40\n\nNew today.\n' });
    setArchiveOrigins(library, 'news', [server.urlOf('newer.git'), server.urlOf('news.git')]);
    expect(await sync()).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(ids()).toEqual([...before, 'news:pages/40.md'].toSorted());
  });

  it('is refused another archive’s place, and keeps the one it had', () => {
    addArchive(library, server.urlOf('other.git'), { name: 'Other' });
    const origin = server.urlOf('news.git');
    expect(() => setArchiveOrigins(library, 'news', [origin, server.urlOf('other.git')])).toThrow(
      expect.objectContaining({ code: 'archive-exists', details: { name: 'Other' } }),
    );
    expect(readOverview(library).archives[0]).toMatchObject({ origin, mirrors: [] });
  });
});
