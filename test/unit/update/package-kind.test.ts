import { describe, expect, it } from 'vitest';
import { canInstall, packageKindOf, type PackageFacts } from '#main/update/package-kind.ts';

const debList = '/var/lib/dpkg/info/offprint.list';
const facts: PackageFacts = {
  isPackaged: true,
  platform: 'linux',
  env: {},
  programFolder: '/opt/Offprint',
  exists: () => false,
  read: () => null,
};

describe('the kind of a package', () => {
  it.each([
    ['development', { isPackaged: false }],
    ['mac', { platform: 'darwin' }],
    ['nsis', { platform: 'win32', exists: (path: string) => path.endsWith('Uninstall Offprint.exe') }],
    ['folder', { platform: 'win32' }],
    ['appimage', { env: { APPIMAGE: '/home/reader/Offprint.AppImage', APPDIR: '/tmp/.mount' }, programFolder: '/tmp/.mount' }],
    ['deb', { read: (path: string) => (path === debList ? '/.\n/opt\n/opt/Offprint\n/opt/Offprint/offprint\n' : null) }],
    ['rpm', { exists: (path: string) => ['/usr/bin/offprint', '/usr/bin/rpm'].includes(path) }],
    ['folder', { programFolder: '/home/reader/Offprint', read: () => '/opt/Offprint\n', exists: () => true }],
    ['folder', {}],
  ] as const)('is told: %s', (kind, changes) => {
    expect(packageKindOf({ ...facts, ...changes })).toBe(kind);
  });

  it('is not AppImage because another AppImage started this program', () => {
    const env = { APPIMAGE: '/home/reader/Terminal.AppImage', APPDIR: '/tmp/.mount_terminal' };
    expect(packageKindOf({ ...facts, env })).toBe('folder');
  });

  it('says who can replace itself', () => {
    expect((['nsis', 'appimage', 'mac', 'deb', 'rpm', 'folder', 'development'] as const).filter(canInstall)).toEqual([
      'nsis',
      'appimage',
      'mac',
    ]);
  });
});
