import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 100;
const heartbeatMs = 5_000;
const silentForMs = 60_000;

/**
 * Runs `action` in one process at a time. A lock left behind by a process that died is taken over: at once when it died on this
 * machine, after a minute without a heartbeat otherwise.
 * @template T
 * @param {string} path the lock file; its folder is made when missing
 * @param {number} limitMs how long to wait for another process before giving up
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(path, limitMs, action) {
  await mkdir(dirname(path), { recursive: true });
  const giveUpAtMs = Date.now() + limitMs;
  while (!(await tryToTake(path))) {
    if (await isAbandoned(path)) await clear(path);
    else if (Date.now() > giveUpAtMs)
      throw new Error(`Another process has been busy for too long. If none is running, delete ${path}`);
    else await sleep(pollMs);
  }
  const heartbeat = setInterval(() => void touch(path), heartbeatMs);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  }
}

/** @param {string} path */
async function tryToTake(path) {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(`${process.pid} ${hostname()}`);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
async function isAbandoned(path) {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return Date.now() - mtimeMs > silentForMs || isDeadOwner(owner);
  } catch {
    return false;
  }
}

/** @param {string} owner process id and machine; empty for the moment between a lock's making and its writing */
function isDeadOwner(owner) {
  const [pid, machine] = owner.split(' ');
  if (pid === undefined || machine !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Removes an abandoned lock. Another waiter may have replaced it since we looked: then what we moved away is alive and goes back.
 * @param {string} path
 */
async function clear(path) {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    if (!(await isAbandoned(aside))) await link(aside, path);
  } catch {
    // Another waiter was quicker; the next round shows who holds it.
  } finally {
    await rm(aside, { force: true });
  }
}

/** @param {string} path */
async function touch(path) {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}
