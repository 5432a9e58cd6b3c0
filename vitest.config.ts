import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const mainFolder = fileURLToPath(new URL('main/', import.meta.url));
const marker = '\0text:';

/** A style sheet that `main/` imports is its text, as in the built application. */
const styleSheetsAsText: Plugin = {
  name: 'style-sheets-as-text',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !importer.startsWith(mainFolder) || !source.endsWith('.css')) return null;
    return `${marker}${resolve(dirname(importer), source)}.text`;
  },
  async load(id) {
    if (!id.startsWith(marker)) return null;
    const text = await readFile(id.slice(marker.length, -'.text'.length), 'utf8');
    return `export default ${JSON.stringify(text)};`;
  },
};

export default defineConfig({
  plugins: [styleSheetsAsText],
  test: {
    include: ['test/unit/**/*.test.ts', 'test/walls/**/*.test.ts'],
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
