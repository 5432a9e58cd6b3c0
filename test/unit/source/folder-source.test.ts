import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';

let folder = '';

function write(path: string, content: string | Uint8Array): void {
  const location = join(folder, path);
  mkdirSync(dirname(location), { recursive: true });
  writeFileSync(location, content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder as an origin', () => {
  it('hands out its files under the ids that Git would give them', async () => {
    write('README.md', '# Hello');
    write('pages/新闻/1.md', 'one');
    write('pages/1.png', 'not a page');
    const library = createMemoryLibrary();
    const { changes } = await library.sync(folder);
    expect(changes?.isComplete).toBe(true);
    expect([...library.files.keys()].toSorted()).toStrictEqual(['README.md', 'pages/新闻/1.md']);
    const expected = execFileSync('git', ['hash-object', '--stdin'], { input: '# Hello' }).toString().trim();
    expect(library.files.get('README.md')?.oid).toBe(expected);
  });

  it('has the same head as long as its content is the same, and takes its day from the newest file', async () => {
    write('a.md', 'one');
    utimesSync(join(folder, 'a.md'), 1_600_000_000, 1_600_000_000);
    const library = createMemoryLibrary();
    expect((await library.sync(folder)).changes?.headDay).toBe('2020-09-13');
    utimesSync(join(folder, 'a.md'), 1_650_000_000, 1_650_000_000);
    expect((await library.sync(folder)).changes).toBeNull();
    write('a.md', 'two');
    const second = await library.sync(folder);
    expect(second.batches.flat()).toStrictEqual(['a.md']);
    expect(library.text('a.md')).toBe('two');
  });

  it('forgets files that are gone', async () => {
    write('a.md', 'one');
    write('b.md', 'two');
    const library = createMemoryLibrary();
    await library.sync(folder);
    rmSync(join(folder, 'a.md'));
    await library.sync(folder);
    expect([...library.files.keys()]).toStrictEqual(['b.md']);
  });

  it('passes over .git and does not follow links', async () => {
    write('.git/description.md', 'not a page');
    write('a.md', 'one');
    symlinkSync('/etc', join(folder, 'outside'));
    symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'));
    symlinkSync(folder, join(folder, 'around'));
    const library = createMemoryLibrary();
    await library.sync(folder, { isWanted: () => true });
    expect([...library.files.keys()]).toStrictEqual(['a.md']);
  });

  it('reports a page that is too large', async () => {
    write('a.md', 'one');
    write('large.md', Buffer.alloc(2_000_000));
    const outcome = await createMemoryLibrary().sync(folder);
    expect(outcome.skipped).toMatchObject([{ entry: { path: 'large.md' }, code: 'page-too-large' }]);
  });

  it('reports a page that changes while it is read, rather than hand out what does not match its id', async () => {
    write('a.md', 'one');
    const options = { isWanted: () => true, maximumFileBytes: 100, stallTimeoutMs: 100, userAgent: 'x', network: directNetwork };
    const source = openSource(folder, options);
    const { signal } = new AbortController();
    const known = { head: null, read: () => undefined };
    const head = await source.readHead(signal);
    const { changes } = await source.readChanges(head, known, signal);
    write('a.md', 'two');
    for await (const batch of source.readFiles(head, changes.present, known, signal))
      expect(batch).toMatchObject({ files: [], skipped: [{ code: 'page-unreadable' }] });
    expect.assertions(1);
  });

  it('says where there is no folder', async () => {
    write('a.md', 'one');
    await expect(createMemoryLibrary().sync(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'origin-not-found' });
    await expect(createMemoryLibrary().sync(join(folder, 'a.md'))).rejects.toMatchObject({ code: 'origin-not-understood' });
  });

  it('can be cancelled', async () => {
    write('a.md', 'one');
    await expect(createMemoryLibrary().sync(folder, {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
