import { transform } from 'esbuild';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { collectLicences } from './licences.mjs';

const packageFolder = join(projectRoot, '.cache', 'package');
const appFolder = join(packageFolder, 'app');
const licenceFolder = join(packageFolder, 'licenses');

/**
 * Libraries that are not part of the bundles, and what of them the application loads. They lie beside the bundles, in `dist`: electron-builder
 * passes over a folder `node_modules` at the top.
 */
const loaded = {
  'better-sqlite3': [
    'package.json',
    'LICENSE',
    'lib/binding.js',
    'lib/database.js',
    'lib/index.js',
    'lib/methods',
    'lib/sqlite-error.js',
    'lib/util.js',
  ],
  'quickjs-wasi': ['package.json', 'dist', 'quickjs.wasm'],
};

const compiled = 'build/Release/better_sqlite3.node';
const systems = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

/**
 * Puts together what is packed, and nothing else, so that neither sources nor tests can slip in. The same commit gives the same
 * bytes: no date, no path of this machine.
 * @param {{ needsCompiledSqlite: boolean, isDevelopmentBuild: boolean }} options `needsCompiledSqlite`: for an Electron that is too old for the published binaries
 */
export async function stageApp({ needsCompiledSqlite, isDevelopmentBuild }) {
  await rm(packageFolder, { recursive: true, force: true });
  await mkdir(appFolder, { recursive: true });
  const { name, productName, version, description, license, type, main } = JSON.parse(
    await readFile(join(projectRoot, 'package.json'), 'utf8'),
  );
  const manifest = {
    name,
    productName,
    version,
    description,
    author: 'Offprint contributors',
    license,
    type,
    main,
    isDevelopmentBuild,
  };
  await writeFile(join(appFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp(join(projectRoot, 'dist'), join(appFolder, 'dist'), {
    recursive: true,
    filter: (path) => !/\.map$|built-from$/u.test(path),
  });
  await makeSmall();
  for (const part of ['resources/starter', 'resources/fonts', 'LICENSE'])
    await cp(join(projectRoot, part), join(appFolder, part), { recursive: true });
  const binaries = needsCompiledSqlite ? [compiled] : systems.map((system) => `prebuilds/${system}.node`);
  for (const [library, parts] of Object.entries(loaded))
    await copyLibrary(library, library === 'better-sqlite3' ? [...parts, ...binaries] : parts);
  await mkdir(licenceFolder);
  await cp(join(projectRoot, 'LICENSE'), join(licenceFolder, 'LICENSE.offprint.txt'));
  await writeFile(join(licenceFolder, 'LICENSES.libraries.txt'), await collectLicences());
}

/**
 * @param {string} library
 * @param {readonly string[]} parts
 */
async function copyLibrary(library, parts) {
  const require = createRequire(join(projectRoot, 'package.json'));
  const from = dirname(require.resolve(`${library}/package.json`));
  for (const part of parts) {
    const path = join(from, part);
    if (!existsSync(path)) throw new Error(`${library} has no ${part}: it is not as this script knows it`);
    await cp(path, join(appFolder, 'dist', 'node_modules', library, part), {
      recursive: true,
      filter: (file) => !/\.map$|\.d\.[cm]?ts$/u.test(file),
    });
  }
}

/** Without white space, and without the comments that point at maps that are not there; names stay, for the log of failures. */
async function makeSmall() {
  for (const file of await readdir(join(appFolder, 'dist'), { recursive: true })) {
    if (!/\.(?:c?js|css)$/u.test(file)) continue;
    const path = join(appFolder, 'dist', file);
    const loader = path.endsWith('.css') ? 'css' : 'js';
    const { code } = await transform(await readFile(path, 'utf8'), { loader, minifyWhitespace: true, legalComments: 'inline' });
    await writeFile(path, code);
  }
}
