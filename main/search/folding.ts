import { foldingPairs } from './folding-table.ts';

/** To be raised with every change of the table: the index is made of folded text. */
export const foldVersion = 1;

const table = makeTable();

function makeTable(): Uint16Array {
  const units = Uint16Array.from({ length: 0x1_00_00 }, (_, code) => code);
  for (let at = 0; at + 1 < foldingPairs.length; at += 2) units[foldingPairs.charCodeAt(at)] = foldingPairs.charCodeAt(at + 1);
  return units;
}

/**
 * One form for Traditional and Simplified, capital and small, wide and narrow, accented and plain letters. The result has
 * the length of `text`, and a place in it is the same place in `text`, which should be in NFC.
 */
export function fold(text: string): string {
  // A slice of Node's shared pool can begin at an odd byte, which no Uint16Array may.
  const bytes = new ArrayBuffer(text.length * 2);
  const buffer = Buffer.from(bytes);
  buffer.write(text, 'utf16le');
  const units = new Uint16Array(bytes);
  for (let at = 0; at < units.length; at += 1) units[at] = table[units[at] ?? 0] ?? 0;
  return buffer.toString('utf16le');
}
