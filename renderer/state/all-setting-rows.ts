import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { NetworkState } from '#preload/contract/network-types.ts';
import { hideKeys } from '#preload/contract/privacy-types.ts';
import type { InterfaceLanguage, SettingsChange } from '#preload/contract/settings-types.ts';
import type { UpdateChoice } from '#preload/contract/update-types.ts';
import { languageNames } from '#preload/messages/catalogue.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { archiveRows } from './archive-rows.ts';
import { isMacKeyboard } from './key-press.ts';
import { listRows } from './list-rows.ts';
import { readingRows } from './reading-rows.ts';
import type { SettingFacts, SettingRow } from './setting-rows.ts';

const own = (change: SettingsChange) => ({ keeper: 'settings', change }) as const;

/** Every setting there is, as lines of the settings page; shortcuts and storage have panels of their own besides. */
export const allSettingRows = (facts: SettingFacts): readonly SettingRow[] => [
  ...archiveRows(facts),
  ...networkRows(facts),
  ...readingRows(facts),
  ...listRows(facts),
  ...privacyRows(facts),
  ...updateRows(facts),
  languageRow(facts),
  ...advancedRows(facts),
];

const proxyText = ({ proxy }: NetworkState, words: Messages['network']): string => {
  const kind = words.kinds[proxy.kind];
  if ('host' in proxy) return `${kind}: ${proxy.host}:${proxy.port}`;
  return proxy.kind === 'pac' ? `${kind}: ${proxy.url}` : kind;
};

const networkRows = ({ network, messages }: SettingFacts): readonly SettingRow[] => {
  if (!network) return [];
  const { proxy, extraCaFile } = network;
  const steps = [{ kind: 'command', label: messages.settings.changeNetwork, command: 'network' }] as const;
  return [
    {
      id: 'proxy',
      section: 'network',
      label: messages.network.proxy,
      hint: messages.network.intro,
      control: { kind: 'text', text: proxyText(network, messages.network) },
      steps,
      reset: proxy.kind === 'system' ? null : { keeper: 'network', change: { proxy: { kind: 'system' } } },
    },
    {
      id: 'certificates',
      section: 'network',
      label: messages.network.caFile,
      hint: messages.network.caFileHint,
      control: { kind: 'text', text: extraCaFile ?? messages.network.noCaFile },
      steps,
      reset: extraCaFile === null ? null : { keeper: 'network', change: { extraCaFile: null } },
    },
  ];
};

const privacyRows = (facts: SettingFacts): readonly SettingRow[] => {
  const { settings, messages } = facts;
  const words = messages.privacy;
  const toggle = (name: 'isNeverOpeningLinks' | 'isTitleNeutral', label: string, hint: string): SettingRow => ({
    id: name,
    section: 'privacy',
    label,
    hint,
    control: { kind: 'toggle', value: settings[name], set: (value) => own({ [name]: value }) },
    steps: [],
    reset: settings[name] === defaultSettings[name] ? null : own({ [name]: defaultSettings[name] }),
  });
  return [
    toggle('isNeverOpeningLinks', words.neverOpenLinks, messages.settings.linksHint),
    toggle('isTitleNeutral', words.isTitleNeutral, messages.settings.titleHint(words.neutralTitle)),
    hideKeyRow(facts),
    { ...stepRow(facts, 'connections'), steps: [{ kind: 'command', label: messages.settings.show, command: 'privacy' }] },
    { ...stepRow(facts, 'searches'), steps: [{ kind: 'forget-searches', label: messages.settings.forget }] },
  ];
};

/** Something to be done rather than set. */
const stepRow = ({ messages }: SettingFacts, id: 'connections' | 'searches'): SettingRow => ({
  id,
  section: 'privacy',
  label: messages.settings.steps[id],
  hint: messages.settings.stepHints[id],
  control: null,
  steps: [],
  reset: null,
});

const hideKeyRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'quickHideKey',
  section: 'privacy',
  label: messages.privacy.quickHide,
  hint: messages.settings.hideHint,
  control: {
    kind: 'choice',
    choices: [
      { value: '', label: messages.privacy.noKey },
      ...hideKeys.map((key) => ({
        value: key,
        label: key.replace('CommandOrControl', isMacKeyboard ? '⌘' : 'Ctrl').replaceAll('+', ' + '),
      })),
    ],
    value: settings.quickHideKey ?? '',
    set: (value) => own({ quickHideKey: hideKeys.find((key) => key === value) ?? null }),
  },
  steps: [],
  reset: settings.quickHideKey === null ? null : own({ quickHideKey: null }),
});

const updateChoices: readonly UpdateChoice[] = ['off', 'notify', 'automatic'];

const updateRows = ({ updates, messages }: SettingFacts): readonly SettingRow[] => {
  if (!updates) return [];
  const words = messages.updates;
  const choose = (choice: UpdateChoice) => ({ keeper: 'updates', choice }) as const;
  return [
    {
      id: 'updateChoice',
      section: 'updates',
      label: words.choice,
      hint: `${words.running(updates.version)} ${words.choiceHint}`,
      control: {
        kind: 'choice',
        choices: updateChoices.map((value) => ({ value, label: words.choices[value] })),
        value: updates.choice,
        set: (value) => choose(updateChoices.find((choice) => choice === value) ?? 'off'),
      },
      steps: [{ kind: 'command', label: words.open, command: 'updates' }],
      reset: updates.choice === 'off' ? null : choose('off'),
    },
    {
      id: 'updateMirrors',
      section: 'updates',
      label: words.mirrors,
      hint: words.mirrorsHint,
      control: {
        kind: 'lines',
        value: updates.mirrors,
        problem: messages.settings.mirrorsProblem,
        isGood: (line) => /^https?:\/\/\S+$/iu.test(line),
        set: (mirrors) => ({ keeper: 'updates', mirrors }),
      },
      steps: [],
      reset: updates.mirrors.length === 0 ? null : { keeper: 'updates', mirrors: [] },
    },
  ];
};

const languages = Object.keys(languageNames).filter((language): language is InterfaceLanguage => language in languageNames);

const languageRow = ({ settings, messages }: SettingFacts): SettingRow => ({
  id: 'language',
  section: 'language',
  label: messages.window.settings.language,
  hint: messages.settings.languageHint,
  control: {
    kind: 'choice',
    choices: [
      { value: '', label: messages.window.settings.system },
      ...languages.map((value) => ({ value, label: languageNames[value], lang: value })),
    ],
    value: settings.language ?? '',
    set: (value) => own({ language: languages.find((language) => language === value) ?? null }),
  },
  steps: [],
  reset: settings.language === null ? null : own({ language: null }),
});

const advancedRows = ({ messages }: SettingFacts): readonly SettingRow[] => {
  const words = messages.settings;
  const row = { section: 'advanced', control: null, reset: null } as const;
  return [
    {
      ...row,
      id: 'commands',
      label: words.commandsLabel,
      hint: words.commandsHint,
      steps: [{ kind: 'command', label: messages.commands.palette, command: 'palette' }],
    },
    {
      ...row,
      id: 'resetAll',
      label: words.resetAll,
      hint: words.resetAllHint,
      steps: [{ kind: 'reset-all', label: words.resetAllStep }],
    },
  ];
};
