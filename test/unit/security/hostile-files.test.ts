import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkPicture } from '#main/pictures/check-picture.ts';
import { readSource } from '#test/unit/source/read-source.ts';
import { tarFile } from '#test/unit/source/tar-file.ts';
import { useTemporaryFolder } from '#test/unit/source/temporary-folder.ts';
import { type ZipMember, zipFile } from '#test/unit/source/zip-file.ts';
import { costOf } from './cost.ts';

const folder = useTemporaryFolder();
const good: ZipMember = { name: 'pages/good.md', content: '# Good\n' };
const evil = '# Evil\n';
const symbolicLink = 0o120777;
const nul = String.fromCodePoint(0);

/** Names that lead out of wherever an archive is unpacked, on some system. */
const slippery = [
  '../evil.md',
  '../../../../tmp/evil.md',
  'pages/../../evil.md',
  '/evil.md',
  '/etc/evil.md',
  '//host/share/evil.md',
  'C:\\evil.md',
  'C:/evil.md',
  '..\\evil.md',
  'pages\\..\\..\\evil.md',
  `evil.md${nul}.png.md`,
  '.git/hooks/evil.md',
  '.GIT/evil.md',
  'pages/./../../evil.md',
];

/** In a tar archive a backslash is a letter, and a name ends at its first NUL. */
const slipperyInTar = slippery.filter((name) => !name.includes('\\') && !name.includes(nul));

const nested = (depth: number): Buffer =>
  depth === 0
    ? Buffer.alloc(1_000_000)
    : zipFile([
        { name: 'a.zip', content: nested(depth - 1) },
        { name: 'b.zip', content: nested(depth - 1) },
      ]);

/** A file that somebody made, and what reading it may end in: a refusal, or the one good page alone. */
const files: readonly (readonly [name: string, file: string, make: () => Buffer, ends: RegExp])[] = [
  ...slippery.map(
    (name) => [`zip slip: ${JSON.stringify(name)}`, 'a.zip', () => zipFile([good, { name, content: evil }]), /^good$/u] as const,
  ),
  ...slipperyInTar.map(
    (name) => [`tar slip: ${JSON.stringify(name)}`, 'a.tar', () => tarFile([good, { name, content: evil }]), /^good$/u] as const,
  ),
  [
    'a symbolic link in a zip',
    'a.zip',
    () => zipFile([good, { name: 'evil.md', content: '/etc/passwd', mode: symbolicLink }]),
    /^good$/u,
  ],
  ['a symbolic link in a tar', 'a.tar', () => tarFile([good, { name: 'evil.md', content: '', flag: '2' }]), /^good$/u],
  ['a hard link in a tar', 'a.tar', () => tarFile([good, { name: 'evil.md', content: '', flag: '1' }]), /^good$/u],
  ['a device in a tar', 'a.tar', () => tarFile([good, { name: 'evil.md', content: '', flag: '3' }]), /^good$/u],
  ['a zip bomb', 'a.zip', () => zipFile([good, { name: 'evil.md', content: Buffer.alloc(30_000_000) }]), /^good$/u],
  [
    'a zip that lies about its size',
    'a.zip',
    () => zipFile([good, { name: 'evil.md', content: Buffer.alloc(30_000_000), announcedBytes: 10 }]),
    /^good$/u,
  ],
  [
    'a zip that claims four gigabytes',
    'a.zip',
    () => zipFile([good, { name: 'evil.md', content: evil, announcedBytes: 0xff_ff_ff_f0 }]),
    /^(?:good|too-large)$/u,
  ],
  [
    'a tar.gz bomb',
    'a.tar.gz',
    () => gzipSync(tarFile([good, { name: 'evil.md', content: Buffer.alloc(30_000_000) }])),
    /^too-large$/u,
  ],
  [
    'a tar that claims eight gigabytes',
    'a.tar',
    () => tarFile([good, { name: 'evil.md', content: evil, announcedBytes: 0o77_777_777_777 }]),
    /^(?:damaged-transfer|too-large)$/u,
  ],
  ['files that overlap', 'a.zip', () => overlapping(), /^damaged-transfer$/u],
  ['zips in zips in zips', 'a.zip', () => zipFile([good, { name: 'pages/deep.zip', content: nested(5) }]), /^good$/u],
  [
    'an encrypted zip',
    'a.zip',
    () => zipFile([good, { name: 'evil.md', content: evil, isEncrypted: true }]),
    /^origin-not-understood$/u,
  ],
  ['a wrong checksum', 'a.zip', () => zipFile([good, { name: 'evil.md', content: evil, crc: 7 }]), /^good$/u],
  ['the same name twice', 'a.zip', () => zipFile([good, { name: 'pages/good.md', content: evil }]), /^good$/u],
];

/** Sixteen times the same kernel, as in the well-known bomb. */
function overlapping(): Buffer {
  const content = Buffer.alloc(200_000, 'a');
  const copies = Array.from({ length: 16 }, (_unused, at): ZipMember => ({
    name: `${at}.md`,
    content,
    ...(at > 0 && { sameBytesAs: 0 }),
  }));
  return zipFile(copies);
}

describe('a file made to do harm', () => {
  it.each(files)(
    '%s is refused or passed over, soon and in little memory, and nothing is put outside',
    async (_name, file, make, ends) => {
      const path = folder.write(file, make());
      const { outcome, cpuMs, grownBytes } = await costOf(async () => {
        const { pages } = await readSource(path);
        const texts = [...pages.values()];
        return texts.length === 1 && texts[0] === '# Good\n' ? 'good' : `read: ${[...pages.keys()].join(' ')}`;
      });
      expect(outcome).toMatch(ends);
      expect(cpuMs).toBeLessThan(1_000);
      expect(grownBytes).toBeLessThan(200_000_000);
      expect(folder.leftovers()).toEqual([]);
      expect(readdirSync(folder.path).toSorted()).toEqual([file, 'temporary'].toSorted());
      expect([join(folder.path, '..', 'evil.md'), '/tmp/evil.md', '/evil.md', '/etc/evil.md'].filter(existsSync)).toEqual([]);
    },
  );
});

/** One bit a pixel, all of it zero: 15,000 x 15,000 pixels that take 900 MB when they are drawn. */
function pictureBomb(): Buffer {
  const side = 15_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))), { level: 9 });
  const part = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const end = part('IEND', Buffer.alloc(0));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), part('IHDR', header), part('IDAT', rows), end]);
}

it('a picture of 26 kilobytes that would fill the memory is known by its header, and never drawn', async () => {
  const bomb = pictureBomb();
  expect(bomb.length).toBeLessThan(30_000);
  const { outcome, cpuMs, grownBytes } = await costOf(() => checkPicture(bomb));
  expect(outcome).toEqual({ ok: false, reason: 'too-many-pixels' });
  expect(cpuMs).toBeLessThan(1_000);
  expect(grownBytes).toBeLessThan(50_000_000);
});
