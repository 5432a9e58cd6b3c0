import type { Settings, SettingsChange } from './settings-types.ts';

/** What holds until the reader says otherwise. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: null,
  reading: {
    font: 'serif',
    textSize: 18,
    lineHeight: 1.9,
    measure: 35.5,
    paragraphSpacing: 1.1,
    isJustified: null,
    script: 'published',
  },
  list: { density: 'comfortable', sort: 'newest', hasPictures: true },
  schedule: { when: 'asked', everyHours: 6, isSparing: true },
  shortcuts: {},
  pictureTemplates: [],
  pictureWidth: null,
  isTitleNeutral: false,
  isNeverOpeningLinks: false,
  quickHideKey: null,
};

export const pictureWidths = [800, 1_200, 1_600, 2_400] as const;

/** Of a schedule. */
export const hoursBetweenSyncs = [1, 3, 6, 12, 24] as const;

/** Smallest, largest and step of what is set by number. */
export const readingRanges = {
  textSize: [13, 32, 1],
  lineHeight: [1.3, 2.6, 0.1],
  measure: [22, 60, 2],
  paragraphSpacing: [0, 2.5, 0.2],
} as const;

export function changedSettings(settings: Settings, { reading, list, schedule, ...change }: SettingsChange): Settings {
  return {
    ...settings,
    ...change,
    reading: { ...settings.reading, ...reading },
    list: { ...settings.list, ...list },
    schedule: { ...settings.schedule, ...schedule },
  };
}
