import { ensureBuild } from '../build/ensure-build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureFonts } from './fonts.mjs';
import { ensureLibraries } from './libraries.mjs';
import { electronRuntime, ensureNative, nodeRuntime } from './native.mjs';
import { findSandboxArguments } from './sandbox.mjs';
import { MissingPiece } from './step.mjs';

const oldestNode = [20, 20];

/**
 * All that a run of the application in Electron needs.
 * @typedef {object} Runtime
 * @property {string} electronPath
 * @property {readonly string[]} args switches that go before the application's folder
 * @property {Readonly<Record<string, string>>} env
 * @property {import('./display.mjs').Display} display
 * @property {() => void} stop ends what was started for the run
 */

/** @param {string} version */
export function isNodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

export function refuseOldNode() {
  if (isNodeTooOld(process.versions.node))
    throw new MissingPiece(`Missing: Node ${oldestNode.join('.')} or newer. This is ${process.versions.node}.`);
}

/**
 * Makes everything ready, in the order in which each piece needs the one before it.
 * @param {import('./step.mjs').Reporter} reporter
 * @param {{ mayInstallFonts: boolean, needsBuild: boolean }} options
 * @returns {Promise<Runtime>}
 */
export async function prepareElectron(reporter, { mayInstallFonts, needsBuild }) {
  const electron = await ensureElectron(reporter);
  await ensureLibraries(electron, reporter);
  await ensureNative([nodeRuntime(), electronRuntime(electron)], reporter);
  await ensureFonts(reporter, { mayInstall: mayInstallFonts });
  if (needsBuild) await ensureBuild(reporter);
  const display = await ensureDisplay(reporter);
  return {
    electronPath: electron.path,
    args: [...display.args, ...(await findSandboxArguments())],
    env: display.env,
    display,
    stop: display.stop,
  };
}
