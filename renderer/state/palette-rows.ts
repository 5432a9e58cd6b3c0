import { commandIds } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import type { Keymap } from '#preload/contract/keymap.ts';
import { allMessages } from '#preload/messages/catalogue.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

export interface PaletteRow {
  readonly command: CommandId;
  readonly label: string;
  /** The first of its keys; null for none. */
  readonly keys: string | null;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s:：·…]+/gu, ' ');

/** Lower is better: at the start of the words, at the start of one of them, anywhere; null: not all of what was typed is there. */
const rankOf = (text: string, words: readonly string[]): number | null => {
  if (!words.every((word) => text.includes(word))) return null;
  const [first = ''] = words;
  if (text.startsWith(first)) return 0;
  return text.includes(` ${first}`) ? 1 : 2;
};

/** What a palette shows for what was typed: the best first, and of equals those that can act. A command is found by its name in any language. */
export const paletteRows = (
  query: string,
  messages: Messages,
  keymap: Keymap,
  disabled: ReadonlySet<CommandId> = new Set(),
): readonly PaletteRow[] => {
  const words = plain(query).split(' ').filter(Boolean);
  return commandIds
    .filter((id) => id !== 'palette' || words.length > 0)
    .flatMap((id) => {
      const label = messages.commands[id];
      const rank = rankOf(plain(label), words) ?? rankOf(plain(allMessages.map(({ commands }) => commands[id]).join(' ')), words);
      return rank === null ? [] : [{ rank, row: { command: id, label, keys: keymap.keysOf(id)[0] ?? null } }];
    })
    .toSorted((a, b) => a.rank - b.rank || Number(disabled.has(a.row.command)) - Number(disabled.has(b.row.command)))
    .map(({ row }) => row);
};
