import path from 'node:path';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kill, startScript } from '#test/helpers/child-process.ts';
import { type CuttingFront, startCuttingFront } from '#test/helpers/cutting-front.ts';
import { dumpLibrary, type LibraryDump } from '#test/helpers/dump-library.ts';
import { createGitRepository, type RepositoryFiles } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { syncLibrary, trySync } from '#test/helpers/sync-library.ts';
import { archiveId, newsAtSeconds, page, range } from './fault-bed.ts';
import { expectSame } from './prove-fault.ts';

/** Heads, capabilities and branches are asked for anew after a cut. */
const handshakeBytes = 3_000;
const pages = 200;
const folder = mkdtempSync(path.join(tmpdir(), 'offprint-cuts-'));

let server: GitServer;
let front: CuttingFront;
let origin: string;
let uncut: { readonly bytes: number; readonly dump: LibraryDump };
let libraries = 0;

const newLibrary = (): string => path.join(folder, `library-${libraries++}`);

beforeAll(async () => {
  const repository = createGitRepository(path.join(folder, 'news.git'));
  const list = range(0, pages).map((number) => `- [Article ${number}](pages/${number}.md)\n`);
  const articles = range(0, pages).map((number) => [`pages/${number}.md`, page(number, 60 + 10 * (number % 9))]);
  repository.commit({ 'README.md': `# News\n\n${list.join('')}`, ...(Object.fromEntries(articles) as Record<string, string>) });
  server = await startGitServer(folder);
  front = await startCuttingFront(Number(new URL(server.urlOf('')).port));
  origin = `http://127.0.0.1:${front.port}/news.git`;
  const libraryDir = newLibrary();
  await syncLibrary(libraryDir, archiveId, origin);
  uncut = { bytes: front.bytesThrough, dump: dumpLibrary(libraryDir) };
});

