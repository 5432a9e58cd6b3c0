export interface Measure {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Letters of the Latin script. */
  readonly latin: number;
  /** Runs of letters and digits of scripts that write spaces. */
  readonly words: number;
  /** Characters that count one by one: `han`, `kana` and `hangul` together. */
  readonly wide: number;
}

const kind = { other: 0, latin: 1, wordPart: 2, han: 3, kana: 4, hangul: 5, apostrophe: 6 };
/** By code unit: a text is measured several times a page, and a lookup costs least. A character beyond the basic plane counts by its first half. */
const kinds = new Uint8Array(0x10000)
  .fill(kind.wordPart, 0x30, 0x3a)
  .fill(kind.latin, 0x41, 0x5b)
  .fill(kind.latin, 0x61, 0x7b)
  .fill(kind.latin, 0xc0, 0x250)
  .fill(kind.other, 0xd7, 0xd8)
  .fill(kind.other, 0xf7, 0xf8)
  .fill(kind.wordPart, 0x370, 0x600)
  .fill(kind.kana, 0x3041, 0x3100)
  .fill(kind.han, 0x3400, 0x4dc0)
  .fill(kind.han, 0x4e00, 0xa000)
  .fill(kind.hangul, 0xac00, 0xd7a4)
  .fill(kind.han, 0xd840, 0xd889)
  .fill(kind.han, 0xf900, 0xfb00)
  .fill(kind.apostrophe, 0x27, 0x28);

/** Counts by code units in one pass: regular expressions by script take several times as long, on every page. */
export function measure(text: string, end = text.length): Measure {
  const counts = new Uint32Array(7);
  const length = Math.min(end, text.length);
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < length; index++) {
    const found = kinds[text.charCodeAt(index)] ?? kind.other;
    counts[found] = (counts[found] ?? 0) + 1;
    const isWordPart = found === kind.latin || found === kind.wordPart;
    if (isWordPart && !isInWord) words++;
    isInWord = isWordPart || (isInWord && found === kind.apostrophe);
  }
  const [, latin = 0, , han = 0, kana = 0, hangul = 0] = counts;
  return { han, kana, hangul, latin, words, wide: han + kana + hangul };
}
