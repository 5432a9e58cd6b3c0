import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { availableParallelism } from 'node:os';
import { forgetFailure, hasFailedRecently, rememberFailure } from './attempts.mjs';
import { installPackages, isOnPath, mayInstallPackages } from './packages.mjs';
import { MissingPiece } from './step.mjs';

/**
 * @typedef {'native' | 'wayland' | 'running' | 'xvfb' | 'headless'} DisplayKind
 * @typedef {{ kind: DisplayKind, env: Readonly<Record<string, string>>, args: readonly string[], stop: () => void }} Display
 */

const startLimitMs = 15_000;
const connectLimitMs = 2_000;
const xvfbMemory = 'xvfb';
const screen = '1600x1200x24';
/** On a display without a desktop Chromium complains at length about buses and graphics cards it does not need. */
const quietly = '--log-level=3';

/**
 * @param {{ platform: string, hasRunningX: boolean, hasWayland: boolean, hasXvfb: boolean }} facts
 * @returns {DisplayKind}
 */
export function chooseDisplay({ platform, hasRunningX, hasWayland, hasXvfb }) {
  if (platform !== 'linux') return 'native';
  if (hasRunningX) return 'running';
  if (hasWayland) return 'wayland';
  return hasXvfb ? 'xvfb' : 'headless';
}

/**
 * Finds a display for Electron or starts one of our own, which ends with this process, however that ends. Electron gets `env` and,
 * before the application's folder, `args`.
 * @param {import('./step.mjs').Reporter} reporter
 */
export async function ensureDisplay(reporter) {
  const { display } = await reporter.run('display', async () => {
    const facts = {
      platform: process.platform,
      hasRunningX: await isXRunning(process.env['DISPLAY']),
      hasWayland: Boolean(process.env['WAYLAND_DISPLAY']),
    };
    let kind = chooseDisplay({ ...facts, hasXvfb: isOnPath('Xvfb') });
    const hasInstalled = kind === 'headless' && (await installXvfb(reporter));
    if (hasInstalled) kind = 'xvfb';
    const found = await open(kind);
    return { display: found, outcome: { detail: describe(found), hasActed: hasInstalled || kind === 'xvfb' } };
  });
  return display;
}

/**
 * A display beside the first, so that two tests can run at a time; none where the first is not one that can be started twice or this
 * machine has a single processor.
 * @param {Pick<Display, 'kind' | 'env'>} first
 * @param {number} [processors]
 * @returns {Promise<Display | undefined>}
 */
export async function openSecondDisplay({ kind }, processors = availableParallelism()) {
  const isX = kind === 'xvfb' || kind === 'running';
  return isX && processors > 1 && isOnPath('Xvfb') ? startXvfb() : undefined;
}

/**
 * @param {DisplayKind} kind
 * @returns {Promise<Display>}
 */
async function open(kind) {
  const stop = () => undefined;
  if (kind === 'xvfb') return startXvfb();
  if (kind === 'wayland') return { kind, env: {}, args: ['--ozone-platform-hint=auto'], stop };
  if (kind === 'headless') return { kind, env: {}, args: ['--ozone-platform=headless', '--disable-gpu', quietly], stop };
  return { kind, env: {}, args: [], stop };
}

/** @param {Display} display */
function describe({ kind, env }) {
  if (kind === 'xvfb') return `Xvfb started on ${env['DISPLAY']}`;
  if (kind === 'running') return `${process.env['DISPLAY']} is running`;
  if (kind === 'headless') return 'none: running headless';
  return kind === 'wayland' ? 'Wayland' : "the system's own";
}

/**
 * Starts Xvfb on a number that it picks itself. A shell stands between: it waits for our end of a pipe to close, which happens even
 * when we are killed, and then ends Xvfb.
 * @returns {Promise<Display>}
 */
function startXvfb() {
  const script =
    'Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp >/dev/null 2>&1 & xvfb=$!; exec 3>&-; read -r _; kill "$xvfb" 2>/dev/null';
  const shell = spawn('sh', ['-c', script, 'sh', screen], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], detached: true });
  const numbers = shell.stdio[3];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(`Xvfb did not start within ${startLimitMs / 1_000} s.`), startLimitMs);
    const fail = (/** @type {string} */ message) => {
      clearTimeout(timer);
      shell.stdin?.destroy();
      reject(new MissingPiece(message));
    };
    let text = '';
    numbers?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString();
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      for (const handle of [shell, shell.stdin, numbers]) unref(handle);
      resolve({ kind: 'xvfb', env: { DISPLAY: `:${text.trim()}` }, args: [quietly], stop: () => shell.stdin?.destroy() });
    });
    numbers?.once('end', () => text === '' && fail('Xvfb ended at once. Run `Xvfb :99` to see why.'));
    shell.once('error', (error) => fail(`Xvfb could not be started: ${error.message}`));
  });
}

/**
 * Sockets and processes can be kept from holding up our own end; their types do not all say so.
 * @param {unknown} handle
 */
function unref(handle) {
  if (typeof handle === 'object' && handle !== null && 'unref' in handle && typeof handle.unref === 'function')
    Reflect.apply(handle.unref, handle, []);
}

/** @param {import('./step.mjs').Reporter} reporter */
async function installXvfb(reporter) {
  if ((await hasFailedRecently(xvfbMemory)) || !(await mayInstallPackages())) return false;
  try {
    await installPackages([['xvfb']], 'Missing: a display.', reporter);
    await forgetFailure(xvfbMemory);
    return true;
  } catch (error) {
    if (!(error instanceof MissingPiece)) throw error;
    await rememberFailure(xvfbMemory);
    return false;
  }
}

/**
 * Whether the X server that DISPLAY names answers. A display on another machine (`host:0`) is taken at its word.
 * @param {string | undefined} name
 */
async function isXRunning(name) {
  if (name === undefined || name === '') return false;
  const number = localDisplayNumber(name);
  if (number === undefined) return true;
  const path = `/tmp/.X11-unix/X${number}`;
  return (await answers(path)) || (await answers(`\0${path}`));
}

/** @param {string} name */
export function localDisplayNumber(name) {
  return /^(?:unix)?:(\d+)(?:\.\d+)?$/u.exec(name)?.[1];
}

/**
 * @param {string} path
 * @returns {Promise<boolean>}
 */
function answers(path) {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const finish = (/** @type {boolean} */ isAnswering) => {
      socket.destroy();
      resolve(isAnswering);
    };
    socket.setTimeout(connectLimitMs, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
