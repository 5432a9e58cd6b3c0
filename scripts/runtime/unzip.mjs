import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const defaultMode = 0o644;
const permissionBits = 0o777;

/**
 * Unpacks the files of a zip archive with their permissions. yauzl refuses names that would lead out of the folder.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} targetOf where a file goes inside the folder; undefined leaves it out
 */
export async function unzip(archive, folder, targetOf) {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const target = targetOf(entry.fileName);
      if (target === undefined) continue;
      const path = join(folder, target);
      await mkdir(dirname(path), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & permissionBits;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: mode === 0 ? defaultMode : mode }));
    }
  } finally {
    zip.close();
  }
}
