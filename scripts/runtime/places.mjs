import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** Facts learnt about this checkout's node_modules; gone, as they should be, after `npm ci`. */
export const stampFolder = join(projectRoot, 'node_modules', '.offprint');

/**
 * Where things that are costly to make are kept for every checkout of this user. A relative XDG_CACHE_HOME is ignored, as its specification asks.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env = process.env) {
  const configured = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(configured) ? configured : join(homedir(), '.cache'), 'offprint');
}
