import type { FileHandle } from 'node:fs/promises';
import { diskFailure } from './disk-failure.ts';

export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  try {
    for (let written = 0; written < bytes.length;)
      written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  } catch (error) {
    throw diskFailure(error);
  }
}
