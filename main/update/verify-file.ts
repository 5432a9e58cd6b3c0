import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ReleaseFile } from './manifest.ts';
import { UpdateFailure } from './update-failure.ts';

/** Throws 'update-damaged' unless the file is byte for byte the one that was signed. Reads it in portions. */
export async function verifyFile(
  path: string,
  { name, bytes, sha512 }: Pick<ReleaseFile, 'name' | 'bytes' | 'sha512'>,
): Promise<void> {
  const { size } = await stat(path);
  if (size !== bytes) throw new UpdateFailure('update-damaged', `${name} has ${size} bytes in place of ${bytes}`, { file: name });
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(chunk as Buffer);
  if (hash.digest('base64') !== sha512)
    throw new UpdateFailure('update-damaged', `${name} is not the file that was signed`, { file: name });
}
