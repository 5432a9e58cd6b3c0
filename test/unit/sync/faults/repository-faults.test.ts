import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { dumpLibrary, type LibraryDump } from '#test/helpers/dump-library.ts';
import { createGitRepository, type GitRepository, type RawTreeEntry } from '#test/helpers/git-repository.ts';
import { type SyncOptions, trySync } from '#test/helpers/sync-library.ts';
import { archiveId, newsAtSeconds, page, useFaultBed } from './fault-bed.ts';
import { expectReadable, expectSame, handshakeBytes, proveFault } from './prove-fault.ts';

const bed = useFaultBed();
let copies = 0;

/** Another repository with the same commits. */
function copyRepository(): { readonly repository: GitRepository; readonly origin: string } {
  const name = `copy-${copies++}.git`;
  const directory = path.join(bed.folder, name);
  cpSync(path.join(bed.folder, bed.repositoryName), directory, { recursive: true });
  return { repository: createGitRepository(directory), origin: bed.server.urlOf(name) };
}

async function syncFrom(
  origin: string,
  libraryDir: string,
  options: SyncOptions = {},
): Promise<SyncReport & { readonly sent: number }> {
  const before = bed.server.count.wireBytesOut;
  const report = await trySync(libraryDir, { id: archiveId, origin }, options);
  return { ...report, sent: bed.server.count.wireBytesOut - before };
}

/** All but which commit it is. */
function contentOf({ state: _state, objects: _objects, ...content }: LibraryDump): LibraryDump {
  return content;
}

/** Without the rows that tell of these pages. */
function without(dump: LibraryDump, paths: readonly string[]): LibraryDump {
  const words = paths.map((odd) => JSON.stringify(odd).slice(1, -1));
  return Object.fromEntries(
    Object.entries(contentOf(dump)).map(([table, rows]) => [
      table,
      rows.filter((row) => !words.some((word) => row.includes(word))),
    ]),
  );
}

describe('a sync of an old library meets a repository', () => {
  it('that is empty now', async () => {
    const name = 'empty.git';
    createGitRepository(path.join(bed.folder, name));
    const fault = { name: 'empty', code: 'empty-repository', isBeforeNews: true } as const;
    await proveFault(bed, fault, bed.server.urlOf(name));
  });

  it('whose newest state has no page any more', async () => {
    const { repository, origin } = copyRepository();
    const oid = repository.writeBlob('all gone');
    repository.commitTree(repository.writeTree([{ mode: '100644', name: 'moved.txt', oid }]));
    const libraryDir = bed.oldLibrary();
    expect(await syncFrom(origin, libraryDir)).toMatchObject({ failure: null, removed: 26 });
    await expectReadable(libraryDir);
    expect(await syncFrom(bed.server.urlOf(bed.repositoryName), libraryDir)).toMatchObject({ failure: null });
    expectSame(without(dumpLibrary(libraryDir), ['pages/5.md']), without(bed.dumpAfter, ['pages/5.md']));
  });

  it('whose default branch has another name', async () => {
    const { repository, origin } = copyRepository();
    repository.git('branch', '-m', 'main', 'trunk');
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    const libraryDir = bed.oldLibrary();
    const { failure, sent } = await syncFrom(origin, libraryDir);
    expect(failure).toBeNull();
    expect(sent).toBeLessThan(bed.newsBytes + handshakeBytes);
    expectSame(dumpLibrary(libraryDir), bed.dumpAfter);
  });

  it.each([false, true])('whose history is another one (the old one forgotten by the server: %s)', async (isForgotten) => {
    const { repository, origin } = copyRepository();
    repository.commitTree(repository.git('rev-parse', 'main^{tree}'), newsAtSeconds);
    if (isForgotten) {
      repository.git('reflog', 'expire', '--expire=now', '--all');
      repository.git('gc', '--quiet', '--prune=now');
    }
    const libraryDir = bed.oldLibrary();
    const { failure, sent } = await syncFrom(origin, libraryDir);
    expect(failure).toBeNull();
    expect(sent).toBeLessThan(1.1 * bed.newsBytes + handshakeBytes);
    expectSame(contentOf(dumpLibrary(libraryDir)), contentOf(bed.dumpAfter));
  });

  it('whose history is another one of other pages: what was there stays, marked, and comes back', async () => {
    const { repository, origin } = copyRepository();
    repository.commit({ 'other.md': page(900) }, { isUnrelated: true });
    const libraryDir = bed.oldLibrary();
    expect(await syncFrom(origin, libraryDir)).toMatchObject({ failure: null, added: 1, removed: 26 });
    await expectReadable(libraryDir);
    expect(await syncFrom(bed.server.urlOf(bed.repositoryName), libraryDir)).toMatchObject({ failure: null, removed: 1 });
    const odd = ['other.md', 'pages/5.md'];
    expectSame(without(dumpLibrary(libraryDir), odd), without(bed.dumpAfter, odd));
  });
});

