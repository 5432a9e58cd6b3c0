import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { standInVersion } from '../runtime/electron-stand-in.mjs';
import { projectRoot } from '../runtime/places.mjs';
import { archiveFolder } from './archive.mjs';
import { stageApp } from './stage.mjs';

/**
 * @typedef {object} PackWish
 * @property {import('../runtime/electron.mjs').Electron} electron
 * @property {readonly string[]} targets
 * @property {string} arch
 * @property {boolean} isForTests
 */

/**
 * @param {import('../runtime/step.mjs').Reporter} reporter
 * @param {PackWish} wish
 * @returns {Promise<readonly string[]>} what was made
 */
export async function packApplication(reporter, wish) {
  const { made } = await reporter.run('package', async () => {
    const paths = await pack(wish);
    return { made: paths, outcome: { detail: `${paths.length} made`, hasActed: true } };
  });
  return made;
}

/** @param {PackWish} wish */
async function pack({ electron, targets, arch, isForTests }) {
  // Below Electron 40 the published binaries of SQLite end the process.
  const isOld = Number(electron.version.split('.')[0]) < 40;
  const wanted = await wantedElectron();
  const isDevelopmentBuild = electron.version !== wanted || electron.version === standInVersion;
  await stageApp({ needsCompiledSqlite: isOld, isDevelopmentBuild });
  process.env['OFFPRINT_PACKAGE_VARIANT'] = isForTests ? 'e2e' : 'release';
  process.env['OFFPRINT_PACKAGE_NOTE'] = isDevelopmentBuild ? developmentNote(electron.version) : '';
  useSystem7Zip();
  const { Arch, build, Platform } = await import('electron-builder');
  const platform = Platform.current();
  const names = targets.length > 0 ? targets : ['dir', process.platform === 'linux' ? 'tar.gz' : 'zip'];
  const isArchived = process.platform === 'linux' && names.includes('tar.gz');
  const made = await build({
    projectDir: projectRoot,
    targets: platform.createTarget(
      [...names.filter((name) => !(isArchived && name === 'tar.gz')), 'dir'],
      Arch[/** @type {keyof typeof Arch} */ (arch)] ?? Arch.x64,
    ),
    publish: 'never',
    config: {
      extends: join(projectRoot, 'electron-builder.yml'),
      electronVersion: electron.version,
      // Its own download, where the Electron at hand is the one that electron-builder would fetch itself.
      ...(arch === process.arch && { electronDist: distOf(electron.path) }),
      ...(isOld && { files: ['**/*', 'dist/node_modules/**'] }),
      ...(isDevelopmentBuild && { artifactName: 'Offprint-Development-${version}-${os}-${arch}.${ext}' }),
    },
  });
  const unpacked = unpackedFolder(arch);
  return [unpacked, ...made, ...(isArchived ? [await archive(unpacked, arch, isDevelopmentBuild)] : [])];
}

/**
 * @param {string} folder
 * @param {string} arch
 * @param {boolean} isDevelopmentBuild
 */
async function archive(folder, arch, isDevelopmentBuild) {
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const name = `Offprint${isDevelopmentBuild ? '-Development' : ''}-${version}-linux-${arch}`;
  return archiveFolder(folder, join(projectRoot, 'artifacts', `${name}.tar.gz`), name);
}

async function wantedElectron() {
  const { devDependencies } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  return devDependencies.electron;
}

/** @param {string} program */
function distOf(program) {
  return process.platform === 'darwin' ? join(dirname(program), '..', '..', '..') : dirname(program);
}

/** electron-builder brings its own, but from a host that may be out of reach. */
function useSystem7Zip() {
  for (const path of ['/usr/bin/7z', '/usr/bin/7za']) if (existsSync(path)) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= path;
}

/** @param {string} arch */
function unpackedFolder(arch) {
  const systems = { linux: 'linux', win32: 'win', darwin: 'mac' };
  const system = systems[/** @type {keyof typeof systems} */ (process.platform)];
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  return join(projectRoot, 'artifacts', process.platform === 'darwin' ? `mac${suffix}` : `${system}${suffix}-unpacked`);
}

/** @param {string} version */
function developmentNote(version) {
  return `A development build of Offprint: packed with Electron ${version}, which is not the one that releases ship. Not for readers.\n`;
}
