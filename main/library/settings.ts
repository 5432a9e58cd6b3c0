import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { changedSettings, defaultSettings } from '#preload/contract/default-settings.ts';
import type { ReadingAppearance, Settings, SettingsChange, SyncSchedule } from '#preload/contract/settings-types.ts';
import type { Library } from './library.ts';

export function readSettings(library: Library): Settings {
  return changedSettings(defaultSettings, {
    theme: (readSetting(library.reader, 'theme') as Settings['theme'] | undefined) ?? defaultSettings.theme,
    language: (readSetting(library.reader, 'language') as Settings['language'] | undefined) ?? defaultSettings.language,
    schedule: (readSetting(library.reader, 'schedule') as Partial<SyncSchedule> | undefined) ?? {},
    reading: (readSetting(library.reader, 'reading') as Partial<ReadingAppearance> | undefined) ?? {},
  });
}

/** A field that is absent stays as it is. */
export function changeSettings(library: Library, change: SettingsChange): Settings {
  const changed = changedSettings(readSettings(library), change);
  for (const key of ['theme', 'language', 'reading', 'schedule'] as const)
    if (change[key] !== undefined) writeSetting(library.reader, key, changed[key]);
  return changed;
}
