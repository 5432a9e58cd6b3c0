import { describe, expect, it } from 'vitest';
import { defaultLibraryDir, libraryArgument, ownArguments } from '#main/config.ts';

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

describe('the arguments that are meant for the program', () => {
  it('come after the folder of the application in development', () => {
    expect(ownArguments(['--no-sandbox', '/checkout', 'sync', '--json'], false)).toEqual(['sync', '--json']);
  });

  it('stand among those of Chromium in a package', () => {
    const given = ['--no-sandbox', '--ozone-platform=headless', '--library', '/l', 'search', '--lang=en-US', 'tide', '--json'];
    expect(ownArguments(given, true)).toEqual(['--library', '/l', 'search', 'tide', '--json']);
  });
});
