import { join } from 'node:path';

/**
 * The program in an unpacked package.
 * @param {string} folder
 * @param {string} platform as electron-builder names it: `linux`, `darwin`, `win32`
 * @param {string} productName
 */
export function programIn(folder, platform, productName = 'Offprint') {
  if (platform === 'darwin') return join(folder, `${productName}.app`);
  return join(folder, platform === 'win32' ? 'Offprint.exe' : 'offprint');
}

/**
 * @param {string} folder
 * @param {string} platform
 * @param {string} productName
 */
export function resourcesIn(folder, platform, productName = 'Offprint') {
  return platform === 'darwin' ? join(folder, `${productName}.app`, 'Contents', 'Resources') : join(folder, 'resources');
}
