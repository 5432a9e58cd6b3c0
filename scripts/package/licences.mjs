import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';

/** The licence of every library that the application is made of, and of theirs, in the order of their names. */
export async function collectLicences() {
  const found = new Map();
  await collect(join(projectRoot, 'package.json'), found);
  return [...found.values()]
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ text }) => text)
    .join('\n\n');
}

/**
 * @param {string} manifestPath
 * @param {Map<string, { name: string, text: string }>} found
 */
async function collect(manifestPath, found) {
  const { dependencies = {} } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  for (const library of Object.keys(dependencies)) {
    const path = findManifest(library, dirname(manifestPath));
    if (path === undefined || found.has(path)) continue;
    const { name, version, license } = JSON.parse(readFileSync(path, 'utf8'));
    const heading = `${name} ${version} (${license ?? 'see below'})`;
    found.set(path, {
      name: `${name} ${version}`,
      text: `${heading}\n${'-'.repeat(heading.length)}\n${await licenceText(dirname(path))}`,
    });
    await collect(path, found);
  }
}

/**
 * Where Node would look for it; some libraries do not let their package.json be asked for.
 * @param {string} library
 * @param {string} from
 */
function findManifest(library, from) {
  const folders = createRequire(join(from, 'package.json')).resolve.paths(library) ?? [];
  return folders.map((folder) => join(folder, library, 'package.json')).find((path) => existsSync(path));
}

/** @param {string} folder */
async function licenceText(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isFile() && /^(?:licen[cs]e|copying|notice)/iu.test(entry.name) ? [entry.name] : [],
  );
  names.sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.trim()).join('\n\n') || 'The library brings no text of its licence.';
}
