import { describe, expect, it } from 'vitest';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage, noise, useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();

function manyPages(count: number, kilobytes: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`pages/${index}.md`, longPage(index, kilobytes)]));
}

describe('a transfer that goes wrong', () => {
  it('keeps the pages that arrived before a cut, and fetches only the others afterwards', async () => {
    const { repository, url, urlWith } = bed.makeRepository();
    repository.commit(manyPages(60, 20));
    const reference = await createMemoryLibrary().sync(url);
    const library = createMemoryLibrary();
    const cutAt = Math.floor(reference.bytesDown / 2);
    await expect(library.sync(urlWith(`cut=${cutAt}/`))).rejects.toMatchObject({ code: 'connection-failed' });
    const kept = library.files.size;
    expect(kept).toBeGreaterThan(15);
    expect(kept).toBeLessThan(45);
    expect(library.head).toBeNull();
    const second = await library.sync(url);
    expect(second.batches.flat()).toHaveLength(60 - kept);
    expect(library.files.size).toBe(60);
    expect(cutAt + second.bytesDown).toBeLessThan(1.2 * reference.bytesDown);
  });

  it('keeps the pages that arrived before a silence', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit(manyPages(30, 20));
    const library = createMemoryLibrary();
    await expect(library.sync(urlWith('hang=150000/'), { stallTimeoutMs: 500 })).rejects.toMatchObject({ code: 'timed-out' });
    expect(library.files.size).toBeGreaterThan(5);
    expect(library.head).toBeNull();
  });

  it.each([40_000, 100_000, 200_000])('notices one wrong bit at byte %i and hands out no wrong page', async (at) => {
    const { repository, url, urlWith } = bed.makeRepository();
    const pages = manyPages(30, 20);
    repository.commit(pages);
    const library = createMemoryLibrary();
    await expect(library.sync(urlWith(`flip=${at}/`))).rejects.toMatchObject({ code: 'damaged-transfer' });
    for (const path of library.files.keys()) expect(library.text(path)).toBe(pages[path]);
    await library.sync(url);
    expect(library.files.size).toBe(30);
  });

  it('goes on from differences whose base the library has replaced meanwhile', async () => {
    const { repository, url, urlWith } = bed.makeRepository();
    const pages = manyPages(30, 20);
    repository.commit(pages);
    const library = createMemoryLibrary();
    await library.sync(url);
    const changed = Object.fromEntries(
      Object.entries(pages).map(([path, text]) => [path, `${text.slice(0, 15_000)} changed ${path}`]),
    );
    repository.commit(changed);
    await expect(library.sync(urlWith('cut=2500/'))).rejects.toMatchObject({ code: 'connection-failed' });
    await library.sync(url);
    for (const [path, text] of Object.entries(changed)) expect(library.text(path)).toBe(text);
  });
});

describe('a page that is too large', () => {
  it('is reported and costs little, and the others arrive', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ ...manyPages(20, 5), 'pages/10-large.md': noise(12_000_000), 'z.md': 'last' });
    const library = createMemoryLibrary();
    const outcome = await library.sync(url);
    expect(outcome.skipped).toMatchObject([{ entry: { path: 'pages/10-large.md' }, code: 'page-too-large' }]);
    expect(library.files.size).toBe(21);
    expect(outcome.bytesDown).toBeLessThan(6_000_000);
  });

  it('is found also among several and beside differences', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ ...manyPages(10, 5), 'a.md': noise(3000), 'm.md': noise(2_000_000), 'x.md': noise(2_100_000) });
    const library = createMemoryLibrary();
    await library.sync(url, { maximumFileBytes: 50_000 });
    repository.commit({ 'a.md': noise(60_000), 'pages/1.md': longPage(1, 5).replace('Page', 'Leaf'), 'm.md': noise(2_000_001) });
    const second = await library.sync(url, { maximumFileBytes: 50_000 });
    expect(second.skipped.map(({ entry }) => entry.path).toSorted()).toStrictEqual(['a.md', 'm.md']);
    expect(library.text('pages/1.md')).toMatch(/^# Leaf 1/);
  });

  it('is read past where the server sends everything in one pack', async () => {
    const { repository, url } = bed.makeRepository();
    repository.git('config', 'uploadpack.allowFilter', 'false');
    repository.commit({
      ...manyPages(10, 5),
      'large.md': noise(3_000_000),
      'folded.md': '0'.repeat(3_000_000),
      'picture.png': noise(2_000_000),
    });
    const library = createMemoryLibrary();
    const outcome = await library.sync(url);
    expect(outcome.skipped.map(({ entry }) => entry.path).toSorted()).toStrictEqual(['folded.md', 'large.md']);
    expect(library.files.size).toBe(10);
    expect(bed.server.count.bodies.filter((body) => body.includes('command=fetch'))).not.toHaveLength(0);
  });
});
