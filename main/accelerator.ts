import { isForText } from '#preload/contract/keys.ts';

/**
 * The first of a command's keys that a menu may have, as Electron writes it; null for none. A menu's keys act wherever the focus
 * is: never those that write, and a menu knows no keys one after the other.
 */
export function acceleratorOf(keys: readonly string[], isMac: boolean): string | null {
  const fit = keys.find((stroke) => !stroke.includes(' ') && !isForText(stroke, isMac));
  return fit?.replace(/^Mod\b/u, 'CommandOrControl') ?? null;
}
