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
 * trusted has signed, counts as one that does not answer. "Nothing newer" is believed only when no other place knows better:
 * else a single old mirror could keep a reader from every new version.
 */
export async function findRelease(errand: FindErrand): Promise<FoundManifest> {
  const { mirrors, running, onMirrorFailed } = errand;
  let current: FoundManifest | null = null;
  for (let rest = mirrors; current === null || rest.length > 0;) {
    try {
      const { mirror, wanted } = await tryMirrors(rest, (place) => ask(place, errand), onMirrorFailed);
      if (isNewer(wanted, running)) return { manifest: wanted, mirror, isNew: true };
      if (current === null || wanted.sequence > current.manifest.sequence) current = { manifest: wanted, mirror, isNew: false };
      rest = rest.slice(rest.indexOf(mirror) + 1);
    } catch (error) {
      if (current === null || errand.signal.aborted) throw error;
      return current;
    }
  }
  return current;
}

async function ask(mirror: URL, { sender, trustedKeys, running, believed, signal }: FindErrand): Promise<Manifest> {
  const answer = await fetchRelease({ sender, url: new URL(manifestName, mirror), signal });
  if (answer === null) throw new UpdateFailure('bad-response', `${mirror.hostname} has no manifest`, { host: mirror.hostname });
  const manifest = readManifest(await readSmall(answer, maximumManifestBytes), trustedKeys);
  refuseOld(manifest, running, believed);
  return manifest;
}
