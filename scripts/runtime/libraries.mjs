import { run } from './child.mjs';
import { installPackages } from './packages.mjs';
import { MissingPiece } from './step.mjs';

const limitMs = 30_000;

/**
 * Debian's package for each library that Electron is linked with; names since the 64-bit time change come first.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const packageOf = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/**
 * The libraries that `ldd` could not find, without repeats.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const names = lddOutput.split('\n').flatMap((line) => /^\s*(\S+) => not found/u.exec(line)?.[1] ?? []);
  return [...new Set(names)];
}

/**
 * @param {readonly string[]} libraries
 * @returns {{ packages: readonly (readonly string[])[], unknown: readonly string[] }} `unknown`: libraries we know no package for
 */
export function packagesFor(libraries) {
  const known = new Map(
    libraries.flatMap((library) => (packageOf[library] ?? []).slice(-1).map((name) => [name, packageOf[library] ?? []])),
  );
  return { packages: [...known.values()], unknown: libraries.filter((library) => packageOf[library] === undefined) };
}

/**
 * Installs the system libraries that Electron lacks on this Linux; says which, and stops, where it may not.
 * @param {import('./electron.mjs').Electron} electron
 * @param {import('./step.mjs').Reporter} reporter
 */
export async function ensureLibraries(electron, reporter) {
  if (process.platform !== 'linux') return;
  await reporter.run('libraries', async () => {
    const missing = await askLinker(electron.path);
    if (missing.length === 0) return { outcome: { detail: 'all there', hasActed: false } };
    const { packages, unknown } = packagesFor(missing);
    const words = `Missing: system libraries that Electron needs (${missing.join(', ')}).`;
    if (packages.length > 0) await installPackages(packages, words, reporter);
    const left = await askLinker(electron.path);
    if (left.length > 0)
      throw new MissingPiece(
        `Missing: system libraries that Electron needs (${left.join(', ')}).\nFind the packages that bring them and install those.`,
      );
    return { outcome: { detail: `installed for ${missing.length - unknown.length} of ${missing.length}`, hasActed: true } };
  });
}

/** @param {string} program */
async function askLinker(program) {
  const { stdout } = await run('ldd', [program], { limitMs, env: { ...process.env, LC_ALL: 'C' } });
  return missingLibraries(stdout);
}
