import { describe, expect, it } from 'vitest';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();
const everything = { isWanted: () => true };

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

describe('names in a repository', () => {
  it('are never those of a folder above, or several parts in one', async () => {
    const { repository, url } = bed.makeRepository();
    const oid = repository.writeBlob('content');
    const names = ['..', '.', 'a/b.md', '/c.md', 'good.md'];
    const inner = repository.writeTree([{ mode: '100644', name: 'x.md', oid }]);
    const entries = names.map((name) => ({ mode: '100644', name, oid }));
    repository.commitTree(
      repository.writeTree([...entries, { mode: '40000', name: '..', oid: inner }, { mode: '40000', name: '.git', oid: inner }]),
    );
    const library = createMemoryLibrary();
    await library.sync(url, everything);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['.git/x.md', 'good.md']);
  });

  it('are read as UTF-8, else as GBK, else as Latin-1; of two that read the same the first is kept', async () => {
    const { repository, url } = bed.makeRepository();
    const [first, second] = [repository.writeBlob('first'), repository.writeBlob('second')];
    const gbk = Buffer.from([0xd0, 0xc2, 0xce, 0xc5, 0x2e, 0x6d, 0x64]);
    repository.commitTree(
      repository.writeTree([
        { mode: '100644', name: gbk, oid: first },
        { mode: '100644', name: Buffer.from([0x61, 0xff]), oid: first },
        { mode: '100644', name: 'a\nb?:*.md', oid: first },
        { mode: '100644', name: '新闻.md', oid: second },
      ]),
    );
    const library = createMemoryLibrary();
    await library.sync(url, everything);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['a\nb?:*.md', 'aÿ', '新闻.md'].toSorted());
    expect(library.text('新闻.md')).toBe('first');
  });

  it('are kept where only some system could not write them', async () => {
    const { repository, url } = bed.makeRepository();
    const names = ['con.md', 'News.md', 'aux', 'news.md', 'trailing.', ' .md'];
    const oid = repository.writeBlob('content');
    repository.commitTree(repository.writeTree(names.map((name) => ({ mode: '100644', name, oid })).toSorted(byName)));
    const library = createMemoryLibrary();
    await library.sync(url, everything);
    expect([...library.files.keys()].toSorted()).toStrictEqual(names.toSorted());
  });

  it('of links and submodules are not files', async () => {
    const { repository, url } = bed.makeRepository();
    const commit = repository.commit({ 'a.md': 'one' });
    repository.commit({ 'link.md': { symlink: '/etc/passwd' }, 'module.md': { submodule: commit } });
    const library = createMemoryLibrary();
    await library.sync(url, everything);
    expect([...library.files.keys()]).toStrictEqual(['a.md']);
  });

  it('change their kind: a file that becomes a link or a folder is gone', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'a', 'b.md': 'b', 'c.md': { symlink: 'a.md' } });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.commit({ 'a.md': { symlink: 'b.md' }, 'b.md': null, 'b.md/inner.md': 'inner', 'c.md': 'c' });
    const { changes } = await library.sync(url);
    expect(changes?.removed).toStrictEqual(['a.md', 'b.md']);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['b.md/inner.md', 'c.md']);
  });

  it('cannot make a small repository list without end', async () => {
    const { repository, url } = bed.makeRepository();
    const letters = Array.from('abcdefghijklmnopqrst');
    let tree = repository.writeTree([{ mode: '100644', name: 'a.md', oid: repository.writeBlob('x') }]);
    for (let level = 0; level < 12; level++) {
      const inner = { mode: '40000', oid: tree };
      tree = repository.writeTree(letters.map((name) => Object.assign({ name }, inner)));
    }
    repository.commitTree(tree);
    await expect(createMemoryLibrary().sync(url)).rejects.toMatchObject({ code: 'too-large' });
  });
});
