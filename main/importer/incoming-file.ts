import path from 'node:path';

/** Where the pack of an archive is written down while it arrives; what a sync that broke off leaves there, the next one reads. */
export const incomingFile = (libraryDir: string, archiveId: string): string =>
  path.join(libraryDir, `incoming-${archiveId}.pack`);
