import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from './places.mjs';

/**
 * @typedef {object} Ending
 * @property {number} code 0 is success; 127 when the program could not be started, 128 + signal when it was ended by one
 * @property {string} stdout empty when the output was shown
 * @property {string} stderr empty when the output was shown
 * @property {boolean} isTimedOut
 */

const graceMs = 5_000;
const isPosix = process.platform !== 'win32';
/** @type {readonly NodeJS.Signals[]} */
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, never longer than `limitMs`. It gets a process group of its own, so that what it started itself ends with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ limitMs: number, cwd?: string, env?: NodeJS.ProcessEnv, isShown?: boolean }} options `isShown`: output goes straight to ours
 * @returns {Promise<Ending>}
 */
export function run(command, args, { limitMs, cwd = projectRoot, env = process.env, isShown = false }) {
  return new Promise((resolve) => {
    const stdio = isShown ? 'inherit' : 'pipe';
    const child = spawn(command, [...args], { cwd, env, detached: isPosix, windowsHide: true, stdio: ['ignore', stdio, stdio] });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      endGroup(child.pid, 'SIGTERM');
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), graceMs).unref();
    }, limitMs);
    const stopForwarding = forwardSignals((signal) => endGroup(child.pid, signal));
    const finish = (/** @type {number} */ code, /** @type {string} */ problem) => {
      clearTimeout(timer);
      const interruptedBy = stopForwarding();
      if (interruptedBy !== undefined) process.exit(signalCode(interruptedBy));
      resolve({ code, stdout: stdout(), stderr: stderr() + problem, isTimedOut });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code, signal) => finish(code ?? signalCode(signal ?? 'SIGKILL'), ''));
  });
}

/**
 * Passes signals on to a child. The returned function stops that and says which signal came, if one did.
 * @param {(signal: NodeJS.Signals) => void} send
 */
export function forwardSignals(send) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  const listen = (/** @type {NodeJS.Signals} */ signal) => {
    received = signal;
    send(signal);
  };
  for (const signal of forwardedSignals) process.on(signal, listen);
  return () => {
    for (const signal of forwardedSignals) process.removeListener(signal, listen);
    return received;
  };
}

/** @param {NodeJS.Signals} signal */
export function signalCode(signal) {
  return 128 + constants.signals[signal];
}

/**
 * The last lines of what a failed program said, stack traces left out: enough to see why.
 * @param {Ending} ending
 */
export function lastWords({ stdout, stderr, isTimedOut }) {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /u.test(line));
  return [...(isTimedOut ? ['(stopped: it took too long)'] : []), ...lines.slice(-12)].map((line) => `    ${line}`).join('\n');
}

/** @param {import('node:stream').Readable | null} stream */
function collect(stream) {
  /** @type {Buffer[]} */
  const chunks = [];
  stream?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function endGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(isPosix ? -pid : pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
