import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hasFailedRecently } from './attempts.mjs';
import { downloadElectron } from './electron-download.mjs';
import { canUseStandIn, ensureStandIn, findStandIn, standInVersion } from './electron-stand-in.mjs';
import { projectRoot } from './places.mjs';
import { MissingPiece } from './step.mjs';

/**
 * @typedef {'override' | 'installed' | 'download' | 'stand-in'} Way
 * @typedef {{ path: string, version: string, way: Way }} Electron
 * @typedef {{ hasOverride: boolean, isInstalled: boolean, hasDownloadFailedRecently: boolean, canUseStandIn: boolean }} Facts
 */

const downloadName = 'electron-download';

/**
 * The ways to an Electron that are worth trying, best first. An override is an order, not a wish: there is no way round it.
 * @param {Facts} facts
 * @returns {readonly Way[]}
 */
export function waysToElectron({ hasOverride, isInstalled, hasDownloadFailedRecently, canUseStandIn: canStandIn }) {
  if (hasOverride) return ['override'];
  if (isInstalled) return ['installed'];
  if (!canStandIn) return ['download'];
  return hasDownloadFailedRecently ? ['stand-in', 'download'] : ['download', 'stand-in'];
}

/**
 * @param {import('./step.mjs').Reporter} reporter
 * @returns {Promise<Electron>}
 */
export async function ensureElectron(reporter) {
  const { electron } = await reporter.run('electron', async () => {
    const overrideFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
    const ways = waysToElectron({
      hasOverride: overrideFolder !== '',
      isInstalled: findInstalled() !== undefined,
      hasDownloadFailedRecently: await hasFailedRecently(downloadName),
      canUseStandIn: canUseStandIn(process.platform, process.arch),
    });
    /** @type {string[]} */
    const problems = [];
    for (const way of ways) {
      const found = await follow(way, overrideFolder, reporter, problems);
      if (found !== undefined) return found;
    }
    throw new MissingPiece(howToGetElectron(problems));
  });
  return electron;
}

/**
 * @param {Way} way
 * @param {string} overrideFolder
 * @param {import('./step.mjs').Reporter} reporter
 * @param {string[]} problems gets a line for each way that did not lead anywhere
 */
async function follow(way, overrideFolder, reporter, problems) {
  if (way === 'override') return describe(findOverride(overrideFolder), way, 'from ELECTRON_OVERRIDE_DIST_PATH', false);
  if (way === 'installed') return describe(findInstalled(), way, 'installed', false);
  if (way === 'download') {
    problems.push(...(await downloadElectron(reporter, downloadName)));
    return describe(findInstalled(), way, 'downloaded', true);
  }
  const cached = findStandIn();
  const path = cached ?? (await ensureStandIn(reporter, problems));
  return describe(path, way, cached === undefined ? 'stand-in, made' : 'stand-in, cached', cached === undefined);
}

/**
 * @param {string | undefined} path
 * @param {Way} way
 * @param {string} words
 * @param {boolean} hasActed
 */
function describe(path, way, words, hasActed) {
  if (path === undefined) return undefined;
  const version = versionBeside(path) ?? (way === 'stand-in' ? standInVersion : 'unknown');
  return { electron: { path, version, way }, outcome: { detail: `${version} ${words}`, hasActed } };
}

/** @param {string} folder */
function findOverride(folder) {
  const path = join(folder, programName());
  if (existsSync(path)) return path;
  throw new MissingPiece(
    `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${path}\nPoint it at an unpacked Electron, or unset it.`,
  );
}

/** The binary that Electron's package fetched, when it is complete and of the version that package.json asks for. */
function findInstalled() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json', { paths: [projectRoot] }));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) && versionBeside(path) === version ? path : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function versionBeside(path) {
  const folder = process.platform === 'darwin' ? join(dirname(path), '..', '..', '..') : dirname(path);
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

function programName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {readonly string[]} problems */
function howToGetElectron(problems) {
  return [
    'Missing: Electron, the program that shows the window. Tried:',
    ...problems,
    'To get it, do one of these and run the same command again:',
    '  - connect to the network: the binary is then fetched by itself (ELECTRON_MIRROR names another place to fetch it from)',
    '  - unpack an Electron for this system somewhere and set ELECTRON_OVERRIDE_DIST_PATH to that folder',
  ].join('\n');
}
