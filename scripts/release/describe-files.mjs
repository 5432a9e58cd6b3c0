import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const platforms = { linux: 'linux', mac: 'darwin', win: 'win32' };
const architectures = { x64: 'x64', x86_64: 'x64', amd64: 'x64', arm64: 'arm64', aarch64: 'arm64', universal: 'universal' };
const packageName =
  /^Offprint-(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)-(?<system>linux|mac|win)-(?<arch>x64|x86_64|amd64|arm64|aarch64|universal)\.(?<ending>AppImage|deb|rpm|tar\.gz|exe|zip|dmg)$/u;

/**
 * What a package's name says of it; undefined for what is no package of a release.
 * @param {string} name
 */
export function readPackageName(name) {
  const { version, system, arch, ending } = packageName.exec(name)?.groups ?? {};
  if (version === undefined || system === undefined || arch === undefined || ending === undefined) return undefined;
  return {
    version,
    platform: platforms[/** @type {keyof typeof platforms} */ (system)],
    arch: architectures[/** @type {keyof typeof architectures} */ (arch)],
    kind: kindOf(system, ending),
  };
}

/**
 * @param {string} system
 * @param {string} ending
 */
function kindOf(system, ending) {
  if (ending === 'zip') return system === 'mac' ? 'mac' : 'folder';
  return { AppImage: 'appimage', deb: 'deb', rpm: 'rpm', 'tar.gz': 'folder', exe: 'nsis', dmg: 'dmg' }[ending];
}

/**
 * Every package in a folder, as the manifest lists it.
 * @param {string} folder
 */
export async function describeFiles(folder) {
  const names = (await readdir(folder)).filter((name) => readPackageName(name) !== undefined).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { version, ...facts } = readPackageName(name) ?? {};
      const path = join(folder, name);
      return {
        version,
        file: { name, bytes: (await stat(path)).size, sha512: await hashFile(path, 'sha512', 'base64'), ...facts },
      };
    }),
  );
}

/**
 * @param {string} path
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function hashFile(path, algorithm, encoding) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest(encoding);
}
