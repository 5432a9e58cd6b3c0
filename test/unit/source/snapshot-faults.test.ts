import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { noise } from './git-test-bed.ts';
import { failureOf, readSource } from './read-source.ts';
import { paxRecord, tarFile } from './tar-file.ts';
import { useTemporaryFolder } from './temporary-folder.ts';
import { zipFile } from './zip-file.ts';

const folder = useTemporaryFolder();
const bytes = noise(100_000);
const members = Array.from({ length: 5 }, (_, index) => ({
  name: `${index}.md`,
  content: bytes.subarray(index * 20_000, (index + 1) * 20_000 - index),
}));

describe('a damaged snapshot', () => {
  it.each([
    ['a.zip', zipFile(members)],
    ['a.tar', tarFile(members)],
    ['a.tar.gz', gzipSync(tarFile(members))],
  ])('that is cut short says so wherever it ends: %s', async (name, whole) => {
    for (const length of [600, 30_000, whole.length - 1030, whole.length - 5]) {
      if (name === 'a.tar' && length === whole.length - 5) continue;
      const failure = await failureOf(readSource(folder.write(name, whole.subarray(0, length))));
      expect(failure.code).toBe('damaged-transfer');
    }
    expect(folder.leftovers()).toStrictEqual([]);
  });

  it('(tar.gz) with one wrong bit is refused', async () => {
    const packed = gzipSync(tarFile(members));
    packed.writeUInt8(packed.readUInt8(50_000) ^ 4, 50_000);
    expect((await failureOf(readSource(folder.write('a.tar.gz', packed)))).code).toBe('damaged-transfer');
  });

  it('(zip) gives the files that are whole, and says which are not', async () => {
    const zip = zipFile([
      { name: 'good.md', content: 'good' },
      { name: 'sum.md', content: 'sum', crc: 1 },
      { name: 'short.md', content: 'short', announcedBytes: 3 },
      { name: 'method.md', content: 'method', method: 14 },
    ]);
    const { pages, skipped } = await readSource(folder.write('a.zip', zip));
    expect(pages).toStrictEqual(new Map([['good.md', 'good']]));
    expect(skipped.map(({ entry, code }) => [entry.path, code])).toStrictEqual([
      ['method.md', 'page-unreadable'],
      ['short.md', 'page-unreadable'],
      ['sum.md', 'page-unreadable'],
    ]);
  });

  it('(tar) with a size that nothing has is refused', async () => {
    const tar = tarFile([
      { name: 'pax', flag: 'x', content: paxRecord('size', '-5') },
      { name: 'a.md', content: 'one' },
    ]);
    expect((await failureOf(readSource(folder.write('a.tar', tar)))).code).toBe('damaged-transfer');
  });
});

describe('a snapshot made to do harm', () => {
  it('that is encrypted cannot be read, and says so', async () => {
    const zip = zipFile([{ name: 'a.md', content: 'one', isEncrypted: true }]);
    const failure = await failureOf(readSource(folder.write('a.zip', zip)));
    expect(failure.code).toBe('origin-not-understood');
    expect(failure.message).toMatch(/encrypted/);
  });

  it('whose files overlap is refused', async () => {
    const content = 'x'.repeat(5000);
    const zip = zipFile([
      { name: 'a.md', content },
      { name: 'b.md', content, sameBytesAs: 0 },
    ]);
    const failure = await failureOf(readSource(folder.write('a.zip', zip)));
    expect(failure.code).toBe('damaged-transfer');
    expect(failure.message).toMatch(/overlap/);
  });

  it('(zip) with a file that unfolds to far more than it takes skips it unread', async () => {
    const zip = zipFile([
      { name: 'a.md', content: 'one' },
      { name: 'bomb.md', content: Buffer.alloc(30_000_000) },
    ]);
    const { pages, skipped } = await readSource(folder.write('a.zip', zip), { maximumFileBytes: 100_000_000 });
    expect([...pages.keys()]).toStrictEqual(['a.md']);
    expect(skipped).toMatchObject([{ entry: { path: 'bomb.md' }, code: 'page-unreadable' }]);
  });

  it('(tar.gz) that unfolds to far more than it takes is refused', async () => {
    const packed = gzipSync(
      tarFile([
        { name: 'picture.png', content: Buffer.alloc(30_000_000) },
        { name: 'a.md', content: 'one' },
      ]),
    );
    expect((await failureOf(readSource(folder.write('a.tar.gz', packed)))).code).toBe('too-large');
  });

  it('with more files than any archive has is refused', async () => {
    const header = tarFile([{ name: 'a.png' }]).subarray(0, 512);
    const many = Buffer.alloc(512 * 200_001, header);
    expect((await failureOf(readSource(folder.write('a.tar', many)))).code).toBe('too-large');
  });

  it('(tar) with an endless name is refused', async () => {
    const tar = tarFile([
      { name: 'x', flag: 'L', content: Buffer.alloc(2_000_000, 'a') },
      { name: 'a.md', content: 'one' },
    ]);
    expect((await failureOf(readSource(folder.write('a.tar', tar)))).code).toBe('damaged-transfer');
  });

  it('leaves nothing behind', async () => {
    await failureOf(readSource(folder.write('a.zip', zipFile([{ name: 'a.md', content: 'one', isEncrypted: true }]))));
    expect(folder.leftovers()).toStrictEqual([]);
  });
});

describe('a machine without a place for temporary files', () => {
  it('is told of as a disk that fails, not as one that is full', async () => {
    const snapshot = folder.write('a.zip', zipFile(members));
    vi.stubEnv('TMPDIR', `${folder.path}/no-such-folder`);
    try {
      const failure = await failureOf(readSource(snapshot));
      expect(failure).toMatchObject({ code: 'disk-failed', details: { reason: 'ENOENT' } });
      expect((await failureOf(readSource('http://127.0.0.1:9/a.zip'))).code).toBe('disk-failed');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
