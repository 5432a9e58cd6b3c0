import { defaultSettings, hoursBetweenSyncs, pictureWidths } from '#preload/contract/default-settings.ts';
import type { ArchiveSummary, PicturePolicy } from '#preload/contract/library-types.ts';
import { isPictureTemplate } from '#preload/contract/picture-template.ts';
import type { SettingsChange } from '#preload/contract/settings-types.ts';
import type { SettingFacts, SettingRow } from './setting-rows.ts';

const own = (change: SettingsChange) => ({ keeper: 'settings', change }) as const;
const before = defaultSettings.schedule;
const policies: readonly PicturePolicy[] = ['all', 'opened', 'none'];

/** When archives are synced, and what comes with them. */
export const archiveRows = (facts: SettingFacts): readonly SettingRow[] => [
  scheduleRow(facts),
  sparingRow(facts),
  ...facts.archives.map((archive) => pictureRow(facts, archive)),
  widthRow(facts),
  templateRow(facts),
];

const scheduleRow = ({ settings, messages }: SettingFacts): SettingRow => {
  const words = messages.window.settings;
  const { when, everyHours } = settings.schedule;
  return {
    id: 'schedule',
    section: 'archives',
    label: words.schedule,
    hint: messages.settings.scheduleHint,
    control: {
      kind: 'choice',
      choices: [
        { value: 'asked', label: words.asked },
        { value: 'start', label: words.atStart },
        ...hoursBetweenSyncs.map((hours) => ({ value: String(hours), label: words.everyHours(hours) })),
      ],
      value: when === 'hours' ? String(everyHours) : when,
      set: (value) =>
        own({
          schedule: value === 'asked' || value === 'start' ? { when: value } : { when: 'hours', everyHours: Number(value) },
        }),
    },
    steps: [],
    reset: when === before.when ? null : own({ schedule: { when: before.when, everyHours: before.everyHours } }),
  };
};

const sparingRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'sparing',
  section: 'archives',
  label: messages.window.settings.sparing,
  hint: messages.window.settings.metered,
  control: { kind: 'toggle', value: settings.schedule.isSparing, set: (isSparing) => own({ schedule: { isSparing } }) },
  steps: [],
  reset: settings.schedule.isSparing === before.isSparing ? null : own({ schedule: { isSparing: before.isSparing } }),
});

const pictureRow = ({ messages }: SettingFacts, { id, name, picturePolicy }: ArchiveSummary): SettingRow => {
  const { menu } = messages.places;
  const labels = { all: menu.picturesAll, opened: menu.picturesOpened, none: menu.picturesNone };
  const pictures = (policy: PicturePolicy) => ({ keeper: 'pictures', archiveId: id, policy }) as const;
  return {
    id: `pictures-${id}`,
    section: 'archives',
    label: messages.settings.picturesOf(name),
    hint: '',
    control: {
      kind: 'choice',
      choices: policies.map((value) => ({ value, label: labels[value] })),
      value: picturePolicy,
      set: (value) => pictures(policies.find((policy) => policy === value) ?? 'all'),
    },
    steps: [{ kind: 'places', label: menu.places, archiveId: id }],
    reset: picturePolicy === 'all' ? null : pictures('all'),
  };
};

const widthRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'pictureWidth',
  section: 'archives',
  label: messages.settings.pictureWidth,
  hint: messages.settings.pictureWidthHint,
  control: {
    kind: 'choice',
    choices: [
      { value: '', label: messages.settings.asPublished },
      ...pictureWidths.map((width) => ({ value: String(width), label: messages.settings.pixels(width) })),
    ],
    value: settings.pictureWidth === null ? '' : String(settings.pictureWidth),
    set: (value) => own({ pictureWidth: pictureWidths.find((width) => String(width) === value) ?? null }),
  },
  steps: [],
  reset: settings.pictureWidth === null ? null : own({ pictureWidth: null }),
});

const templateRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'pictureTemplates',
  section: 'archives',
  label: messages.settings.pictureTemplates,
  hint: messages.settings.pictureTemplatesHint,
  control: {
    kind: 'lines',
    value: settings.pictureTemplates,
    problem: messages.settings.pictureTemplatesProblem,
    isGood: isPictureTemplate,
    set: (pictureTemplates) => own({ pictureTemplates }),
  },
  steps: [],
  reset: settings.pictureTemplates.length === 0 ? null : own({ pictureTemplates: [] }),
});
