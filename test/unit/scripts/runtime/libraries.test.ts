import { describe, expect, test } from 'vitest';
import { missingLibraries, packagesFor } from '#scripts/runtime/libraries.mjs';
import { choosePackages, installablePackages } from '#scripts/runtime/packages.mjs';

const lddOutput = `
	linux-vdso.so.1 (0x00007f4557d55000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f454c600000)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libnss3.so => not found
`;

describe('what the linker says', () => {
  test('each library that was not found is named once', () => {
    expect(missingLibraries(lddOutput)).toEqual(['libgtk-3.so.0', 'libnss3.so', 'libnssutil3.so']);
  });

  test('nothing is missing from a complete list', () => {
    expect(missingLibraries('\tlibdl.so.2 => /lib/libdl.so.2 (0x00007f4557d3f000)\n')).toEqual([]);
  });
});

describe('packages', () => {
  test('two libraries of one package ask for it once', () => {
    expect(packagesFor(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']).packages).toEqual([
      ['libnss3'],
      ['libgtk-3-0t64', 'libgtk-3-0'],
    ]);
  });

  test('a library without a known package is reported', () => {
    expect(packagesFor(['libnss3.so', 'libstrange.so.7'])).toEqual({ packages: [['libnss3']], unknown: ['libstrange.so.7'] });
  });

  test('the newest name that the release knows is chosen', () => {
    const packages = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']];
    expect(choosePackages(packages, new Set(['libgtk-3-0t64', 'libnss3']))).toEqual(['libgtk-3-0t64', 'libnss3']);
    expect(choosePackages(packages, new Set(['libgtk-3-0', 'libnss3']))).toEqual(['libgtk-3-0', 'libnss3']);
  });

  test('without package lists the oldest name is chosen, which every release understands', () => {
    expect(choosePackages([['libasound2t64', 'libasound2']], new Set())).toEqual(['libasound2']);
  });

  test('a package that is only a name of others is not installable', () => {
    const policy = [
      'libgtk-3-0:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: 3.24.49-3',
      '  Version table:',
      '     3.24.49-3 500',
      '',
    ].join('\n');
    expect([...installablePackages(policy)]).toEqual(['libgtk-3-0t64']);
  });
});
