import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { programIn, resourcesIn } from './places.mjs';
import { setFuses } from './fuses.mjs';
import { problemsOf } from './listing.mjs';

/** What an Electron that was not unpacked by electron-builder itself leaves behind. */
const leftovers = ['default_app.asar', 'inspector'];
const outerLeftovers = ['version', 'built-from'];

/**
 * Called by electron-builder for each package, before it is signed or packed.
 * @param {{ appOutDir: string, electronPlatformName: string, arch: number, packager: { appInfo: { productFilename: string } } }} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  const resources = resourcesIn(appOutDir, electronPlatformName, name);
  await Promise.all([
    ...leftovers.map((file) => rm(join(resources, file), { recursive: true, force: true })),
    ...outerLeftovers.map((file) => rm(join(appOutDir, file), { force: true })),
  ]);
  const problems = await problemsOf(resources);
  if (problems.length > 0) throw new Error(`The package holds what it must not, or lacks what it must:\n${problems.join('\n')}`);
  const note = process.env['OFFPRINT_PACKAGE_NOTE'] ?? '';
  if (note !== '') await writeFile(join(appOutDir, 'DEVELOPMENT-BUILD.txt'), note);
  const isForTests = process.env['OFFPRINT_PACKAGE_VARIANT'] === 'e2e';
  await setFuses(programIn(appOutDir, electronPlatformName, name), { isForTests });
}
