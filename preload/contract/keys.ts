/** A key as it was pressed, in the window or in the main process. */
export interface KeyPress {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** As `KeyboardEvent.code`: the place of the key, whatever it writes. */
  readonly code: string;
  readonly isControl: boolean;
  readonly isMeta: boolean;
  readonly isAlt: boolean;
  readonly isShift: boolean;
}

/** The names that Electron's accelerators have for what `KeyboardEvent.key` calls otherwise. */
const names: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const nothing = new Set([
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** Alt on a Mac, and layouts of other scripts, write something else than the key is called. */
const keyName = ({ key, code, isAlt, isControl, isMeta }: KeyPress): string => {
  const place = /^(?:Key|Digit)([A-Z0-9])$/u.exec(code)?.[1];
  const isOther = isAlt || ((isControl || isMeta) && !/^[\u0020-\u007e]$/u.test(key));
  if (key.length === 1 && place !== undefined && isOther) return place;
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
};

/**
 * A press as one text, such as `Mod+Shift+P`, `Alt+Down`, `J` or `?`: `Mod` is Cmd on a Mac and Ctrl elsewhere, where `Control`
 * on a Mac and the system's key elsewhere stay their own. null for what is no stroke by itself.
 */
export const strokeOf = (press: KeyPress, isMac: boolean): string | null => {
  if (nothing.has(press.key) || press.key === '') return null;
  const name = keyName(press);
  // What a sign is written with is no part of it.
  const isSign = name.length === 1 && !/[A-Z0-9]/u.test(name);
  const modifiers = [
    (isMac ? press.isMeta : press.isControl) && 'Mod',
    isMac ? press.isControl && 'Control' : press.isMeta && 'Super',
    press.isAlt && 'Alt',
    press.isShift && !isSign && 'Shift',
  ];
  return [...modifiers, name].filter((part) => part !== false).join('+');
};

/** Whether the stroke writes, or moves in what is written: it then means a command only where nothing can be written. */
export const isForText = (stroke: string, isMac: boolean): boolean => {
  if (/(?:^|\+)F\d{1,2}$/u.test(stroke)) return false;
  if (/^(?:Mod|Control|Super)\+/u.test(stroke)) return false;
  return isMac || !stroke.startsWith('Alt+');
};

/** What the system and text fields do with a key stays theirs. */
const reserved = new Set([
  ...['C', 'X', 'V', 'A', 'Z', 'Y', 'Q', 'Left', 'Right', 'Up', 'Down', 'Home', 'End', 'Backspace', 'Delete'].map(
    (key) => `Mod+${key}`,
  ),
  ...['Tab', 'Enter', 'Escape', 'Space', 'Backspace', 'Delete', 'Up', 'Down', 'Left', 'Right', 'Home', 'End'].flatMap((key) => [
    key,
    `Shift+${key}`,
  ]),
  'Mod+Shift+Z',
  'Mod+Shift+Left',
  'Mod+Shift+Right',
  'Mod+=',
  'Mod+Plus',
  'Mod+-',
  'Mod+0',
  'Alt+Tab',
  'Alt+F4',
  'F11',
  'PageUp',
  'PageDown',
]);

export const isReserved = (stroke: string): boolean => reserved.has(stroke) || stroke.startsWith('Super+');

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const readableSigns: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Plus: '+',
  Escape: 'Esc',
};

/** The caps to be pressed, together for each stroke: `[['Ctrl', 'Shift', 'P']]`, `[['G'], ['B']]`. */
export const keyCaps = (keys: string, isMac: boolean): readonly (readonly string[])[] =>
  keys
    .split(' ')
    .map((stroke) => stroke.split('+').map((part) => (isMac ? macSigns[part] : undefined) ?? readableSigns[part] ?? part));
