import { describe, expect, it } from 'vitest';
import { readPackageName } from '#scripts/release/describe-files.mjs';

describe('the name of a package', () => {
  it.each([
    ['Offprint-0.2.0-linux-x86_64.AppImage', 'linux', 'x64', 'appimage'],
    ['Offprint-0.2.0-linux-arm64.AppImage', 'linux', 'arm64', 'appimage'],
    ['Offprint-0.2.0-linux-amd64.deb', 'linux', 'x64', 'deb'],
    ['Offprint-0.2.0-linux-aarch64.rpm', 'linux', 'arm64', 'rpm'],
    ['Offprint-0.2.0-linux-x64.tar.gz', 'linux', 'x64', 'folder'],
    ['Offprint-0.2.0-win-x64.exe', 'win32', 'x64', 'nsis'],
    ['Offprint-0.2.0-win-arm64.zip', 'win32', 'arm64', 'folder'],
    ['Offprint-0.2.0-mac-arm64.zip', 'darwin', 'arm64', 'mac'],
    ['Offprint-0.2.0-mac-x64.dmg', 'darwin', 'x64', 'dmg'],
  ])('%s says what it is', (name, platform, arch, kind) => {
    expect(readPackageName(name)).toEqual({ version: '0.2.0', platform, arch, kind });
  });

  it.each([
    'Offprint-Development-0.2.0-linux-x64.tar.gz',
    'offprint-update.json',
    'SHA256SUMS',
    'Offprint-0.2.0-linux-x64.AppImage.part',
  ])('%s is no package of a release', (name) => {
    expect(readPackageName(name)).toBeUndefined();
  });
});
