import { type CommandId, commandIds, commandOf } from './commands.ts';

/** The reader's own keys, by command; a command that is not here has its default ones, an empty list means none. */
export type ShortcutChoices = Readonly<Record<string, readonly string[]>>;

/** Which keys mean which command. */
export interface Keymap {
  readonly isMac: boolean;
  keysOf(id: CommandId): readonly string[];
  /** null for keys that mean nothing. */
  commandOf(keys: string): CommandId | null;
  /** Whether longer keys begin with these. */
  isBeginning(keys: string): boolean;
}

export const defaultKeys = (id: CommandId, isMac: boolean): readonly string[] => {
  const { keys, macKeys } = commandOf(id);
  return isMac ? macKeys : keys;
};

export const createKeymap = (choices: ShortcutChoices, isMac: boolean): Keymap => {
  const keysOf = (id: CommandId): readonly string[] =>
    (commandOf(id).isFixed ? undefined : choices[id]) ?? defaultKeys(id, isMac);
  const meanings = new Map<string, CommandId>();
  const beginnings = new Set<string>();
  for (const id of commandIds) {
    for (const keys of keysOf(id)) {
      // The reader's choice goes before a default that a later version brought.
      if (!meanings.has(keys) || choices[id] !== undefined) meanings.set(keys, id);
      if (keys.includes(' ')) beginnings.add(keys.slice(0, keys.lastIndexOf(' ')));
    }
  }
  return {
    isMac,
    keysOf: (id) => keysOf(id).filter((keys) => meanings.get(keys) === id),
    commandOf: (keys) => meanings.get(keys) ?? null,
    isBeginning: (keys) => beginnings.has(keys),
  };
};

/** The command that these keys could not be given without taking them from it: the same, or one the beginning of the other. */
export const holderOf = (keymap: Keymap, keys: string, wantedBy: CommandId): CommandId | null =>
  commandIds.find(
    (id) =>
      id !== wantedBy &&
      keymap.keysOf(id).some((held) => held === keys || held.startsWith(`${keys} `) || keys.startsWith(`${held} `)),
  ) ?? null;

/** How long after the first key of two the second still belongs to it. */
const patienceMs = 1_500;

/** Reads strokes one after the other; remembers the first of two. */
export const createKeyReader = (): ((stroke: string, atMs: number, keymap: Keymap) => CommandId | 'beginning' | null) => {
  let before: { readonly keys: string; readonly atMs: number } | null = null;
  return (stroke, atMs, keymap) => {
    const joined = before && atMs - before.atMs < patienceMs ? `${before.keys} ${stroke}` : stroke;
    before = null;
    const command = keymap.commandOf(joined) ?? keymap.commandOf(stroke);
    if (command !== null) return command;
    const beginning = [joined, stroke].find((keys) => keymap.isBeginning(keys));
    if (beginning === undefined) return null;
    before = { keys: beginning, atMs };
    return 'beginning';
  };
};
