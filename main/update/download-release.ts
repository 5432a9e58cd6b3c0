import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpSender } from '#main/source/http/node-http.ts';
import { SourceFailure } from '#main/source/source.ts';
import { fetchRelease } from './fetch-release.ts';
import type { ReleaseFile } from './manifest.ts';
import { tryMirrors } from './try-mirrors.ts';
import { type FreeBytes, makeRoom, updateDiskFailure } from './update-disk.ts';
import { UpdateFailure } from './update-failure.ts';
import { verifyFile } from './verify-file.ts';

export interface DownloadErrand {
  readonly sender: HttpSender;
  /** In the order to be asked. */
  readonly mirrors: readonly URL[];
  readonly file: ReleaseFile;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly freeBytes: FreeBytes;
  onReceived(bytes: number): void;
  onMirrorFailed(error: unknown): void;
}

const maximumAttempts = 10;
const passing: ReadonlySet<string> = new Set(['connection-failed', 'timed-out', 'server-failed']);

/**
 * Brings a file of a release into the folder; resolves to its path, and only for a file that is the signed one. What has come so
 * far lies in `NAME.part`, also after a stop of the application, and any mirror can go on from there: the bytes are the same
 * everywhere, or they are refused at the end.
 */
export async function downloadRelease(errand: DownloadErrand): Promise<string> {
  const { file, folder } = errand;
  const part = join(folder, `${file.name}.part`);
  const have = await sizeOf(part);
  await makeRoom(folder, file.bytes - Math.min(have, file.bytes), errand.freeBytes);
  await tryMirrors(errand.mirrors, (mirror) => bringFrom(mirror, part, errand), errand.onMirrorFailed);
  const path = join(folder, file.name);
  await rename(part, path).catch((error: unknown) => {
    throw updateDiskFailure(error);
  });
  return path;
}

/**
 * A part that went wrong is thrown away, with all that earlier mirrors brought: nobody can say which of them it came from. A mirror
 * that went on from what others brought is then asked for the whole, so that one that lies cannot spoil those that do not.
 */
async function bringFrom(mirror: URL, part: string, errand: DownloadErrand): Promise<void> {
  const inheritedBytes = await sizeOf(part);
  const url = new URL(encodeURIComponent(errand.file.name), mirror);
  const handle = await open(part, constants.O_RDWR | constants.O_CREAT, 0o600).catch((error: unknown) => {
    throw updateDiskFailure(error);
  });
  try {
    await receiveAll(url, handle, errand);
  } finally {
    await handle.close();
  }
  try {
    await verifyFile(part, errand.file);
  } catch (error) {
    await rm(part, { force: true });
    if (inheritedBytes === 0) throw error;
    await bringFrom(mirror, part, errand);
  }
}

/** Goes on after a broken transfer as long as each attempt brings more than the last. */
async function receiveAll(url: URL, handle: FileHandle, errand: DownloadErrand): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = (await handle.stat()).size;
    try {
      await receive(url, handle, errand);
      return;
    } catch (error) {
      const isPassing = error instanceof SourceFailure && passing.has(error.code);
      if (!isPassing || attempt === maximumAttempts || (await handle.stat()).size <= before) throw updateDiskFailure(error);
    }
  }
}

async function receive(url: URL, handle: FileHandle, { sender, signal, file, onReceived }: DownloadErrand): Promise<void> {
  let received = (await handle.stat()).size;
  if (received === file.bytes) return;
  if (received > file.bytes) {
    await handle.truncate(0);
    received = 0;
  }
  const answer = await fetchRelease({ sender, url, signal, fromByte: received });
  if (answer === null) throw new UpdateFailure('update-damaged', `${url.hostname} has less of ${file.name} than was signed`);
  if (answer.firstByte === 0 && received > 0) await handle.truncate(0);
  received = answer.firstByte;
  for await (const chunk of answer.body) {
    if (received + chunk.length > file.bytes)
      throw new UpdateFailure('update-damaged', `${url.hostname} sends more of ${file.name} than was signed`, {
        file: file.name,
      });
    await writeAt(handle, chunk, received);
    received += chunk.length;
    onReceived(received);
  }
}

async function writeAt(handle: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let written = 0; written < chunk.length;)
    written += (await handle.write(chunk, written, chunk.length - written, position + written)).bytesWritten;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
