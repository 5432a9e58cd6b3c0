import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceFailure } from '../source.ts';
import { diskFailure } from './disk-failure.ts';
import { makeTemporaryFolder } from './temporary-place.ts';
import { writeAll } from './write-all.ts';

export interface SpooledPage {
  readonly offset: number;
  readonly length: number;
}

/**
 * One temporary file, named by this program, that holds the pages of a snapshot one after another until they are handed
 * out. A snapshot can be read only in its own order, and nothing of it is ever written under a name that it chose.
 */
export class Spool {
  readonly #folder: string;
  readonly #file: FileHandle;
  #end = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async create(): Promise<Spool> {
    const folder = await makeTemporaryFolder('offprint-snapshot-');
    const file = await open(join(folder, 'pages'), 'wx+', 0o600).catch((error: unknown) => {
      throw diskFailure(error);
    });
    // Where the system allows it the file loses its name at once, so that nothing is left of it even after a crash.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return new Spool(folder, file);
  }

  async append(bytes: Uint8Array): Promise<SpooledPage> {
    const place = { offset: this.#end, length: bytes.length };
    await writeAll(this.#file, bytes, this.#end);
    this.#end += bytes.length;
    return place;
  }

  async read({ offset, length }: SpooledPage): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset);
    if (bytesRead !== length) throw new SourceFailure('damaged-transfer', 'the unpacked snapshot is gone');
    return bytes;
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
