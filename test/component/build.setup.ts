import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { build as bundle } from 'esbuild';
import { buildWindow } from './host/build-window.ts';
import { builtFolder } from './host/open-window.ts';

test('the window and its host are built', async () => {
  await buildWindow('catalogue');
  await bundle({
    entryPoints: [resolve(import.meta.dirname, 'host/main.ts')],
    outfile: resolve(builtFolder, 'main.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['electron'],
    loader: { '.css': 'text' },
    logLevel: 'error',
  });
  await bundle({
    entryPoints: [resolve(import.meta.dirname, 'host/preload.ts')],
    outfile: resolve(builtFolder, 'preload.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron'],
    logLevel: 'error',
  });
  await writeFile(
    resolve(builtFolder, 'package.json'),
    JSON.stringify({ name: 'offprint-window-test', type: 'module', main: 'main.mjs' }),
  );
});
