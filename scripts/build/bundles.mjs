import { join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';

/** Each program of the Node side: its name in `dist/main` and its source. */
const mainEntries = {
  main: 'main/main.ts',
  importer: 'main/importer/importer.ts',
  'parse-worker': 'main/importer/parse-worker.ts',
  'share-worker': 'main/importer/share-worker.ts',
  'export-worker': 'main/library/export-worker.ts',
  'library-worker': 'main/library/library-worker.ts',
  cli: 'main/command/cli.ts',
};

const target = 'node20';
/** The runtime brings `electron`; the others load a binary from their own folders. */
const external = ['electron', 'better-sqlite3', 'quickjs-wasi'];
/** Some libraries are CommonJS inside and call `require`, which an ES module does not have. */
const requireBanner =
  "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);";

/**
 * Builds the three parts into `folder`: main (ES modules), preload (one CommonJS file, as the sandbox demands) and renderer.
 * @param {string} folder
 */
export async function buildInto(folder) {
  const [esbuild, vite] = await Promise.all([import('esbuild'), import('vite')]);
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    target,
    external,
    sourcemap: true,
    logLevel: 'warning',
    charset: 'utf8',
  };
  await Promise.all([
    esbuild.build({
      ...shared,
      entryPoints: mainEntries,
      outdir: join(folder, 'main'),
      format: 'esm',
      splitting: true,
      // Beside the entries: what a module finds relative to itself stays where it is, whatever file it ends in.
      chunkNames: '[name]-[hash]',
      loader: { '.css': 'text' },
      banner: { js: requireBanner },
    }),
    esbuild.build({
      ...shared,
      entryPoints: ['preload/bridge.ts'],
      outfile: join(folder, 'preload', 'bridge.cjs'),
      format: 'cjs',
    }),
    vite.build({
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: join(folder, 'renderer') },
    }),
  ]);
}
