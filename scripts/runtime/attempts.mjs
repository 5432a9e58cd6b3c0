import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './places.mjs';

const rememberedForMs = 60 * 60 * 1_000;

/**
 * Whether something that needs the network failed less than an hour ago and is not worth trying again on this run.
 * @param {string} name
 */
export async function hasFailedRecently(name, nowMs = Date.now()) {
  try {
    return isRecent((await stat(memory(name))).mtimeMs, nowMs);
  } catch {
    return false;
  }
}

/**
 * @param {number} failedAtMs a time in the future (a clock that was set back) does not count
 * @param {number} nowMs
 */
export function isRecent(failedAtMs, nowMs) {
  return failedAtMs <= nowMs && nowMs - failedAtMs < rememberedForMs;
}

/** @param {string} name */
export async function rememberFailure(name) {
  try {
    await mkdir(join(cacheFolder(), 'failed'), { recursive: true });
    await writeFile(memory(name), '');
  } catch {
    // Not remembered: the next run tries again.
  }
}

/** @param {string} name */
export async function forgetFailure(name) {
  await rm(memory(name), { force: true });
}

/** @param {string} name */
function memory(name) {
  return join(cacheFolder(), 'failed', name);
}
