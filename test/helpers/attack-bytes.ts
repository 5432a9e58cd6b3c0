import type { AttackEncoding } from './attack.ts';

const encode: Readonly<Record<AttackEncoding, (text: string) => Uint8Array>> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-16le': (text) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
  'utf-16be': (text) => new Uint8Array([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]),
  'utf-7': (text) => new TextEncoder().encode(text.replaceAll(/[<>"=&]/gu, utf7Of)),
  overlong: (text) => new Uint8Array(Array.from(new TextEncoder().encode(text), overlongOf).flat()),
};

/** The bytes of a whole page. */
export function bytesOf(text: string, encoding: AttackEncoding): Uint8Array {
  return encode[encoding](text);
}

/** One character as UTF-7 has it: base64 of its UTF-16 between a plus and a minus sign. */
function utf7Of(character: string): string {
  return `+${Buffer.from(character, 'utf16le').swap16().toString('base64').replaceAll('=', '')}-`;
}

/** Brackets in two bytes where UTF-8 asks for one: a decoder that took them would see markup where a filter saw none. */
function overlongOf(byte: number): readonly number[] {
  return byte === 0x3c || byte === 0x3e ? [0xc0 | (byte >> 6), 0x80 | (byte & 0x3f)] : [byte];
}
