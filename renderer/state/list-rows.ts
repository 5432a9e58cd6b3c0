import { defaultSettings } from '#preload/contract/default-settings.ts';
import { listDensities, listSorts } from '#preload/contract/list-types.ts';
import type { SettingsChange } from '#preload/contract/settings-types.ts';
import type { SettingFacts, SettingRow } from './setting-rows.ts';

const own = (change: SettingsChange) => ({ keeper: 'settings', change }) as const;
const before = defaultSettings.list;

/** How articles are listed. */
export const listRows = ({ settings: { list }, messages: { articleList: words } }: SettingFacts): readonly SettingRow[] => [
  {
    id: 'listSort',
    section: 'reading',
    label: words.sort,
    hint: words.sortHint,
    control: {
      kind: 'choice',
      choices: listSorts.map((value) => ({ value, label: words.sorts[value] })),
      value: list.sort,
      set: (value) => own({ list: { sort: listSorts.find((sort) => sort === value) ?? before.sort } }),
    },
    steps: [],
    reset: list.sort === before.sort ? null : own({ list: { sort: before.sort } }),
  },
  {
    id: 'listDensity',
    section: 'reading',
    label: words.density,
    hint: '',
    control: {
      kind: 'choice',
      choices: listDensities.map((value) => ({ value, label: words.densities[value] })),
      value: list.density,
      set: (value) => own({ list: { density: listDensities.find((density) => density === value) ?? before.density } }),
    },
    steps: [],
    reset: list.density === before.density ? null : own({ list: { density: before.density } }),
  },
  {
    id: 'listPictures',
    section: 'reading',
    label: words.pictures,
    hint: words.picturesHint,
    control: { kind: 'toggle', value: list.hasPictures, set: (hasPictures) => own({ list: { hasPictures } }) },
    steps: [],
    reset: list.hasPictures === before.hasPictures ? null : own({ list: { hasPictures: before.hasPictures } }),
  },
];