type Blob = (content: string | Uint8Array) => string;

interface OddState {
  readonly name: string;
  /** Names that the library then knows. */
  readonly known: readonly string[];
  /** `path: code`. */
  readonly failed: readonly string[];
  entries(blob: Blob, repository: GitRepository): readonly RawTreeEntry[];
}

const file = (name: string | Uint8Array, oid: string): RawTreeEntry => ({ mode: '100644', name, oid });
const lfsPointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
const gbkName = Buffer.from([0xd0, 0xc2, 0xce, 0xc5, 0x2e, 0x6d, 0x64]);

/** A million links: the list is made by hand, since it counts in the time of the test. */
function endlessIndex(): string {
  const lines: string[] = [];
  for (let number = 0; number < 1_000_000; number++) lines.push(`- [a](${number.toString(36)}.md)\n`);
  return lines.join('');
}

const oddStates: readonly OddState[] = [
  {
    name: 'a submodule',
    known: [],
    failed: [],
    entries: (_blob, repository) => [{ mode: '160000', name: 'module.md', oid: repository.git('rev-parse', 'main') }],
  },
  {
    name: 'symbolic links, also out of the archive',
    known: [],
    failed: [],
    entries: (blob) => [
      { mode: '120000', name: 'link.md', oid: blob('/etc/passwd') },
      { mode: '120000', name: 'loop.md', oid: blob('loop.md') },
      { mode: '120000', name: 'up.md', oid: blob('../../up.md') },
    ],
  },
  {
    name: 'a pointer of Git LFS',
    known: ['large-file.md'],
    failed: ['large-file.md: page-unreadable'],
    entries: (blob) => [file('large-file.md', blob(lfsPointer))],
  },
  { name: 'a name in GBK', known: ['新闻.md'], failed: [], entries: (blob) => [file(gbkName, blob(page(901)))] },
  {
    name: 'names that lead elsewhere',
    known: [],
    failed: [],
    entries: (blob, repository) => {
      const inner = repository.writeTree([file('config.md', blob(page(902)))]);
      const folders = ['..', '.', '.git'].map((name) => ({ mode: '40000', name, oid: inner }));
      return [...folders, file('../up.md', blob(page(903))), file('/etc/root.md', blob(page(904))), file('..', blob(page(905)))];
    },
  },
  {
    name: 'names that some systems cannot write',
    known: ['con.md', 'new\nline.md', 'Case.md', 'case.md', 'aux.html.md'],
    failed: [],
    entries: (blob) =>
      ['con.md', 'new\nline.md', 'Case.md', 'case.md', 'aux.html.md'].map((name, at) => file(name, blob(page(910 + at)))),
  },
  {
    name: 'a list of a million articles',
    known: ['readme.all.md'],
    failed: ['readme.all.md: page-too-large'],
    entries: (blob) => [file('readme.all.md', blob(endlessIndex()))],
  },
];

function baseEntries(repository: GitRepository): readonly RawTreeEntry[] {
  return repository
    .git('ls-tree', 'main')
    .split('\n')
    .map((line) => /^0*(\d+) \w+ ([0-9a-f]+)\t(.*)$/.exec(line) ?? [])
    .map(([, mode = '', oid = '', name = '']) => ({ mode, name, oid }));
}

describe('a sync of an old library meets, among the news,', () => {
  it.each(oddStates)('$name', async ({ known, failed, entries }) => {
    const { repository, origin } = copyRepository();
    const odd = entries((content) => repository.writeBlob(content), repository);
    const byName = (a: RawTreeEntry, b: RawTreeEntry): number =>
      Buffer.compare(Buffer.from(a.name as Uint8Array), Buffer.from(b.name as Uint8Array));
    const base = baseEntries(repository);
    repository.commitTree(repository.writeTree([...base, ...odd].toSorted(byName)), newsAtSeconds);
    const libraryDir = bed.oldLibrary();
    const report = await syncFrom(origin, libraryDir, { maximumFileBytes: 16 * 1024 * 1024 });
    expect(report.failure).toBeNull();
    expect(report.failed.map(({ path: name, code }) => `${name}: ${code}`)).toEqual(failed);
    const pathsOf = (dump: LibraryDump): string[] =>
      (dump['pages'] ?? []).map((row) => (JSON.parse(row) as { readonly path: string }).path);
    const ordinary = new Set(pathsOf(bed.dumpAfter));
    const dump = dumpLibrary(libraryDir);
    expect(
      pathsOf(dump)
        .filter((name) => !ordinary.has(name))
        .toSorted(),
    ).toEqual(known.toSorted());
    await expectReadable(libraryDir);
    expect(await syncFrom(bed.server.urlOf(bed.repositoryName), libraryDir)).toMatchObject({
      failure: null,
      failed: [],
      removed: known.length,
    });
    expectSame(without(dumpLibrary(libraryDir), known), without(bed.dumpAfter, known));
  });
});
