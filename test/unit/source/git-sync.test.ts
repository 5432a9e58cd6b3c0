import { describe, expect, it } from 'vitest';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage, noise, useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();

describe('a repository over smart HTTP', () => {
  it('hands out every wanted file of HEAD, the day of its commit, and its trees', async () => {
    const { repository, url } = bed.makeRepository();
    const head = repository.commit(
      { 'README.md': '# Hello', 'pages/a/1.md': 'one', 'pages/a/2.md': '二', 'pages/a/2.md.png': 'not a page' },
      { atSeconds: 1_600_000_000 },
    );
    const library = createMemoryLibrary();
    const { changes } = await library.sync(url);
    expect(library.head).toBe(head);
    expect(changes).toMatchObject({ isComplete: true, headDay: '2020-09-13' });
    expect([...library.files.keys()]).toStrictEqual(['README.md', 'pages/a/1.md', 'pages/a/2.md']);
    expect(library.text('pages/a/2.md')).toBe('二');
    expect(library.files.get('README.md')?.oid).toBe(repository.git('rev-parse', 'HEAD:README.md'));
    const trees = ['HEAD', 'HEAD^{tree}', 'HEAD:pages', 'HEAD:pages/a'].map((name) => repository.git('rev-parse', name));
    expect([...library.objects.keys()].toSorted()).toStrictEqual(trees.toSorted());
  });

  it('asks two short questions and nothing more where nothing is new', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(url);
    bed.server.count.requests = 0;
    const outcome = await library.sync(url);
    expect(outcome.changes).toBeNull();
    expect(bed.server.count.requests).toBe(2);
    expect(outcome.bytesDown).toBeLessThan(400);
  });

  it('brings only what changed, and that as differences', async () => {
    const { repository, url } = bed.makeRepository();
    const pages = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`pages/${index}.md`, longPage(index, 20)]));
    repository.commit({ ...pages, 'indexes/news.md': longPage(99, 60) });
    const library = createMemoryLibrary();
    const first = await library.sync(url);
    repository.commit({ 'pages/7.md': `${pages['pages/7.md'] ?? ''} and more`, 'pages/8.md': null, 'pages/new.md': 'new' });
    const second = await library.sync(url);
    expect(second.changes).toMatchObject({ isComplete: false, removed: ['pages/8.md'] });
    expect(second.changes?.present.map(({ path }) => path)).toStrictEqual(['pages/7.md', 'pages/new.md']);
    expect(library.text('pages/7.md')).toMatch(/ and more$/);
    expect(library.files.has('pages/8.md')).toBe(false);
    expect(library.files.size).toBe(41);
    expect(second.bytesDown).toBeLessThan(first.bytesDown / 20);
    const trees = repository.git('ls-tree', '-r', '-t', '-d', '--format=%(objectname)', 'HEAD').split('\n');
    expect([...library.objects.keys()]).toEqual(expect.arrayContaining(trees));
  });

  it('needs no content for a page that only moved', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'old.md': longPage(1, 50) });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.commit({ 'old.md': null, 'new.md': longPage(1, 50) });
    const outcome = await library.sync(url);
    expect([...library.files.keys()]).toStrictEqual(['new.md']);
    expect(outcome.bytesDown).toBeLessThan(2000);
  });

  it('fetches one content once and hands it out to every path that has it', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'same', 'b/c.md': 'same' });
    const library = createMemoryLibrary();
    await library.sync(url);
    expect([library.text('a.md'), library.text('b/c.md')]).toStrictEqual(['same', 'same']);
  });

  it('follows a default branch that was renamed', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.git('branch', '-m', 'main', 'trunk');
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    repository.commit({ 'b.md': 'two' }, { branch: 'trunk' });
    await library.sync(url);
    expect(library.text('b.md')).toBe('two');
  });

  it('takes the only branch where HEAD names one that is gone', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' }, { branch: 'elsewhere' });
    const library = createMemoryLibrary();
    await library.sync(url);
    expect(library.text('a.md')).toBe('one');
  });

  it('takes over a history that was replaced by an unrelated one', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': longPage(1, 10), 'kept.md': 'kept' });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.commit({ 'b.md': 'two', 'kept.md': 'kept' }, { isUnrelated: true });
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    const { changes } = await library.sync(url);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['b.md', 'kept.md']);
    expect(changes).toMatchObject({ isComplete: false, removed: ['a.md'] });
  });

  it('takes over an amended commit', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    repository.commit({ 'b.md': 'two' });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.commit({ 'b.md': 'three' }, { isAmending: true });
    await library.sync(url);
    expect([library.text('a.md'), library.text('b.md')]).toStrictEqual(['one', 'three']);
  });

  it('starts over where the library lost a tree', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a/b.md': 'one', 'c.md': 'c' });
    const library = createMemoryLibrary();
    await library.sync(url);
    library.forget(repository.git('rev-parse', 'HEAD:a'));
    repository.commit({ 'c.md': 'changed' });
    const { changes } = await library.sync(url);
    expect(changes?.isComplete).toBe(true);
    expect(changes?.present).toHaveLength(2);
    expect(library.text('c.md')).toBe('changed');
  });

  it('reads repositories that name their objects by SHA-256', async () => {
    const { repository, url } = bed.makeRepository({ objectFormat: 'sha256' });
    repository.commit({ 'a/1.md': longPage(1, 30), 'b.md': 'b' });
    const library = createMemoryLibrary();
    await library.sync(url);
    repository.commit({ 'a/1.md': `${longPage(1, 30)} more` });
    const outcome = await library.sync(url);
    expect(outcome.head).toHaveLength(64);
    expect(outcome.changes?.isComplete).toBe(false);
    expect(library.text('a/1.md')).toMatch(/ more$/);
  });

  it('finds the few new pages among 20,000', async () => {
    const { repository, url } = bed.makeRepository();
    const pages = Array.from({ length: 20_000 }, (_, index) => [`pages/${index % 50}/${index}.md`, `page ${index}`] as const);
    repository.commit(Object.fromEntries(pages));
    const library = createMemoryLibrary();
    const first = await library.sync(url);
    expect(library.files.size).toBe(20_000);
    expect(first.bytesDown).toBeLessThan(2_000_000);
    repository.commit({ 'pages/3/new.md': 'new' });
    const second = await library.sync(url);
    expect(second.changes?.present.map(({ path }) => path)).toStrictEqual(['pages/3/new.md']);
    expect(second.bytesDown).toBeLessThan(5000);
  });
});

