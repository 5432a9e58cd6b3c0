import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';
import { withLock } from './lock.mjs';
import { buildBinding, compiledBinding, useCachedBinding } from './native-build.mjs';
import { stampFolder } from './places.mjs';
import { MissingPiece } from './step.mjs';

/**
 * A program that must be able to load better-sqlite3; `key` changes whenever its answer could.
 * @typedef {{ name: string, program: string, key: string, env: Readonly<Record<string, string>> }} Runtime
 * @typedef {{ binding: string, good: readonly string[] }} Stamp
 */

const probePath = fileURLToPath(new URL('native-probe.mjs', import.meta.url));
const stampPath = join(stampFolder, 'native.json');
const probeLimitMs = 60_000;
const lockLimitMs = 15 * 60 * 1_000;

/** @returns {Runtime} */
export function nodeRuntime() {
  return {
    name: `Node ${process.versions.node}`,
    program: process.execPath,
    key: `node ${process.version} ${process.execPath}`,
    env: {},
  };
}

/**
 * @param {import('./electron.mjs').Electron} electron
 * @returns {Runtime}
 */
export function electronRuntime({ path, version }) {
  return {
    name: `Electron ${version}`,
    program: path,
    key: `electron ${version} ${identityOf(path)}`,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  };
}

/**
 * Which runtimes still have to be probed: all of them when the binding is another than the one the stamp speaks of.
 * @template {{ key: string }} T
 * @param {readonly T[]} runtimes
 * @param {Stamp | undefined} stamp
 * @param {string} binding
 */
export function runtimesToProbe(runtimes, stamp, binding) {
  return runtimes.filter(({ key }) => stamp?.binding !== binding || !stamp.good.includes(key));
}

/**
 * Makes sure that every runtime can load better-sqlite3. Its published binaries need Node-API 10; where a runtime is older they end
 * the process, and one is compiled here that fits old and new alike.
 * @param {readonly Runtime[]} runtimes
 * @param {import('./step.mjs').Reporter} reporter
 */
export async function ensureNative(runtimes, reporter) {
  const names = runtimes.map(({ name }) => name).join(' and ');
  await reporter.run('better-sqlite3', async () => {
    if (runtimesToProbe(runtimes, readStamp(), bindingIdentity()).length === 0)
      return { outcome: { detail: `fits ${names}`, hasActed: false } };
    const hasFailing = (await failingRuntimes(runtimes)).length > 0;
    const detail = hasFailing
      ? await withLock(join(stampFolder, 'native.lock'), lockLimitMs, () => mend(runtimes, reporter))
      : 'tried, fits';
    return { outcome: { detail: `${detail} ${names}`, hasActed: true } };
  });
}

/**
 * Probes once more: another process may have mended it while this one waited for the lock.
 * @param {readonly Runtime[]} runtimes
 * @param {import('./step.mjs').Reporter} reporter
 */
async function mend(runtimes, reporter) {
  let failing = await failingRuntimes(runtimes);
  if (failing.length === 0) return 'tried, fits';
  if (await useCachedBinding()) failing = await failingRuntimes(runtimes);
  if (failing.length === 0) return 'compiled before, fits';
  reporter.note(
    `better-sqlite3: its binary does not fit ${failing.map(({ name }) => name).join(', ')}; compiling one (a minute or two)`,
  );
  await buildBinding(reporter);
  failing = await failingRuntimes(runtimes);
  if (failing.length === 0) return 'compiled for';
  throw new MissingPiece(`better-sqlite3 was compiled and still does not work in ${failing.map(({ name }) => name).join(', ')}.`);
}

/**
 * Probes what the stamp does not vouch for and writes down what works.
 * @param {readonly Runtime[]} runtimes
 */
async function failingRuntimes(runtimes) {
  const stamp = readStamp();
  const binding = bindingIdentity();
  const unproven = runtimesToProbe(runtimes, stamp, binding);
  const works = await Promise.all(
    unproven.map(
      async ({ program, env }) =>
        (await run(program, [probePath], { limitMs: probeLimitMs, env: { ...process.env, ...env } })).code === 0,
    ),
  );
  const proven = unproven.filter((_, index) => works[index]).map(({ key }) => key);
  const before = stamp?.binding === binding ? stamp.good : [];
  await writeStamp({ binding, good: [...before, ...proven] });
  return unproven.filter((_, index) => !works[index]);
}

function bindingIdentity() {
  const { version } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('better-sqlite3/package.json'), 'utf8'));
  const compiled = compiledBinding();
  return `${version} ${existsSync(compiled) ? identityOf(compiled) : 'published'}`;
}

/** @param {string} path */
function identityOf(path) {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${Math.round(mtimeMs)}`;
}

/** @returns {Stamp | undefined} */
function readStamp() {
  try {
    return /** @type {Stamp} */ (JSON.parse(readFileSync(stampPath, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Not being able to write it (a checkout of another user) costs a probe on each run and nothing else.
 * @param {Stamp} stamp
 */
async function writeStamp(stamp) {
  try {
    await mkdir(dirname(stampPath), { recursive: true });
    await writeFile(`${stampPath}.${process.pid}`, JSON.stringify(stamp));
    await rename(`${stampPath}.${process.pid}`, stampPath);
  } catch {
    // As said above.
  }
}
