import { createShownText, type ShownText } from '#main/read/shown-text.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { readSetting } from '#main/store/reader/settings.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { ReadingAppearance, ShownScript } from '#preload/contract/settings-types.ts';

/** The dictionaries of the last script stay ready; where they cannot be loaded, texts are shown as they were published. */
export function createShownTextReader(reader: ReadableDb): () => Promise<ShownText> {
  let script: ShownScript = defaultSettings.reading.script;
  let shownText = createShownText(script);
  return () => {
    const kept = readSetting(reader, 'reading') as Partial<ReadingAppearance> | undefined;
    const wanted = kept?.script ?? defaultSettings.reading.script;
    if (wanted !== script) {
      script = wanted;
      shownText = createShownText(wanted).catch(() => createShownText('published'));
    }
    return shownText;
  };
}
