import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { hashFile, readPackageName } from './describe-files.mjs';
import { manifestName } from './manifest-name.mjs';
import { readSigned } from './signature.mjs';

/** What a release must have, as `platform kind`, each for both kinds of processor. */
const wanted = [
  'linux appimage',
  'linux deb',
  'linux rpm',
  'linux folder',
  'darwin mac',
  'darwin dmg',
  'win32 nsis',
  'win32 folder',
];

/**
 * @param {string} folder
 * @param {{ publicKeys?: readonly string[] | undefined, isPartial?: boolean }} [options] `publicKeys`: those that the application trusts
 * @returns {Promise<{ good: readonly string[], problems: readonly string[] }>}
 */
export async function checkRelease(folder, { publicKeys, isPartial = false } = {}) {
  const keys = publicKeys ?? JSON.parse(await readFile(join(projectRoot, 'main', 'update', 'trusted-keys.json'), 'utf8'));
  const path = join(folder, manifestName);
  if (!existsSync(path)) return { good: [], problems: [`${manifestName} is missing`] };
  const manifest = readSigned(await readFile(path, 'utf8'), keys);
  if (manifest === undefined)
    return { good: [], problems: [`${manifestName} is not signed by a key that the application trusts`] };
  const listed = manifest.files.filter(({ name }) => !isPartial || existsSync(join(folder, name)));
  const reports = await Promise.all(listed.map((file) => checkFile(folder, file, manifest.version)));
  const problems = [
    ...reports.filter((problem) => problem !== undefined),
    ...(isPartial ? [] : missingPackages(manifest.files)),
    ...(await unlisted(folder, manifest.files)),
    ...(isPartial ? [] : await checkSums(folder)),
  ];
  return {
    good: [
      `${manifestName}: version ${manifest.version}, sequence ${manifest.sequence}, signed`,
      ...listed.map(({ name }) => `${name}: listed`),
    ],
    problems,
  };
}

/**
 * @param {string} folder
 * @param {{ name: string, bytes: number, sha512: string }} file
 * @param {string} version
 */
async function checkFile(folder, { name, bytes, sha512 }, version) {
  const path = join(folder, name);
  if (!existsSync(path)) return `${name} is missing`;
  if (readPackageName(name)?.version !== version) return `${name} is not of version ${version}`;
  if ((await stat(path)).size !== bytes) return `${name} has another size than was signed`;
  return (await hashFile(path, 'sha512', 'base64')) === sha512 ? undefined : `${name} is not the file that was signed`;
}

/** @param {readonly { name: string }[]} files */
function missingPackages(files) {
  const present = new Set(
    files.map(({ name }) => readPackageName(name)).map((facts) => `${facts?.platform} ${facts?.kind} ${facts?.arch}`),
  );
  return wanted
    .flatMap((part) => ['x64', 'arm64'].map((arch) => `${part} ${arch}`))
    .filter((part) => !present.has(part))
    .map((part) => `there is no package for ${part}`);
}

/**
 * @param {string} folder
 * @param {readonly { name: string }[]} files
 */
async function unlisted(folder, files) {
  const names = (await readdir(folder)).filter((name) => /\.(?:AppImage|deb|rpm|gz|exe|zip|dmg)$/u.test(name));
  return names.filter((name) => !files.some((file) => file.name === name)).map((name) => `${name} lies here and is not listed`);
}

/** @param {string} folder */
async function checkSums(folder) {
  const path = join(folder, 'SHA256SUMS');
  if (!existsSync(path)) return ['SHA256SUMS is missing'];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const checked = await Promise.all(
    lines.map(async (line) => {
      const [sum = '', name = ''] = line.split('  ');
      const file = join(folder, name);
      return existsSync(file) && (await hashFile(file, 'sha256', 'hex')) === sum
        ? undefined
        : `SHA256SUMS: ${name} does not match`;
    }),
  );
  return checked.filter((problem) => problem !== undefined);
}
