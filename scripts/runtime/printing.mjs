import { spawn } from 'node:child_process';
import process from 'node:process';
import { ensureBuild } from '../build/ensure-build.mjs';
import { forwardSignals, signalCode } from './child.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureLibraries } from './libraries.mjs';
import { electronRuntime, ensureNative } from './native.mjs';
import { projectRoot } from './places.mjs';
import { findSandboxArguments } from './sandbox.mjs';

/** Nothing is shown: on Linux no display is needed. */
const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] : [];

/**
 * Whether a command line can only be done where Chromium prints: an export whose format, said or told by the file's ending, is PDF.
 * @param {readonly string[]} argv
 */
export function needsPrinting(argv) {
  if (argv.find((word, at) => !word.startsWith('-') && argv[at - 1] !== '--library') !== 'export') return false;
  if (argv.includes('--help')) return false;
  const format = valueOf(argv, ['--format']);
  return format === undefined ? /\.pdf$/iu.test(valueOf(argv, ['--output', '-o']) ?? '') : format === 'pdf';
}

/**
 * @param {readonly string[]} argv
 * @param {readonly string[]} names
 */
function valueOf(argv, names) {
  for (const [at, word] of argv.entries()) {
    const name = names.find((one) => word === one || word.startsWith(one.startsWith('--') ? `${one}=` : one));
    if (name !== undefined) return word === name ? argv[at + 1] : word.slice(name.length).replace(/^=/u, '');
  }
  return undefined;
}

/**
 * The same command in Electron, without a window; its exit status comes back.
 * @param {readonly string[]} argv
 * @param {import('./step.mjs').Reporter} reporter
 * @returns {Promise<number>}
 */
export async function runWherePrinting(argv, reporter) {
  const electron = await ensureElectron(reporter);
  await ensureLibraries(electron, reporter);
  await ensureNative([electronRuntime(electron)], reporter);
  await ensureBuild(reporter);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const switches = [...headless, ...(await findSandboxArguments())];
  return new Promise((resolve, reject) => {
    const child = spawn(electron.path, [...switches, projectRoot, ...argv], { env, stdio: 'inherit' });
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(code ?? signalCode(signal ?? 'SIGKILL'));
    });
  });
}
