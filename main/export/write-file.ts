import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ReportedFailure } from '#main/failure.ts';

/**
 * Writes a file so that it is there whole or not at all: beside its place, then to the disk, then under its name. Returns its size.
 * What the system says against it becomes `disk-full` or `place-not-writable`.
 */
export async function writeWhole(file: string, write: (handle: FileHandle) => Promise<void>): Promise<number> {
  const unfinished = path.join(path.dirname(file), `.offprint-${randomUUID()}.part`);
  try {
    const handle = await open(unfinished, 'wx', 0o644);
    let bytes: number;
    try {
      await write(handle);
      await handle.sync();
      bytes = (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    await syncFolder(path.dirname(file));
    return bytes;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw placeFailure(error, file);
  }
}

export async function writePieces(file: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<number> {
  return writeWhole(file, async (handle) => {
    for await (const piece of pieces) await handle.appendFile(piece, 'utf8');
  });
}

/** Makes the folder and those above it; returns the topmost that was made, if any. */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await mkdir(folder, { recursive: true });
  } catch (error) {
    throw placeFailure(error, folder);
  }
}

/** The new name itself has to reach the disk; Windows does that by itself and opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const unwritable: ReadonlySet<string> = new Set(
  'EACCES EPERM EROFS ENOENT ENOTDIR EISDIR EEXIST EBUSY EINVAL ENAMETOOLONG ENOTEMPTY'.split(' '),
);

function placeFailure(error: unknown, file: string): unknown {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (fullDisk.has(reason)) return new ReportedFailure({ code: 'disk-full', message: `no room for ${path.basename(file)}` });
  if (!unwritable.has(reason)) return error;
  const details = { file: path.basename(file), reason };
  return new ReportedFailure({
    code: 'place-not-writable',
    message: `${path.basename(file)} cannot be written (${reason})`,
    details,
  });
}
