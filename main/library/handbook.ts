import { listArchives } from '#main/store/reader/archives.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { handbookOrigin } from './handbook-origin.ts';
import type { Library } from './library.ts';
import { subscribe } from './subscriptions.ts';

const handbookId = 'handbook';

interface HandbookInput {
  readonly name: string;
  readonly version: string;
}

/**
 * The handbook if it is to be synced now, else null. Every library that a window opens gets it once; a reader who removed it
 * does not get it back.
 */
export function prepareHandbook(
  library: Library,
  { name, version }: HandbookInput,
): { readonly id: string; readonly origin: string } | null {
  const wasBrought = readSetting(library.reader, 'handbookVersion');
  if (wasBrought === version) return null;
  const present = listArchives(library.reader).find(({ origins }) => origins.includes(handbookOrigin));
  if (!present && wasBrought !== undefined) return null;
  const kept = present ?? subscribe(library, { origins: [handbookOrigin], id: handbookId, name });
  return { id: kept.id, origin: handbookOrigin };
}

export function finishHandbook(library: Library, version: string): void {
  writeSetting(library.reader, 'handbookVersion', version);
}
