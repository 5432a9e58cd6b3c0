import { run } from './child.mjs';

const limitMs = 5_000;

/**
 * Chromium's sandbox needs user namespaces. It refuses to start as root, and some systems (containers, recent Ubuntu) keep
 * namespaces from ordinary users: only there it is switched off.
 * @param {{ platform: string, isRoot: boolean, hasNamespaces: boolean }} facts
 * @returns {readonly string[]}
 */
export function sandboxArguments({ platform, isRoot, hasNamespaces }) {
  return platform === 'linux' && (isRoot || !hasNamespaces) ? ['--no-sandbox'] : [];
}

export async function findSandboxArguments() {
  const isRoot = process.getuid?.() === 0;
  const isAsked = process.platform === 'linux' && !isRoot;
  return sandboxArguments({ platform: process.platform, isRoot, hasNamespaces: isAsked && (await hasNamespaces()) });
}

async function hasNamespaces() {
  const { code } = await run('unshare', ['--user', '--map-root-user', '--net', '--pid', '--fork', 'true'], { limitMs });
  return code === 0 || code === 127;
}
