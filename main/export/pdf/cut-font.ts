import { eachCharacter, fontOf, tablesOf } from './font-tables.ts';

const isChinese = (character: number): boolean =>
  (character >= 0x34_00 && character <= 0x9f_ff) ||
  (character >= 0xf9_00 && character <= 0xfa_ff) ||
  (character >= 0x2_00_00 && character <= 0x3_34_7f);

/** The characters of a text, as `cutFont` wants them; null where it has signs that choose a variant of a Chinese character. */
export function charactersOf(text: string): ReadonlySet<number> | null {
  if (/[\u{E0100}-\u{E01EF}]/u.test(text)) return null;
  return new Set(Array.from(new Set(text), (character) => character.codePointAt(0) ?? 0));
}

/**
 * The font without the outlines of the Chinese characters that a text has not: a tenth of the bytes, which Chromium checks and hands on
 * in as much less time. Glyphs keep their numbers, so that all other tables stay as they are; none of the fonts here makes a Chinese
 * character out of others by its features.
 */
export function cutFont(font: Buffer, characters: ReadonlySet<number>): Buffer {
  const tables = new Map(tablesOf(font));
  const [head, cmap, loca, glyf] = ['head', 'cmap', 'loca', 'glyf'].map((name) => tables.get(name));
  if (!head || !cmap || !loca || !glyf) return font;
  const starts = startsOf(loca, head.readInt16BE(headFormatAt) === 1);
  const outlines = outlinesKept(cutGlyphs(cmap, characters), starts, glyf);
  const places = Buffer.alloc(starts.length * 4);
  let end = 0;
  outlines.forEach((outline, glyph) => {
    end += outline.length;
    places.writeUInt32BE(end, (glyph + 1) * 4);
  });
  const longHead = Buffer.from(head);
  longHead.writeInt16BE(1, headFormatAt);
  tables.set('head', longHead).set('loca', places).set('glyf', Buffer.concat(outlines));
  return fontOf(tables);
}

/** Where `head` says how wide the entries of `loca` are. */
const headFormatAt = 50;

function startsOf(loca: Buffer, isLong: boolean): readonly number[] {
  return isLong
    ? Array.from({ length: loca.length / 4 }, (_, glyph) => loca.readUInt32BE(glyph * 4))
    : Array.from({ length: loca.length / 2 }, (_, glyph) => loca.readUInt16BE(glyph * 2) * 2);
}

/** A radical and the character that looks like it may share a glyph. */
function cutGlyphs(cmap: Buffer, characters: ReadonlySet<number>): ReadonlySet<number> {
  const [cut, kept] = [new Set<number>(), new Set<number>()];
  eachCharacter(cmap, (character, glyph) => (isChinese(character) && !characters.has(character) ? cut : kept).add(glyph));
  for (const glyph of kept) cut.delete(glyph);
  return cut;
}

const nothing = Buffer.alloc(0);

function outlinesKept(cut: ReadonlySet<number>, starts: readonly number[], glyf: Buffer): readonly Buffer[] {
  const outlines = Array.from({ length: starts.length - 1 }, (_, glyph) => glyf.subarray(starts[glyph], starts[glyph + 1]));
  const kept = outlines.map((outline, glyph) => (cut.has(glyph) ? nothing : outline));
  // What is put together of others needs those too.
  for (const outline of kept)
    for (const part of partsOf(outline))
      if (kept[part]?.length === 0) {
        const whole = outlines[part] ?? nothing;
        kept[part] = whole;
        for (const deeper of partsOf(whole)) kept[deeper] = outlines[deeper] ?? nothing;
      }
  return kept;
}

/** The glyphs that a glyph is put together of. */
function partsOf(outline: Buffer): readonly number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  let at = 10;
  for (let flags: number = flag.more; (flags & flag.more) !== 0;) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    const matrix = (flags & flag.scale) === 0 ? ((flags & flag.twoScales) === 0 ? ((flags & flag.matrix) === 0 ? 0 : 8) : 4) : 2;
    at += 4 + ((flags & flag.words) === 0 ? 2 : 4) + matrix;
  }
  return parts;
}

const flag = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;
