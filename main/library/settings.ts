import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { changedSettings, defaultSettings } from '#preload/contract/default-settings.ts';
import type { Settings, SettingsChange } from '#preload/contract/settings-types.ts';
import type { Library } from './library.ts';

const names = Object.keys(defaultSettings) as (keyof Settings)[];

export function readSettings(library: Library): Settings {
  const kept = names.map((name) => [name, readSetting(library.reader, name)] as const).filter(([, value]) => value !== undefined);
  // Each was written under its name by `changeSettings`, out of an input that its schema has let through.
  return changedSettings(defaultSettings, Object.fromEntries(kept));
}

/** A field that is absent stays as it is. */
export function changeSettings(library: Library, change: SettingsChange): Settings {
  const changed = changedSettings(readSettings(library), change);
  for (const name of names) if (change[name] !== undefined) writeSetting(library.reader, name, changed[name]);
  return changed;
}