afterAll(async () => {
  await front.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everywhere in the answers, and at the same places in every run. */
function seededPoints(count: number): readonly number[] {
  let state = 20_260_214;
  return range(0, count).map((at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (at + state / 2 ** 32) / count;
  });
}

/** Bytes of a sync of a new library that `interrupt` breaks off, and of those after it that finish the work. */
async function bytesOfResumed(libraryDir: string, interrupt: () => Promise<void>): Promise<number> {
  const before = front.bytesThrough;
  await interrupt();
  front.open();
  const report = await trySync(libraryDir, { id: archiveId, origin });
  expect(report).toMatchObject({ failure: null, failed: [] });
  return front.bytesThrough - before;
}

describe('a first sync that is cut and goes on', () => {
  it.each(seededPoints(20).map((share) => [`${Math.round(share * 100)} %`, share] as const))('at %s', async (_name, share) => {
    const libraryDir = newLibrary();
    const bytes = await bytesOfResumed(libraryDir, async () => {
      void front.allow(Math.floor(share * uncut.bytes), 'cut');
      expect((await trySync(libraryDir, { id: archiveId, origin })).failure).not.toBeNull();
    });
    // Besides what is asked for anew, only the one page that was on its way is fetched twice.
    expect(bytes).toBeLessThan(1.03 * uncut.bytes + handshakeBytes);
    expectSame(dumpLibrary(libraryDir), uncut.dump);
  });
});

/** The pack of such a server is in an order of its own, and so are the articles of a day that it brought. */
function inNoOrder({ articles = [], ...dump }: LibraryDump): LibraryDump {
  return { ...dump, articles: articles.toSorted() };
}

describe('a first sync that is cut, from a server that cannot leave out files, and goes on', () => {
  const wholeOrigin = (): string => origin.replace('news.git', 'whole.git');
  let wholeBytes = 0;

  beforeAll(async () => {
    cpSync(path.join(folder, 'news.git'), path.join(folder, 'whole.git'), { recursive: true });
    createGitRepository(path.join(folder, 'whole.git')).git('config', 'uploadpack.allowFilter', 'false');
    const before = front.bytesThrough;
    await syncLibrary(newLibrary(), archiveId, wholeOrigin());
    wholeBytes = front.bytesThrough - before;
  });

  it.each(seededPoints(6).map((share) => [`${Math.round(share * 100)} %`, share] as const))('at %s', async (_name, share) => {
    const libraryDir = newLibrary();
    const before = front.bytesThrough;
    void front.allow(Math.floor(share * wholeBytes), 'cut');
    expect((await trySync(libraryDir, { id: archiveId, origin: wholeOrigin() })).failure).not.toBeNull();
    front.open();
    expect(await trySync(libraryDir, { id: archiveId, origin: wholeOrigin() })).toMatchObject({ failure: null, failed: [] });
    expect(front.bytesThrough - before).toBeLessThan(1.05 * wholeBytes + handshakeBytes);
    expectSame(inNoOrder(dumpLibrary(libraryDir)), inNoOrder(uncut.dump));
    expect(readdirSync(libraryDir).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });
});

/** Until a file has not grown for a while: what was sent has been taken in. */
async function untilStill(file: string): Promise<void> {
  const sizeOf = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  for (let still = 0; still < 4;) {
    const size = sizeOf();
    await new Promise((resolve) => setTimeout(resolve, 20));
    still = sizeOf() === size ? still + 1 : 0;
  }
}

describe('a first sync whose process is killed and that goes on', () => {
  it.each(seededPoints(5).map((share, at) => [`${Math.round(share * 100)} %`, share, at] as const))(
    'at %s',
    async (_name, share, at) => {
      const libraryDir = newLibrary();
      const bytes = await bytesOfResumed(libraryDir, async () => {
        const reached = front.allow(Math.floor(share * uncut.bytes), 'held');
        const child = await startScript(path.join(import.meta.dirname, 'processes/sync.ts'), [libraryDir, origin]);
        await reached;
        await untilStill(path.join(libraryDir, `incoming-${archiveId}.pack`));
        // Some are killed while the last that came is being written down or parsed, some after that.
        await new Promise((resolve) => setTimeout(resolve, 40 * at));
        await kill(child);
      });
      expect(bytes).toBeLessThan(1.15 * uncut.bytes + handshakeBytes);
      expectSame(dumpLibrary(libraryDir), uncut.dump);
    },
  );
});

describe('a sync of news that is cut and goes on', () => {
  const newsOrigin = (): string => origin.replace('news.git', 'grown.git');
  const template = path.join(folder, 'template');
  let uncutNews: typeof uncut;

  function oldLibrary(): string {
    const libraryDir = newLibrary();
    cpSync(template, libraryDir, { recursive: true });
    return libraryDir;
  }

  beforeAll(async () => {
    await syncLibrary(template, archiveId, origin);
    cpSync(path.join(folder, 'news.git'), path.join(folder, 'grown.git'), { recursive: true });
    const changed = range(0, 12).map((at) => [`pages/${at * 7}.md`, `${page(at * 7)}\nMore of it.\n`]);
    const added = range(pages, pages + 12).map((number) => [`pages/${number}.md`, page(number)]);
    const news = Object.fromEntries([...changed, ...added, ['pages/3.md', null]]) as RepositoryFiles;
    createGitRepository(path.join(folder, 'grown.git')).commit(news, { atSeconds: newsAtSeconds });
    const libraryDir = oldLibrary();
    const before = front.bytesThrough;
    await syncLibrary(libraryDir, archiveId, newsOrigin());
    uncutNews = { bytes: front.bytesThrough - before, dump: dumpLibrary(libraryDir) };
  });

  it.each(seededPoints(8).map((share) => [`${Math.round(share * 100)} %`, share] as const))('at %s', async (_name, share) => {
    const libraryDir = oldLibrary();
    const before = front.bytesThrough;
    void front.allow(Math.floor(share * uncutNews.bytes), 'cut');
    expect((await trySync(libraryDir, { id: archiveId, origin: newsOrigin() })).failure).not.toBeNull();
    front.open();
    expect(await trySync(libraryDir, { id: archiveId, origin: newsOrigin() })).toMatchObject({ failure: null, failed: [] });
    expect(front.bytesThrough - before).toBeLessThan(1.15 * uncutNews.bytes + handshakeBytes);
    expectSame(dumpLibrary(libraryDir), uncutNews.dump);
  });
});
