import { commandIds } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { allMessages } from '#preload/messages/catalogue.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { allSettingRows } from './all-setting-rows.ts';
import { isRowFound } from './setting-rows.ts';
import type { SettingFacts, SettingRow } from './setting-rows.ts';
import type { SettingSection } from './setting-sections.ts';

export interface FoundSettings {
  readonly rows: readonly SettingRow[];
  readonly commands: readonly CommandId[];
  /** Whether the panel of the library says it. */
  readonly isStorage: boolean;
}

/** What says all the words of the query in one of the languages; the name of a section finds all of it. */
export const findSettings = (query: string, facts: SettingFacts): FoundSettings => {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const says = (textsOf: (messages: Messages) => readonly string[]): boolean =>
    allMessages.flatMap(textsOf).some((text) => words.every((word) => text.toLowerCase().includes(word)));
  const saysSection = (name: SettingSection): boolean => says(({ settings }) => [settings.sections[name]]);
  const elsewhere = allMessages.flatMap((messages) => allSettingRows({ ...facts, messages }));
  const others = (id: string): readonly SettingRow[] => elsewhere.filter((row) => row.id === id);
  const rows = allSettingRows(facts).filter((row) => saysSection(row.section) || isRowFound(row, others(row.id), query));
  const commands = saysSection('shortcuts') ? commandIds : commandIds.filter((id) => says(({ commands: names }) => [names[id]]));
  return { rows, commands, isStorage: saysSection('storage') || says(storageTexts) };
};

const storageTexts = ({ settings }: Messages): readonly string[] => {
  const { folder, sizes, check, checkHint, wipe, wipeHint, parts } = settings.storage;
  return [folder, sizes, `${check} ${checkHint}`, `${wipe} ${wipeHint}`, ...Object.values(parts)];
};
