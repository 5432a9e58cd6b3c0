import { fileURLToPath } from 'node:url';

/** What stands for the handbook in the list of archives: the folder itself moves with the application. */
export const handbookOrigin = 'offprint:handbook';

/** The starter archive, seen from the built files (`dist/main/*.js`); the same inside a package. */
const handbookDir = fileURLToPath(new URL('../../resources/starter', import.meta.url));

/** What a source opens for an origin of the list. */
export function originLocation(origin: string): string {
  return origin === handbookOrigin ? handbookDir : origin;
}
