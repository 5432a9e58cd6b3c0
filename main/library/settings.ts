import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { Settings } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';

export function readSettings(library: Library): Settings {
  return {
    theme: (readSetting(library.reader, 'theme') as Settings['theme'] | undefined) ?? 'system',
    language: (readSetting(library.reader, 'language') as Settings['language'] | undefined) ?? null,
  };
}

/** A field that is absent stays as it is. */
export function changeSettings(library: Library, change: Partial<Settings>): Settings {
  for (const key of ['theme', 'language'] as const) if (change[key] !== undefined) writeSetting(library.reader, key, change[key]);
  return readSettings(library);
}
