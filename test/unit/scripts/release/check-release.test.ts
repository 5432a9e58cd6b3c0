import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFile } from 'node:fs/promises';
import { readManifest } from '#main/update/manifest.ts';
import { checkRelease } from '#scripts/release/check-release.mjs';
import { makeKeyPair } from '#scripts/release/signature.mjs';

const script = fileURLToPath(new URL('../../../../scripts/release-sign.mjs', import.meta.url));
const names = ['x64', 'arm64'].flatMap((arch) =>
  [
    'linux-ARCH.AppImage',
    'linux-ARCH.deb',
    'linux-ARCH.rpm',
    'linux-ARCH.tar.gz',
    'mac-ARCH.zip',
    'mac-ARCH.dmg',
    'win-ARCH.exe',
    'win-ARCH.zip',
  ].map((ending) => `Offprint-0.2.0-${ending.replace('ARCH', arch)}`),
);

/** A folder of packages, signed by the script that a release is signed with. */
async function signedFolder(): Promise<{ readonly folder: string; readonly publicKey: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { privateKey, publicKey } = makeKeyPair();
  for (const name of names) writeFileSync(join(folder, name), `the package ${name}`);
  writeFileSync(join(folder, 'key'), privateKey);
  writeFileSync(join(folder, 'notes.json'), JSON.stringify({ en: 'Faster.', 'zh-Hans': '更快。', 'zh-Hant': '更快。' }));
  const words = [
    folder,
    '--key',
    join(folder, 'key'),
    '--sequence',
    '7',
    '--notes',
    join(folder, 'notes.json'),
    '--mirror',
    'https://mirror.example/',
  ];
  await promisify(execFile)(process.execPath, [script, ...words]);
  return { folder, publicKey };
}

describe('a folder of packages', () => {
  it('that was signed is good, and the application reads its manifest', async () => {
    const { folder, publicKey } = await signedFolder();
    expect(await checkRelease(folder, { publicKeys: [publicKey] })).toMatchObject({ problems: [] });
    const manifest = readManifest(await readFile(join(folder, 'offprint-update.json')), [publicKey]);
    expect(manifest).toMatchObject({
      version: '0.2.0',
      sequence: 7,
      mirrors: ['https://mirror.example/'],
      notes: { 'zh-Hant': '更快。' },
    });
    expect(manifest.files).toHaveLength(16);
  });

  it('is bad where a package changed, is missing, or lies there unsigned', async () => {
    const { folder, publicKey } = await signedFolder();
    const [changed = '', missing = ''] = names;
    appendFileSync(join(folder, changed), '!');
    rmSync(join(folder, missing));
    writeFileSync(join(folder, 'Offprint-0.2.1-linux-x64.deb'), '');
    const { problems } = await checkRelease(folder, { publicKeys: [publicKey] });
    expect(problems).toEqual([
      expect.stringContaining(changed),
      expect.stringContaining(missing),
      'Offprint-0.2.1-linux-x64.deb lies here and is not listed',
      `SHA256SUMS: ${changed} does not match`,
      `SHA256SUMS: ${missing} does not match`,
    ]);
  });

  it('of a reader, with one package of many, is judged by what is there', async () => {
    const { folder, publicKey } = await signedFolder();
    for (const name of names.slice(1)) rmSync(join(folder, name));
    const options = { publicKeys: [publicKey], isPartial: true };
    expect((await checkRelease(folder, options)).problems).toEqual([]);
    appendFileSync(join(folder, names[0] ?? ''), '!');
    expect((await checkRelease(folder, options)).problems).toHaveLength(1);
  });

  it('is bad where another key signed it', async () => {
    const { folder } = await signedFolder();
    expect((await checkRelease(folder, { publicKeys: [makeKeyPair().publicKey] })).problems).toEqual([
      expect.stringContaining('not signed'),
    ]);
  });
});
