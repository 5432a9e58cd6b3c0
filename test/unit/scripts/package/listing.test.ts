import { describe, expect, it } from 'vitest';
import { judgeListing } from '#scripts/package/listing.mjs';

const good = [
  'package.json',
  'LICENSE',
  'dist/main/main.js',
  'dist/main/importer.js',
  'dist/preload/bridge.cjs',
  'dist/renderer/index.html',
  'dist/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'resources/starter/en/welcome.md',
  'resources/fonts/OFL.txt',
];

describe('the listing of a package', () => {
  it('is good with what the application needs and nothing else', () => {
    expect(judgeListing(good)).toEqual([]);
  });

  it.each([
    'main/main.ts',
    'dist/main/main.js.map',
    'test/unit/main/config.test.ts',
    'dist/node_modules/socks/docs/examples/index.md',
    'dist/node_modules/better-sqlite3/src/addon.cpp',
    'dist/node_modules/x/test/run.js',
    'keys/release.pem',
    'dist/node_modules/better-sqlite3/prebuilds/win32-x64.node',
  ])('is refused with %s', (file) => {
    expect(judgeListing([...good, file])).toHaveLength(1);
  });

  it.each(good)('is refused without %s', (file) => {
    expect(judgeListing(good.filter((one) => one !== file))).toHaveLength(1);
  });
});
