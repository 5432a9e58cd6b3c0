import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { PicturePolicy } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';

const settingOf = (archiveId: string): string => `pictures.policy.${archiveId}`;
const policies: ReadonlySet<unknown> = new Set<PicturePolicy>(['all', 'opened', 'none']);

function isPolicy(value: unknown): value is PicturePolicy {
  return policies.has(value);
}

/** Pictures of an archive come with its text unless the reader says otherwise. */
export function readPicturePolicy(library: Pick<Library, 'reader'>, archiveId: string): PicturePolicy {
  const policy = readSetting(library.reader, settingOf(archiveId));
  return isPolicy(policy) ? policy : 'all';
}

/** The queue follows when the importer applies it. */
export function writePicturePolicy(library: Pick<Library, 'reader'>, archiveId: string, policy: PicturePolicy): void {
  writeSetting(library.reader, settingOf(archiveId), policy);
}
