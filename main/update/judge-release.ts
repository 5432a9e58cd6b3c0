import type { PackageKind } from '#preload/contract/update-types.ts';
import type { Manifest, ReleaseFile } from './manifest.ts';
import { UpdateFailure } from './update-failure.ts';
import { compareVersions } from './version-order.ts';

/** The Offprint that is running. */
export interface Running {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly packageKind: PackageKind;
}

/** The newest manifest that was ever believed here. */
export interface Believed {
  readonly sequence: number;
  readonly digest: string;
}

/**
 * Refuses a manifest that was shown before a newer one (replay), and two of one number that differ; one that speaks of an older
 * version than the one running says nothing. Throws 'update-replayed' or 'update-older'.
 */
export function refuseOld(manifest: Manifest, running: Running, believed: Believed | null): void {
  const { sequence, version, digest } = manifest;
  const isReplayed = believed !== null && sequence < believed.sequence;
  const isRival = believed !== null && sequence === believed.sequence && digest !== believed.digest;
  if (isReplayed || isRival)
    throw new UpdateFailure('update-replayed', `the manifest ${sequence} is older than one seen before`, { version });
  if (compareVersions(version, running.version) < 0)
    throw new UpdateFailure('update-older', `${version} is older than ${running.version}`, { version });
}

export function isNewer(manifest: Manifest, running: Running): boolean {
  return compareVersions(manifest.version, running.version) > 0;
}

/** The file of a release that replaces the running Offprint. Throws 'update-not-for-this'. */
export function fileFor(manifest: Manifest, { platform, arch, packageKind }: Running): ReleaseFile {
  const kind = packageKind === 'development' ? 'folder' : packageKind;
  const fitting = manifest.files.filter((file) => file.platform === platform && file.kind === kind);
  const file = fitting.find((one) => one.arch === arch) ?? fitting.find((one) => one.arch === 'universal');
  if (file !== undefined) return file;
  const { version } = manifest;
  throw new UpdateFailure('update-not-for-this', `${version} has no ${kind} for ${platform} ${arch}`, { version });
}
