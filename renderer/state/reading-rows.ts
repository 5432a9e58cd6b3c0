import { defaultSettings, readingRanges } from '#preload/contract/default-settings.ts';
import type { ReadingAppearance, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import type { SettingFacts, SettingRow } from './setting-rows.ts';

const themes: readonly Theme[] = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'];
const fonts: readonly ReadingAppearance['font'][] = ['serif', 'sans', 'system'];
const scripts: readonly ReadingAppearance['script'][] = ['published', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'];
const measures = ['textSize', 'lineHeight', 'measure', 'paragraphSpacing'] as const;

/** Of a slider: finer than those of the reading menu, so that the defaults lie on it. */
const steps = { textSize: 1, lineHeight: 0.1, measure: 0.5, paragraphSpacing: 0.1 } as const;

const own = (change: SettingsChange) => ({ keeper: 'settings', change }) as const;
const before = defaultSettings.reading;

/** Colours, and how an article is set. */
export const readingRows = (facts: SettingFacts): readonly SettingRow[] => [
  themeRow(facts),
  fontRow(facts),
  ...measures.map((name) => measureRow(facts, name)),
  justifiedRow(facts),
  scriptRow(facts),
];

const themeRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'theme',
  section: 'reading',
  label: messages.reading.theme,
  hint: messages.settings.themeHint,
  control: {
    kind: 'choice',
    choices: themes.map((value) => ({ value, label: messages.window.settings[value] })),
    value: settings.theme,
    set: (value) => own({ theme: themes.find((theme) => theme === value) ?? defaultSettings.theme }),
  },
  steps: [],
  reset: settings.theme === defaultSettings.theme ? null : own({ theme: defaultSettings.theme }),
});

const fontRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'font',
  section: 'reading',
  label: messages.reading.font,
  hint: '',
  control: {
    kind: 'choice',
    choices: fonts.map((value) => ({ value, label: messages.reading.fonts[value] })),
    value: settings.reading.font,
    set: (value) => own({ reading: { font: fonts.find((font) => font === value) ?? before.font } }),
  },
  steps: [],
  reset: settings.reading.font === before.font ? null : own({ reading: { font: before.font } }),
});

const measureRow = ({ settings, messages }: SettingFacts, name: (typeof measures)[number]): SettingRow => ({
  id: name,
  section: 'reading',
  label: messages.reading[name],
  hint: messages.settings.measureHints[name],
  control: {
    kind: 'number',
    range: [readingRanges[name][0], readingRanges[name][1], steps[name]],
    value: settings.reading[name],
    set: (value) => own({ reading: { [name]: value } }),
  },
  steps: [],
  reset: settings.reading[name] === before[name] ? null : own({ reading: { [name]: before[name] } }),
});

const justifiedRow = ({ settings, messages }: SettingFacts): SettingRow => {
  const words = messages.settings.justified;
  const { isJustified } = settings.reading;
  const values = { language: null, always: true, never: false } as const;
  const names = ['language', 'always', 'never'] as const;
  return {
    id: 'isJustified',
    section: 'reading',
    label: messages.reading.justified,
    hint: '',
    control: {
      kind: 'choice',
      choices: names.map((value) => ({ value, label: words[value] })),
      value: names.find((name) => values[name] === isJustified) ?? 'language',
      set: (value) => own({ reading: { isJustified: values[names.find((name) => name === value) ?? 'language'] } }),
    },
    steps: [],
    reset: isJustified === before.isJustified ? null : own({ reading: { isJustified: before.isJustified } }),
  };
};

const scriptRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'script',
  section: 'reading',
  label: messages.reading.script,
  hint: messages.settings.scriptHint,
  control: {
    kind: 'choice',
    choices: scripts.map((value) => ({ value, label: messages.reading.scripts[value] })),
    value: settings.reading.script,
    set: (value) => own({ reading: { script: scripts.find((script) => script === value) ?? before.script } }),
  },
  steps: [],
  reset: settings.reading.script === before.script ? null : own({ reading: { script: before.script } }),
});
