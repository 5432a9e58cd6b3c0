import type { HttpSender } from '#main/source/http/node-http.ts';
import { fetchRelease, readSmall } from './fetch-release.ts';
import { type Believed, isNewer, refuseOld, type Running } from './judge-release.ts';
import { type Manifest, manifestName, maximumManifestBytes, readManifest } from './manifest.ts';
import { tryMirrors } from './try-mirrors.ts';
import { UpdateFailure } from './update-failure.ts';

export interface FindErrand {
  readonly sender: HttpSender;
  readonly mirrors: readonly URL[];
  readonly trustedKeys: readonly string[];
  readonly running: Running;
  readonly believed: Believed | null;
  readonly signal: AbortSignal;
  onMirrorFailed(error: unknown): void;
}

export interface FoundManifest {
  readonly manifest: Manifest;
  readonly isNew: boolean;
  /** Who served it. */
  readonly mirror: URL;
}

/**
 * Asks one place after the other for the manifest of the newest release. One that lags behind, or shows what nobody who is
 * trusted has signed, counts as one that does not answer.
 */
export async function findRelease(errand: FindErrand): Promise<FoundManifest> {
  const { sender, trustedKeys, running, believed, signal } = errand;
  const ask = async (mirror: URL): Promise<Manifest> => {
    const answer = await fetchRelease({ sender, url: new URL(manifestName, mirror), signal });
    if (answer === null) throw new UpdateFailure('bad-response', `${mirror.hostname} has no manifest`, { host: mirror.hostname });
    const manifest = readManifest(await readSmall(answer, maximumManifestBytes), trustedKeys);
    refuseOld(manifest, running, believed);
    return manifest;
  };
  const { mirror, wanted } = await tryMirrors(errand.mirrors, ask, errand.onMirrorFailed);
  return { manifest: wanted, mirror, isNew: isNewer(wanted, running) };
}