describe('what is no page', () => {
  it('is never fetched, however large it is', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one', 'a.md.png': noise(20_000), 'talk.mp4': noise(20_000_000) });
    const library = createMemoryLibrary();
    const { bytesDown } = await library.sync(url);
    expect([...library.files.keys()]).toStrictEqual(['a.md']);
    expect(bytesDown).toBeLessThan(10_000);
  });

  it('counts among it a page of which Git LFS holds the content elsewhere', async () => {
    const { repository, url } = bed.makeRepository();
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
    repository.commit({ 'a.md': pointer, 'b.md': `About pointers:\n\n${pointer}` });
    const library = createMemoryLibrary();
    const { skipped } = await library.sync(url);
    expect(skipped).toMatchObject([{ entry: { path: 'a.md' }, code: 'page-unreadable' }]);
    expect([...library.files.keys()]).toStrictEqual(['b.md']);
  });
});

describe('a server that cannot leave files out', () => {
  it('serves everything in one pack, and differences afterwards', async () => {
    const { repository, url } = bed.makeRepository();
    repository.git('config', 'uploadpack.allowFilter', 'false');
    repository.commit({ 'a.md': longPage(1, 40), 'b.md': longPage(2, 40), 'c.png': longPage(3, 40) });
    const library = createMemoryLibrary();
    const first = await library.sync(url);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['a.md', 'b.md']);
    repository.commit({ 'a.md': `${longPage(1, 40)} more` });
    const second = await library.sync(url);
    expect(library.text('a.md')).toMatch(/ more$/);
    expect(second.bytesDown).toBeLessThan(first.bytesDown / 20);
  });
});
