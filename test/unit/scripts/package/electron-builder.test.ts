import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface SystemPart {
  readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[];
  readonly icon: string;
}

interface Configuration {
  readonly linux: SystemPart;
  readonly mac: SystemPart;
  readonly win: SystemPart;
  readonly nsis: { readonly perMachine: boolean; readonly deleteAppDataOnUninstall: boolean; readonly allowElevation: boolean };
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly afterPack: string;
  readonly beforeBuild: string;
}

interface ConfigurationReader {
  getConfig(folder: string, file: string, changes: null): Promise<Configuration>;
  validateConfiguration(configuration: Configuration, log: { readonly isEnabled: boolean }): Promise<void>;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
// The schema belongs to a library of electron-builder, and is asked for as electron-builder itself asks.
const require = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const reader = require('app-builder-lib/out/util/config/config') as ConfigurationReader;
const read = (): Promise<Configuration> => reader.getConfig(root, 'electron-builder.yml', null);

describe('electron-builder.yml', () => {
  it('is what the schema of electron-builder knows', async () => {
    await expect(reader.validateConfiguration(await read(), { isEnabled: false })).resolves.toBeUndefined();
  });

  it('would not pass with a word that the schema does not know', async () => {
    const wrong = { ...(await read()), elektronLanguages: ['en-US'] };
    await expect(reader.validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow('elektronLanguages');
  });

  it('makes every package for both kinds of processor', async () => {
    const configuration = await read();
    const targets = (['linux', 'mac', 'win'] as const).map((system) => configuration[system].target);
    expect(targets.map((list) => list.map(({ target }) => target))).toEqual([
      ['AppImage', 'deb', 'rpm', 'tar.gz'],
      ['dmg', 'zip'],
      ['nsis', 'zip'],
    ]);
    expect(targets.flat().every(({ arch }) => arch.join(' ') === 'x64 arm64')).toBe(true);
  });

  it('installs for one reader without an administrator, and takes nothing of the reader with it', async () => {
    expect((await read()).nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
  });

  it('names files and folders that are there', async () => {
    const { linux, mac, win, afterPack, beforeBuild } = await read();
    const icons = [linux, mac, win].map(({ icon }) => join('resources', 'package', icon));
    for (const path of [...icons, afterPack, beforeBuild, 'resources/package/entitlements.mac.plist'])
      expect(existsSync(join(root, path)), path).toBe(true);
  });

  it('lets the reader open the file of an archive', async () => {
    expect((await read()).fileAssociations.map(({ ext }) => ext)).toEqual(['bundle', 'offprint']);
  });
});

describe('the icons', () => {
  const icon = (name: string): Buffer => readFileSync(join(root, 'resources', 'package', name));

  it.each([16, 24, 32, 48, 64, 128, 256, 512])('are there as a picture of %i pixels', (size) => {
    const picture = icon(`icons/${size}x${size}.png`);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('are together in the files of Windows and of a Mac', () => {
    expect(icon('icon.ico').readUInt16LE(4)).toBe(7);
    const mac = icon('icon.icns');
    expect([mac.toString('latin1', 0, 4), mac.readUInt32BE(4)]).toEqual(['icns', mac.length]);
  });
});
