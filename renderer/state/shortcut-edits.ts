import { commandIds, commandOf } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { isReserved } from '#preload/contract/keys.ts';
import { createKeymap, defaultKeys, holderOf } from '#preload/contract/keymap.ts';
import type { Keymap, ShortcutChoices } from '#preload/contract/keymap.ts';

/** What the reader is changing: one key of a command, or null to add one. */
export interface ShortcutEdit {
  readonly command: CommandId;
  readonly replaced: string | null;
}

export type EditAnswer =
  | { readonly kind: 'done'; readonly choices: ShortcutChoices }
  | { readonly kind: 'reserved'; readonly keys: string }
  /** `settle`: what holds if the reader takes them from there all the same, or swaps the two. */
  | { readonly kind: 'taken'; readonly keys: string; readonly by: CommandId; readonly settle: ShortcutChoices };

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((keys, index) => keys === others[index]);

/** Without what is as it was in the beginning: a later version may have better defaults. */
const withKeys = (
  choices: ShortcutChoices,
  keymap: Keymap,
  changed: Readonly<Partial<Record<CommandId, readonly string[]>>>,
): ShortcutChoices => {
  const all = { ...choices, ...changed };
  return Object.fromEntries(
    Object.entries(all).filter(([id, keys]) => {
      const known = commandIds.find((one) => one === id);
      return known === undefined || !isSame(keys, defaultKeys(known, keymap.isMac));
    }),
  );
};

const placed = (keys: readonly string[], { replaced }: ShortcutEdit, wanted: string): readonly string[] => {
  const rest = keys.filter((one) => one !== wanted);
  return replaced === null ? [...rest, wanted] : rest.map((one) => (one === replaced ? wanted : one));
};

const isFixedKeys = (keymap: Keymap, id: CommandId): boolean => commandOf(id).isFixed && keymap.keysOf(id).length > 0;

export const editShortcut = (choices: ShortcutChoices, keymap: Keymap, edit: ShortcutEdit, wanted: string): EditAnswer => {
  const own = keymap.keysOf(edit.command);
  const by = holderOf(keymap, wanted, edit.command);
  if (isReserved(wanted) || (by !== null && isFixedKeys(keymap, by))) return { kind: 'reserved', keys: wanted };
  const mine = placed(own, edit, wanted);
  if (by === null) return { kind: 'done', choices: withKeys(choices, keymap, { [edit.command]: mine }) };
  const overlaps = (keys: string): boolean => keys === wanted || keys.startsWith(`${wanted} `) || wanted.startsWith(`${keys} `);
  // Several commands may begin with the same key; each of them loses what cannot be typed any longer.
  const others = commandIds.filter((id) => id !== edit.command && keymap.keysOf(id).some(overlaps));
  const robbed = others.map((id) => {
    const rest = keymap.keysOf(id).filter((keys) => !overlaps(keys));
    return [id, id === by && edit.replaced !== null ? [...rest, edit.replaced] : rest] as const;
  });
  const settle = withKeys(choices, keymap, { ...Object.fromEntries(robbed), [edit.command]: mine });
  return { kind: 'taken', keys: wanted, by, settle };
};

export const removeKeys = (choices: ShortcutChoices, keymap: Keymap, command: CommandId, keys: string): ShortcutChoices =>
  withKeys(choices, keymap, { [command]: keymap.keysOf(command).filter((one) => one !== keys) });

/**
 * Its default keys again; another command that was given one of them meanwhile loses it.
 */
export const resetKeys = (choices: ShortcutChoices, keymap: Keymap, command: CommandId): ShortcutChoices => {
  const before = defaultKeys(command, keymap.isMac);
  const rest = Object.entries(choices)
    .filter(([id]) => id !== command)
    .map(([id, keys]) => [id, keys.filter((one) => !before.includes(one))] as const);
  const kept = Object.fromEntries(rest);
  return withKeys(kept, createKeymap(kept, keymap.isMac), {});
};
