import { mkdir, statfs } from 'node:fs/promises';
import { SourceFailure } from '#main/source/source.ts';
import { UpdateFailure } from './update-failure.ts';

const fullErrors: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const closedErrors: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);

/** What the system says about a file of an update, as a failure of ours. */
export function updateDiskFailure(error: unknown): unknown {
  if (error instanceof UpdateFailure || error instanceof SourceFailure) return error;
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (fullErrors.has(reason))
    return new UpdateFailure('disk-full', 'there is no room for the new version', { reason }, { cause: error });
  if (closedErrors.has(reason))
    return new UpdateFailure(
      'place-not-writable',
      `the folder of updates cannot be written to (${reason})`,
      { reason },
      { cause: error },
    );
  return error;
}

/** Free bytes where the folder lies. Throws nothing: where the system does not say, there is room until writing fails. */
export type FreeBytes = (folder: string) => Promise<number>;

export const freeBytes: FreeBytes = async (folder) => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
};

/** Makes the folder and refuses at once what cannot fit: half a download on a full disk helps nobody. */
export async function makeRoom(folder: string, neededBytes: number, free: FreeBytes): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw updateDiskFailure(error);
  });
  if ((await free(folder)) < neededBytes)
    throw new UpdateFailure('disk-full', `there is no room for the new version, which needs ${neededBytes} bytes`);
}
