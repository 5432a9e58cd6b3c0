import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { builtFolder } from './open-window.ts';

const root = resolve(import.meta.dirname, '../../..');
const stretching = resolve(root, 'test/helpers/stretched-words.ts');

/** English with longer words, made from the catalogue itself. */
const stretchedEnglish: Plugin = {
  name: 'stretched-english',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('preload/messages/catalogue.ts')) return null;
    const plain = "import { en } from './en.ts';";
    if (!code.includes(plain)) throw new Error(`${id} does not read English as this plugin expects`);
    const longer = `import { en as plain } from './en.ts';\nimport { stretched } from '${stretching}';\nconst en = stretched(plain);`;
    return code.replace(plain, longer);
  },
};

/** Where a window is built; `stretched`: every English text is longer by two fifths. */
export async function buildWindow(words: 'catalogue' | 'stretched'): Promise<void> {
  await build({
    configFile: false,
    root: resolve(root, 'renderer'),
    logLevel: 'error',
    plugins: words === 'stretched' ? [stretchedEnglish] : [],
    build: {
      outDir: resolve(builtFolder, words === 'stretched' ? 'window-stretched' : 'window'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
}
