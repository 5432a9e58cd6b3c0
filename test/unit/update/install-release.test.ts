import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installRelease, previousName, removeInstaller, type InstallErrand } from '#main/update/install-release.ts';
import { temporaryFolder } from './release-bed.ts';

const oldProgram = '#!/bin/sh\nexit 0\n';

/** An old AppImage and a verified new one; both are scripts, so that starting them is quick. */
function stage(newProgram: (folder: string) => string): { errand: InstallErrand; ended: () => number } {
  const folder = temporaryFolder();
  const appImage = join(folder, 'Applications of 读者', 'Offprint.AppImage');
  const path = join(folder, 'updates', 'downloads', 'Offprint-0.2.0-linux-x64.AppImage');
  const content = newProgram(folder);
  for (const [file, text] of [
    [appImage, oldProgram],
    [path, content],
  ] as const) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: file === appImage ? 0o755 : 0o600 });
  }
  vi.stubEnv('APPIMAGE', appImage);
  let ends = 0;
  const host = { name: 'Offprint', version: '0.1.0', quit: () => void (ends += 1), onQuit: () => undefined };
  const sha512 = createHash('sha512').update(content).digest('base64');
  const facts = { version: '0.2.0', bytes: Buffer.byteLength(content), sha512, folder: join(folder, 'updates'), appImage };
  return { errand: { host, packageKind: 'appimage', path, ...facts }, ended: () => ends };
}

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(process.platform !== 'linux')('handing an AppImage to electron-updater', () => {
  it('puts the new one in the place of the old, keeps the old aside, starts the new and ends', async () => {
    const { errand, ended } = stage((folder) => `#!/bin/sh\ntouch '${folder}/started'\n`);
    await installRelease(errand);
    const { appImage = '', folder } = errand;
    expect(readFileSync(appImage, 'utf8')).toContain('touch');
    expect(statSync(appImage).mode & 0o111).toBe(0o111);
    expect(readFileSync(join(folder, previousName), 'utf8')).toBe(oldProgram);
    expect(ended()).toBe(1);
    await vi.waitFor(() => expect(existsSync(join(dirname(folder), 'started'))).toBe(true), { timeout: 20_000 });
  });

  it('refuses a file that changed since it was verified, and leaves the old one alone', async () => {
    const { errand, ended } = stage(() => '#!/bin/sh\n');
    writeFileSync(errand.path, '#!/bin/sx\n');
    await expect(installRelease(errand)).rejects.toMatchObject({ code: 'update-damaged' });
    expect(readFileSync(errand.appImage ?? '', 'utf8')).toBe(oldProgram);
    expect(ended()).toBe(0);
  });

  it('puts the old one back where the installer fails half-way', async () => {
    const { errand, ended } = stage(() => '#!/bin/sh\n');
    // `mv`, with which electron-updater moves the new one into its place, is not to be found.
    vi.stubEnv('PATH', errand.folder);
    await expect(installRelease(errand)).rejects.toMatchObject({ code: 'update-not-installed' });
    expect(readFileSync(errand.appImage ?? '', 'utf8')).toBe(oldProgram);
    expect(ended()).toBe(0);
  });

  it('leaves nothing of the installer behind once that is asked for', async () => {
    const { errand } = stage(() => '#!/bin/sh\n');
    await installRelease(errand);
    await removeInstaller(errand.folder);
    expect(existsSync(join(errand.folder, 'installer'))).toBe(false);
    expect(existsSync(join(errand.folder, previousName))).toBe(false);
  });
});

describe('handing a package that cannot replace itself to electron-updater', () => {
  it.each(['deb', 'rpm', 'folder'] as const)('is refused for %s', async (packageKind) => {
    const { errand } = stage(() => '#!/bin/sh\n');
    await expect(installRelease({ ...errand, packageKind, appImage: undefined })).rejects.toMatchObject({
      code: 'update-not-installed',
    });
  });
});
