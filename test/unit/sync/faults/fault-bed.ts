import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createGitRepository, type GitRepository, type RepositoryFiles } from '#test/helpers/git-repository.ts';
import { dumpLibrary, type LibraryDump } from '#test/helpers/dump-library.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { syncLibrary } from '#test/helpers/sync-library.ts';

export const archiveId = 'news';

/** Prose that packs badly, so that bytes tell how much was fetched; of few long words, so that indexing it takes no time. */
function prose(seed: number, words: number): string {
  let state = seed * 2_654_435_761 + 1;
  return Array.from({ length: words }, () => {
    const parts = Array.from({ length: 4 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state.toString(36);
    });
    return parts.join('');
  }).join(' ');
}

/** `word<number>` is found in this article and in no other. */
export const page = (number: number, words = 30): string =>
  `# Article ${number}\n\nThe word${number} is written here, 河灯一盏。\n\n${prose(number, words)}.\n`;

const indexOf = (numbers: readonly number[]): string =>
  `# Rivers\n\n${numbers.map((number) => `- [Article ${number}](../pages/${number}.md)`).join('\n')}\n`;
export const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_unused, at) => from + at);

const oldPages = 24;
/** When the news were committed: the day of articles that state none. */
export const newsAtSeconds = 1_704_240_000;
const readme = '# News\n\n- [Rivers](indexes/rivers.md)\n';

/** What the library has before the fault. */
const firstState: RepositoryFiles = {
  'README.md': readme,
  'indexes/rivers.md': indexOf(range(0, oldPages)),
  ...Object.fromEntries(range(0, oldPages).map((number) => [`pages/${number}.md`, page(number)])),
};

/** What is published since: two articles changed, one gone, sixty new. Some 100 KB on the way. */
const news: RepositoryFiles = {
  'indexes/rivers.md': indexOf(range(2, 84)),
  'pages/3.md': `${page(3)}\nMore of it.\n`,
  'pages/4.md': `${page(4)}\nMore of it.\n`,
  'pages/5.md': null,
  ...Object.fromEntries(range(oldPages, 84).map((number) => [`pages/${number}.md`, page(number, 60)])),
};

export interface FaultBed {
  readonly folder: string;
  readonly server: GitServer;
  readonly repository: GitRepository;
  readonly repositoryName: string;
  /** A library of its own with the first state. */
  oldLibrary(): string;
  /** Of the first state. */
  readonly dumpBefore: LibraryDump;
  /** Of a library that went from the first state to the news and never saw a fault. */
  readonly dumpAfter: LibraryDump;
  /** What the news cost a sync that saw no fault. */
  readonly newsBytes: number;
  /** Closes what a test started, after it. */
  keep<Started extends { close(): Promise<void> }>(started: Promise<Started>): Promise<Started>;
}

const unready = (): never => {
  throw new Error('the bed is made before the first test');
};

/** A library with one archive, a server with news for it, and what a sync without a fault makes of them. */
export function useFaultBed(): FaultBed {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-faults-'));
  const started: { close(): Promise<void> }[] = [];
  const template = path.join(folder, 'old-library');
  let made: Pick<FaultBed, 'server' | 'repository' | 'dumpBefore' | 'dumpAfter' | 'newsBytes'> | null = null;
  let libraries = 0;
  const oldLibrary = (): string => {
    const libraryDir = path.join(folder, `library-${libraries++}`);
    cpSync(template, libraryDir, { recursive: true });
    return libraryDir;
  };
  beforeAll(async () => {
    const repository = createGitRepository(path.join(folder, 'news.git'));
    const server = await startGitServer(folder);
    repository.commit(firstState);
    await syncLibrary(template, archiveId, server.urlOf('news.git'));
    repository.commit(news, { atSeconds: newsAtSeconds });
    const reference = oldLibrary();
    const before = server.count.wireBytesOut;
    await syncLibrary(reference, archiveId, server.urlOf('news.git'));
    const newsBytes = server.count.wireBytesOut - before;
    made = { server, repository, dumpBefore: dumpLibrary(template), dumpAfter: dumpLibrary(reference), newsBytes };
  });
  afterEach(async () => {
    for (const one of started.splice(0)) await one.close();
  });
  afterAll(async () => {
    await made?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    repositoryName: 'news.git',
    oldLibrary,
    keep: async (starting) => {
      const one = await starting;
      started.push(one);
      return one;
    },
    get server() {
      return made?.server ?? unready();
    },
    get repository() {
      return made?.repository ?? unready();
    },
    get dumpBefore() {
      return made?.dumpBefore ?? unready();
    },
    get dumpAfter() {
      return made?.dumpAfter ?? unready();
    },
    get newsBytes() {
      return made?.newsBytes ?? unready();
    },
  };
}
