/** Beside the packages on every mirror; the same name as in `main/update/manifest.ts`. */
export const manifestName = 'offprint-update.json';
