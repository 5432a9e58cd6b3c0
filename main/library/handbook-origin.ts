import { fileURLToPath } from 'node:url';

/** What stands for the handbook in the list of archives: the folder itself moves with the application. */
export const handbookOrigin = 'offprint:handbook';

/**
 * The starter archive, seen from the built files (`dist/main/*.js`). In a package it lies beside the application's archive: folders
 * are read by the bytes of their names, and Electron shows the inside of an archive to nobody who asks so.
 */
const handbookDir = fileURLToPath(new URL('../../resources/starter', import.meta.url)).replace(
  /(?<=[\\/]app\.asar)(?=[\\/])/u,
  '.unpacked',
);

/** What a source opens for an origin of the list. */
export function originLocation(origin: string): string {
  return origin === handbookOrigin ? handbookDir : origin;
}
