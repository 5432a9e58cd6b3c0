import { isSafeName } from '../decode-name.ts';

/** Longer than any system takes. */
const longestPath = 4096;

/** The path of an entry as a key; null where its name leads elsewhere, is absolute or endless, or lies in `.git`. */
export function entryPath(name: string): string | null {
  if (name.length > longestPath || name.startsWith('/') || /^[a-z]:(?:$|[/\\])/i.test(name)) return null;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  const isSafe = parts.length > 0 && parts.every((part) => isSafeName(part) && part.toLowerCase() !== '.git');
  return isSafe ? parts.join('/') : null;
}
