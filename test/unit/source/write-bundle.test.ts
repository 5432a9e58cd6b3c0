import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBundle } from '#main/source/bundle/write-bundle.ts';
import { objectId } from '#main/source/git/git-object.ts';
import { createGitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { createMemoryLibrary, type MemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage } from './git-test-bed.ts';
import { readSource } from './read-source.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const pages = {
  'README.md': '# Hello',
  'pages/a.md': longPage(1, 60),
  'pages/a/b.md': 'b',
  'pages/a-c.md': 'c',
  'pages/新闻.md': 'c',
};

function git(...words: string[]): string {
  return execFileSync('git', words, {
    env: hermeticGitEnvironment,
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString();
}

async function bundleOf(
  files: ReadonlyMap<string, { readonly oid: string; readonly bytes: Uint8Array }>,
): Promise<{ readonly head: string; readonly bytes: Buffer; readonly leftOut: readonly string[] }> {
  const bundle = writeBundle({
    name: 'News\nof the day',
    files: [...files].map(([path, { oid }]) => ({ path, oid })),
    committedAtSeconds: 1_600_000_000,
    readPage: ({ path }) => files.get(path)?.bytes ?? Buffer.alloc(0),
  });
  const parts: Buffer[] = [];
  for await (const part of bundle.bytes()) parts.push(part);
  return { head: bundle.head, bytes: Buffer.concat(parts), leftOut: bundle.leftOut.map(({ path }) => path) };
}

async function syncedLibrary(objectFormat: 'sha1' | 'sha256' = 'sha1'): Promise<MemoryLibrary> {
  const repository = createGitRepository(join(folder.path, `${objectFormat}.git`), { objectFormat });
  repository.commit({ ...pages, 'picture.png': 'not kept' });
  const library = createMemoryLibrary();
  await library.sync(repository.directory);
  return library;
}

describe('an archive in one file to pass on', () => {
  it.each(['sha1', 'sha256'] as const)('(%s) can be cloned by Git, with the same pages', async (objectFormat) => {
    const { head, bytes } = await bundleOf((await syncedLibrary(objectFormat)).files);
    folder.write('news.bundle', bytes);
    expect(git('bundle', 'list-heads', 'news.bundle')).toContain(`${head} HEAD`);
    git('clone', '-q', 'news.bundle', 'clone');
    expect(git('-C', 'clone', 'fsck', '--strict', '--full')).toBe('');
    expect(git('-C', 'clone', 'log', '--format=%H %ct %s').trim()).toBe(`${head} 1600000000 News of the day`);
    for (const [path, text] of Object.entries(pages)) expect(readFileSync(join(folder.path, 'clone', path), 'utf8')).toBe(text);
  });

  it('can be added again and has the same articles', async () => {
    const library = await syncedLibrary();
    const path = folder.write('news.bundle', (await bundleOf(library.files)).bytes);
    const read = await readSource(path);
    expect(read.headDay).toBe('2020-09-13');
    expect(Object.fromEntries(read.oids)).toStrictEqual(
      Object.fromEntries([...library.files].map(([page, { oid }]) => [page, oid])),
    );
    expect((await library.sync(path)).batches.flat()).toStrictEqual([]);
    expect((await library.sync(join(folder.path, 'sha1.git'))).batches.flat()).toStrictEqual([]);
  });

  it('is the same, byte for byte, from the same pages in any order', async () => {
    const { files } = await syncedLibrary();
    const turned = new Map([...files].toReversed());
    expect((await bundleOf(turned)).bytes.equals((await bundleOf(files)).bytes)).toBe(true);
  });

  it('leaves out what Git could not hold, and says so', async () => {
    const file = (text: string): { oid: string; bytes: Buffer } => ({
      oid: objectId('sha1', 'blob', Buffer.from(text)),
      bytes: Buffer.from(text),
    });
    const { bytes, leftOut } = await bundleOf(
      new Map([
        ['a', file('1')],
        ['a/b.md', file('2')],
        ['.git/c.md', file('3')],
        ['../d.md', file('4')],
        ['e.md', file('5')],
        [`${'f/'.repeat(101)}g.md`, file('6')],
      ]),
    );
    expect(leftOut.toSorted()).toStrictEqual(['../d.md', '.git/c.md', 'a', `${'f/'.repeat(101)}g.md`]);
    expect([...(await readSource(folder.write('a.bundle', bytes))).pages.keys()].toSorted()).toStrictEqual(['a/b.md', 'e.md']);
  });

  it('leaves out every name that Git takes for its own on some system, so that all the rest can be cloned', async () => {
    const text = Buffer.from('words');
    const oid = objectId('sha1', 'blob', text);
    const refused = [
      'git~1/a.md',
      '.GIT /a.md',
      '.git./a.md',
      '.git::$INDEX_ALLOCATION/a.md',
      'x\\.git\\a.md',
      '.g\u200cit/a.md',
    ];
    const names = [...refused, '.gitmodules/a.md', '.github/a.md', 'git/a.md'];
    const { bytes, leftOut } = await bundleOf(new Map(names.map((name) => [name, { oid, bytes: text }])));
    expect(leftOut).toEqual(expect.arrayContaining([...refused, '.gitmodules/a.md']));
    const file = folder.write('names.bundle', bytes);
    const clone = `${file}.clone`;
    execFileSync('git', ['-c', 'transfer.fsckObjects=true', 'clone', '--quiet', file, clone], {
      env: { ...hermeticGitEnvironment },
    });
    expect(readdirSync(clone).toSorted()).toEqual(['.git', '.github', 'git']);
  });

  it('is not written from a page that does not match its id', async () => {
    const files = new Map([['a.md', { oid: objectId('sha1', 'blob', Buffer.from('one')), bytes: Buffer.from('two') }]]);
    await expect(bundleOf(files)).rejects.toMatchObject({ code: 'damaged-transfer' });
  });
});
