import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFailure } from './disk-failure.ts';

/** A new folder that only this user can read. Throws a SourceFailure where the machine has no room or no place for it. */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix));
  } catch (error) {
    throw diskFailure(error);
  }
}
