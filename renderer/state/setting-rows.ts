import type { CommandId } from '#preload/contract/commands.ts';
import type { ArchiveSummary, PicturePolicy } from '#preload/contract/library-types.ts';
import type { NetworkSetting, NetworkState } from '#preload/contract/network-types.ts';
import type { Settings, SettingsChange } from '#preload/contract/settings-types.ts';
import type { UpdateChoice, UpdateStatus } from '#preload/contract/update-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import type { SettingSection } from './setting-sections.ts';

/** What is to be kept, and by whom. */
export type SettingChange =
  | { readonly keeper: 'settings'; readonly change: SettingsChange }
  /** What it leaves out stays. */
  | { readonly keeper: 'network'; readonly change: Partial<NetworkSetting> }
  | { readonly keeper: 'updates'; readonly choice: UpdateChoice }
  | { readonly keeper: 'updates'; readonly mirrors: readonly string[] }
  | { readonly keeper: 'pictures'; readonly archiveId: string; readonly policy: PicturePolicy };

interface SettingChoice {
  readonly value: string;
  readonly label: string;
  /** Of the label, where it is not the window's. */
  readonly lang?: string;
}

export type SettingControl =
  | {
      readonly kind: 'choice';
      readonly choices: readonly SettingChoice[];
      readonly value: string;
      set(value: string): SettingChange;
    }
  | {
      readonly kind: 'number';
      /** Smallest, largest, step. */
      readonly range: readonly [number, number, number];
      readonly value: number;
      set(value: number): SettingChange;
    }
  | { readonly kind: 'toggle'; readonly value: boolean; set(value: boolean): SettingChange }
  | {
      readonly kind: 'lines';
      readonly value: readonly string[];
      readonly problem: string;
      isGood(line: string): boolean;
      set(lines: readonly string[]): SettingChange;
    }
  /** Only to be read: it is changed elsewhere, or not at all. */
  | { readonly kind: 'text'; readonly text: string };

/** What else can be done about a setting. */
export type SettingStep =
  | { readonly kind: 'command'; readonly label: string; readonly command: CommandId }
  | { readonly kind: 'places'; readonly label: string; readonly archiveId: string }
  | { readonly kind: 'forget-searches'; readonly label: string }
  | { readonly kind: 'reset-all'; readonly label: string };

/** One line of the settings. */
export interface SettingRow {
  /** Unique among all. */
  readonly id: string;
  readonly section: SettingSection;
  readonly label: string;
  readonly hint: string;
  readonly control: SettingControl | null;
  readonly steps: readonly SettingStep[];
  /** What makes it as it was in the beginning; null where it is that already, or nothing was set. */
  readonly reset: SettingChange | null;
}

/** All that the settings are made of; null: not known yet. */
export interface SettingFacts {
  readonly settings: Settings;
  readonly network: NetworkState | null;
  readonly updates: UpdateStatus | null;
  /** Without the handbook. */
  readonly archives: readonly ArchiveSummary[];
  readonly messages: Messages;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

const textOf = ({ label, hint, control, steps }: SettingRow): string => {
  const choices = control?.kind === 'choice' ? control.choices.map((choice) => choice.label) : [];
  return plain([label, hint, ...choices, ...steps.map((step) => step.label)].join(' '));
};

/** Whether all words are in what the row says; `others`: the same row in other languages, which find it in every one. */
export const isRowFound = (row: SettingRow, others: readonly SettingRow[], query: string): boolean => {
  const words = plain(query).split(' ');
  return [row, ...others].map(textOf).some((text) => words.every((word) => text.includes(word)));
};

/** Several changes as few: those of the settings become one, of which nobody sees a half. */
export const joinedChanges = (changes: readonly SettingChange[]): readonly SettingChange[] => {
  const own = changes.flatMap((one) => (one.keeper === 'settings' ? [one.change] : []));
  const rest = changes.filter((one) => one.keeper !== 'settings');
  if (own.length === 0) return rest;
  const reading = Object.assign({}, ...own.map((change) => change.reading ?? {})) as NonNullable<SettingsChange['reading']>;
  const list = Object.assign({}, ...own.map((change) => change.list ?? {})) as NonNullable<SettingsChange['list']>;
  const schedule = Object.assign({}, ...own.map((change) => change.schedule ?? {})) as NonNullable<SettingsChange['schedule']>;
  const change: SettingsChange = { ...(Object.assign({}, ...own) as SettingsChange), reading, list, schedule };
  return [{ keeper: 'settings', change }, ...rest];
};
