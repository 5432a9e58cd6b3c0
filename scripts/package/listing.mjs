import { listPackage } from '@electron/asar';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Each with the reason why no reader needs it. */
const refused = [
  { pattern: /\.map$/u, why: 'a source map' },
  { pattern: /\.(?:m|c)?ts$/u, why: 'a source' },
  { pattern: /\.(?:cc|cpp|c|h|hpp|gyp|gypi|mk|o|a)$/u, why: 'a source of a library' },
  { pattern: /^(?:main|preload|renderer|scripts|test|docs?)\//u, why: 'a folder of the sources' },
  { pattern: /(?:^|\/)(?:test|tests|__tests__|example|examples|benchmark)\//u, why: 'a test' },
  { pattern: /\.(?:test|spec)\.[a-z]+$/u, why: 'a test' },
  { pattern: /(?:^|\/)(?:\.env|\.npmrc|\.git|\.ci|id_|.*\.pem|.*\.key)(?:\/|$)/u, why: 'a file of the workshop' },
];
const needed = [
  'package.json',
  'dist/main/main.js',
  'dist/main/importer.js',
  'dist/preload/bridge.cjs',
  'dist/renderer/index.html',
  'resources/starter/en/',
  'resources/fonts/',
  'LICENSE',
];

/**
 * @param {readonly string[]} files of app.asar, relative, with `/`
 * @returns {readonly string[]} one line for each problem
 */
export function judgeListing(files) {
  const unwanted = files.flatMap((file) => {
    const reason = refused.find(({ pattern }) => pattern.test(file));
    return reason === undefined ? [] : [`${file}: ${reason.why}`];
  });
  const missing = needed.filter((part) => !files.some((file) => file === part || (part.endsWith('/') && file.startsWith(part))));
  const binaries = files.filter((file) => file.endsWith('.node'));
  const odd = binaries.length === 1 ? [] : [`${binaries.length} binaries in place of one: ${binaries.join(', ')}`];
  return [...unwanted, ...missing.map((file) => `${file} is missing`), ...odd];
}

/** @param {string} resources the package's folder of that name */
export async function problemsOf(resources) {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) =>
    file.replaceAll('\\', '/').replace(/^\//u, ''),
  );
  const beside = await readdir(resources);
  const leftovers = beside.filter((name) => name === 'default_app.asar' || name === 'app').map((name) => `${name}: left over`);
  return [...judgeListing(files), ...leftovers];
}
