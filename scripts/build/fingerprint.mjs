import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built application is made of, relative to the project's root. */
const buildInputs = [
  'main',
  'preload',
  'renderer',
  'resources',
  'scripts/build',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/**
 * A value that changes when a file is added, removed, renamed or written. Goes by size and time of last change, not by content:
 * it is asked for at every start.
 * @param {string} root
 * @param {readonly string[]} inputs files and folders; one that does not exist counts as absent
 */
export function fingerprint(root, inputs = buildInputs) {
  const hash = createHash('sha1');
  for (const input of inputs) addTo(hash, root, input);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} name
 */
function addTo(hash, root, name) {
  const path = join(root, name);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return;
  if (facts.isDirectory()) {
    for (const child of readdirSync(path).toSorted()) addTo(hash, root, `${name}/${child}`);
  } else {
    hash.update(`${name} ${facts.size} ${facts.mtimeMs}\n`);
  }
}
