import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFor, isNewer, refuseOld, type Believed, type Running } from './judge-release.ts';
import { type Manifest, manifestName, maximumManifestBytes, readManifest, type ReleaseFile } from './manifest.ts';
import { type FreeBytes, makeRoom, updateDiskFailure } from './update-disk.ts';
import { UpdateFailure } from './update-failure.ts';
import { verifyFile } from './verify-file.ts';

export interface TakeErrand {
  /** The package, or the manifest beside it. */
  readonly path: string;
  readonly running: Running;
  readonly believed: Believed | null;
  readonly trustedKeys: readonly string[];
  readonly folder: string;
  readonly freeBytes: FreeBytes;
}

export interface TakenRelease {
  readonly manifest: Manifest;
  readonly file: ReleaseFile;
  /** Of the verified copy: the stick may be gone, or changed, a moment later. */
  readonly path: string;
}

/** Takes in a release from a folder or a stick, as strictly as one from the network. */
export async function takeFile(errand: TakeErrand): Promise<TakenRelease> {
  const { running, believed, trustedKeys, folder } = errand;
  const manifest = readManifest(await readManifestBeside(errand.path), trustedKeys);
  refuseOld(manifest, running, believed);
  if (!isNewer(manifest, running))
    throw new UpdateFailure('update-older', `${manifest.version} is the version that is running`, { version: manifest.version });
  const file = fileFor(manifest, running);
  const given = basename(errand.path);
  if (given !== manifestName && given !== file.name)
    throw new UpdateFailure('update-not-for-this', `${given} is not the package that fits here, which is ${file.name}`, {
      file: given,
    });
  const from = join(dirname(errand.path), file.name);
  await stat(from).catch(() => {
    throw new UpdateFailure('update-not-for-this', `${file.name} does not lie beside the manifest`, { file: file.name });
  });
  await makeRoom(folder, file.bytes, errand.freeBytes);
  return { manifest, file, path: await copyVerified(from, join(folder, file.name), file) };
}

async function copyVerified(from: string, to: string, file: ReleaseFile): Promise<string> {
  const copy = `${to}.copy`;
  try {
    await copyFile(from, copy);
    await verifyFile(copy, file);
    await rename(copy, to);
    return to;
  } catch (error) {
    await rm(copy, { force: true });
    throw updateDiskFailure(error);
  }
}

async function readManifestBeside(path: string): Promise<Uint8Array> {
  const place = join(dirname(path), manifestName);
  const handle = await open(place).catch(() => {
    throw new UpdateFailure('update-unsigned', `${manifestName} does not lie beside the file`, { file: basename(path) });
  });
  try {
    if ((await handle.stat()).size > maximumManifestBytes)
      throw new UpdateFailure('bad-response', 'this is no manifest of a release');
    return await readFile(handle);
  } finally {
    await handle.close();
  }
}
