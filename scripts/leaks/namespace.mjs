import { fileURLToPath } from 'node:url';
import { run } from '../runtime/child.mjs';

const limitMs = 20_000;
const entering = fileURLToPath(new URL('./enter.mjs', import.meta.url));

/** As root a namespace is simply there; everybody else needs a namespace of users around it. */
const waysIn = /** @type {const} */ ({ root: [], user: ['--user', '--map-root-user'] });

/**
 * The words that go before a command so that it runs in a network of its own, where every packet is counted; null where this
 * system has no such thing or keeps it from this user.
 * @returns {Promise<readonly string[] | null>}
 */
export async function findNetworkOfOurOwn() {
  if (process.platform !== 'linux') return null;
  for (const way of Object.values(waysIn)) {
    const words = ['unshare', ...way, '--net', '--mount', process.execPath, entering];
    const [program = '', ...args] = words;
    const { code } = await run(program, [...args, 'true'], { limitMs });
    if (code === 0) return words;
  }
  return null;
}
