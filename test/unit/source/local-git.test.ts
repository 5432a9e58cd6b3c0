import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createGitRepository, type GitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage, noise } from './git-test-bed.ts';
import { failureOf, readSource } from './read-source.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();

function repositoryAt(name: string, options?: { readonly objectFormat: 'sha256' }): GitRepository {
  return createGitRepository(join(folder.path, name), options);
}

function git(...words: string[]): string {
  return execFileSync('git', words, { env: hermeticGitEnvironment, cwd: folder.path, stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();
}

describe('a repository on this machine', () => {
  it('gives the pages of its HEAD, whether its objects are packed or not', async () => {
    const repository = repositoryAt('news.git');
    const pages = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`pages/${index}.md`, longPage(index, 10)]));
    repository.commit(pages, { atSeconds: 1_600_000_000 });
    repository.git('repack', '-adq');
    repository.git('prune-packed');
    const packed = await readSource(repository.directory);
    const loose = repositoryAt('loose.git');
    for (const name of readdirSync(join(repository.directory, 'objects', 'pack')).filter((file) => file.endsWith('.pack')))
      execFileSync('git', ['-C', loose.directory, 'unpack-objects', '-q'], {
        input: execFileSync('cat', [join(repository.directory, 'objects', 'pack', name)]),
      });
    loose.git('update-ref', 'refs/heads/main', packed.head);
    const read = await readSource(loose.directory);
    expect(packed.head).toBe(repository.git('rev-parse', 'HEAD'));
    expect(packed.headDay).toBe('2020-09-13');
    expect(packed.pages).toStrictEqual(new Map(Object.entries(pages).toSorted(([a], [b]) => (a < b ? -1 : 1))));
    expect([read.head, read.pages]).toStrictEqual([packed.head, packed.pages]);
  });

  it('is compared with what the library has', async () => {
    const repository = repositoryAt('news.git');
    repository.commit({ 'a.md': 'one', 'b.md': 'two', 'c/d.md': 'three' });
    const library = createMemoryLibrary();
    await library.sync(repository.directory);
    expect((await library.sync(repository.directory)).changes).toBeNull();
    repository.commit({ 'a.md': 'changed', 'b.md': null });
    const { changes } = await library.sync(repository.directory);
    expect(changes).toMatchObject({ isComplete: false, present: [{ path: 'a.md' }], removed: ['b.md'] });
  });

  it('is found in a work tree, whose unfinished changes are not read', async () => {
    const repository = repositoryAt('news.git');
    repository.commit({ 'a.md': 'one' });
    git('clone', '-q', repository.directory, 'tree');
    writeFileSync(join(folder.path, 'tree', 'a.md'), 'unfinished');
    git('-C', 'tree', 'worktree', 'add', '-q', '../second', '-b', 'second');
    for (const name of ['tree', 'second']) expect((await readSource(join(folder.path, name))).pages.get('a.md')).toBe('one');
  });

  it('without a commit yet gives the files of its work tree, and none where it has no work tree', async () => {
    git('init', '-q', 'tree');
    writeFileSync(join(folder.path, 'tree', 'a.md'), 'unfinished');
    expect((await readSource(join(folder.path, 'tree'))).pages.get('a.md')).toBe('unfinished');
    expect(await failureOf(readSource(repositoryAt('empty.git').directory))).toMatchObject({ code: 'empty-repository' });
  });

  it('may borrow its objects from another, keep its branches packed, or have another default branch', async () => {
    const repository = repositoryAt('news.git');
    repository.commit({ 'a.md': 'one' }, { branch: 'trunk' });
    git('clone', '-q', '--bare', '--shared', '--branch', 'trunk', repository.directory, 'borrower.git');
    git('-C', 'borrower.git', 'pack-refs', '--all');
    for (const name of ['news.git', 'borrower.git'])
      expect((await readSource(join(folder.path, name))).pages.get('a.md')).toBe('one');
  });

  it('may name its objects by SHA-256', async () => {
    const repository = repositoryAt('news.git', { objectFormat: 'sha256' });
    repository.commit({ 'a.md': 'one' });
    expect((await readSource(repository.directory)).pages.get('a.md')).toBe('one');
  });

  it('reports pages that are too large, kept in Git LFS, or not held', async () => {
    const repository = repositoryAt('news.git');
    const missing = noise(50);
    repository.commit({
      'a.md': 'one',
      'large.md': noise(200_000),
      'lfs.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
      'missing.md': missing,
      'link.md': { symlink: '/etc/passwd' },
    });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    git('clone', '-q', '--bare', '--filter=blob:limit=1000', `file://${repository.directory}`, 'partial.git');
    const whole = await readSource(repository.directory, { maximumFileBytes: 100_000 });
    expect([...whole.pages.keys()]).toStrictEqual(['a.md', 'missing.md']);
    expect(whole.skipped.map(({ entry, code }) => [entry.path, code])).toStrictEqual([
      ['large.md', 'page-too-large'],
      ['lfs.md', 'page-unreadable'],
    ]);
    const partial = await readSource(join(folder.path, 'partial.git'));
    expect(partial.skipped).toContainEqual(expect.objectContaining({ message: 'the repository does not hold this file' }));
  });

  it('that is damaged says so, and gives no wrong page', async () => {
    const repository = repositoryAt('news.git');
    repository.commit({ 'a.md': 'one', 'b.md': 'two', 'c.md': 'three' });
    const overwrite = (name: string, content: string | Uint8Array): void => {
      const oid = repository.git('rev-parse', name);
      const path = join(repository.directory, 'objects', oid.slice(0, 2), oid.slice(2));
      chmodSync(path, 0o644);
      writeFileSync(path, content);
    };
    overwrite('HEAD:b.md', 'no object');
    overwrite('HEAD:c.md', deflateSync('blob 5\0other'));
    const { pages, skipped } = await readSource(repository.directory);
    expect([...pages]).toStrictEqual([['a.md', 'one']]);
    expect(skipped.map(({ entry, code }) => [entry.path, code])).toStrictEqual([
      ['b.md', 'page-unreadable'],
      ['c.md', 'page-unreadable'],
    ]);
    overwrite('HEAD^{tree}', deflateSync('tree 0\0'));
    expect((await failureOf(readSource(repository.directory))).code).toBe('damaged-transfer');
    rmSync(join(repository.directory, 'objects'), { recursive: true });
    mkdirSync(join(repository.directory, 'objects'));
    expect((await failureOf(readSource(repository.directory))).code).toBe('damaged-transfer');
  });

  it('that keeps its branches in a way from the future says so', async () => {
    const repository = repositoryAt('news.git');
    repository.commit({ 'a.md': 'one' });
    rmSync(join(repository.directory, 'refs', 'heads'), { recursive: true });
    writeFileSync(join(repository.directory, 'refs', 'heads'), 'this repository uses the reftable format\n');
    writeFileSync(join(repository.directory, 'HEAD'), 'ref: refs/heads/.invalid\n');
    expect((await failureOf(readSource(repository.directory))).code).toBe('not-a-repository');
  });

  it('whose references lead elsewhere is not followed there', async () => {
    const repository = repositoryAt('news.git');
    const oid = repository.commit({ 'a.md': 'one' });
    folder.write('outside', `${oid}\n`);
    repository.git('update-ref', '-d', 'refs/heads/main');
    writeFileSync(join(repository.directory, 'HEAD'), 'ref: refs/../../outside\n');
    expect((await failureOf(readSource(repository.directory))).code).toBe('empty-repository');
  });
});
