import { describe, expect, it } from 'vitest';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage, noise, useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();

function pagesOf(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`pages/${index}.md`, longPage(index, 20)]));
}

describe('a server from before protocol version 2', () => {
  it('serves everything in one pack without its history, and differences afterwards', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'gone.md': noise(1_000_000) });
    repository.commit({ ...pagesOf(30), 'gone.md': null });
    const library = createMemoryLibrary();
    const first = await library.sync(urlWith('old=1/'));
    expect(first.head).toBe(repository.git('rev-parse', 'HEAD'));
    expect(library.files.size).toBe(30);
    expect(first.bytesDown).toBeLessThan(600_000);
    repository.commit({ 'pages/7.md': `${longPage(7, 20)} and more`, 'pages/8.md': null });
    const second = await library.sync(urlWith('old=1/'));
    expect(second.changes).toMatchObject({ isComplete: false, removed: ['pages/8.md'] });
    expect(library.text('pages/7.md')).toMatch(/ and more$/);
    expect(second.bytesDown).toBeLessThan(first.bytesDown / 20);
  });

  it('is asked one short question where nothing is new', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('old=1/'));
    bed.server.count.requests = 0;
    expect((await library.sync(urlWith('old=1/'))).changes).toBeNull();
    expect(bed.server.count.requests).toBe(1);
  });

  it('is read the same also where it was upgraded meanwhile', async () => {
    const { repository, url, urlWith } = bed.makeRepository();
    repository.commit(pagesOf(10));
    const library = createMemoryLibrary();
    await library.sync(urlWith('old=1/'));
    repository.commit({ 'new.md': 'new' });
    expect((await library.sync(url)).batches.flat()).toStrictEqual(['new.md']);
    repository.commit({ 'newer.md': 'newer' });
    expect((await library.sync(urlWith('old=1/'))).batches.flat()).toStrictEqual(['newer.md']);
  });

  it('takes over a history that was replaced by an unrelated one', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': longPage(1, 10), 'kept.md': 'kept' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('old=1/'));
    repository.commit({ 'b.md': 'two', 'kept.md': 'kept' }, { isUnrelated: true });
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    await library.sync(urlWith('old=1/'));
    expect([...library.files.keys()].toSorted()).toStrictEqual(['b.md', 'kept.md']);
  });

  it('sends everything once more where the library lost a page that did not change', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'x'.repeat(2000), 'b.md': 'b' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('old=1/'), { maximumFileBytes: 1000 });
    expect([...library.files.keys()]).toStrictEqual(['b.md']);
    repository.commit({ 'a.md': null, 'moved.md': 'x'.repeat(2000) });
    await library.sync(urlWith('old=1/'));
    expect([...library.files.keys()].toSorted()).toStrictEqual(['b.md', 'moved.md']);
  });

  it('is followed to a renamed branch, and told from an empty repository', async () => {
    const { repository, urlWith } = bed.makeRepository();
    await expect(createMemoryLibrary().sync(urlWith('old=1/'))).rejects.toMatchObject({ code: 'empty-repository' });
    repository.commit({ 'a.md': 'one' }, { branch: 'trunk' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('old=1/'));
    expect(library.text('a.md')).toBe('one');
  });

  it('may name its objects by SHA-256', async () => {
    const { repository, urlWith } = bed.makeRepository({ objectFormat: 'sha256' });
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    expect((await library.sync(urlWith('old=1/'))).head).toHaveLength(64);
    expect(library.text('a.md')).toBe('one');
  });

  it.each([
    ['cut=3000/', 'connection-failed'],
    ['flip=3000/', 'damaged-transfer'],
    ['hang=3000/', 'timed-out'],
  ])('leaves the library as it was where the transfer goes wrong: %s', async (fault, code) => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    const before = await library.sync(urlWith('old=1/'));
    repository.commit(pagesOf(5));
    await expect(library.sync(urlWith(`old=1/${fault}`), { stallTimeoutMs: 500 })).rejects.toMatchObject({ code });
    expect(library.head).toBe(before.head);
    await library.sync(urlWith('old=1/'));
    expect(library.files.size).toBe(6);
  });
});
