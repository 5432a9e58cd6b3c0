import { describe, expect, it } from 'vitest';
import { defaultLibraryDir, libraryArgument } from '#main/config.ts';

describe('where the library lives', () => {
  it('is the per-user data folder of each system', () => {
    expect(defaultLibraryDir('linux', {}, '/home/ana')).toBe('/home/ana/.local/share/offprint/library');
    expect(defaultLibraryDir('linux', { XDG_DATA_HOME: '/data' }, '/home/ana')).toBe('/data/offprint/library');
    expect(defaultLibraryDir('darwin', {}, '/Users/ana')).toBe('/Users/ana/Library/Application Support/Offprint/library');
    expect(defaultLibraryDir('win32', { APPDATA: '/Roaming' }, '/Users/ana')).toBe('/Roaming/Offprint/library');
  });

  it('is what --library says, in both ways of writing it', () => {
    expect(libraryArgument(['sync', '--library', '/tmp/a'])).toBe('/tmp/a');
    expect(libraryArgument(['--library=/tmp/b', 'sync'])).toBe('/tmp/b');
    expect(libraryArgument(['sync'])).toBeUndefined();
    expect(libraryArgument(['sync', '--library'])).toBeUndefined();
  });
});
