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

/** Counts by code units in one pass: regular expressions by script take several times as long, on every page. */
export function measure(text: string, end = text.length): Measure {
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let latin = 0;
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < end && index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isLatin = isLatinLetter(code);
    const isWordPart = isLatin || (code >= 0x30 && code <= 0x39) || (code >= 0x370 && code <= 0x5ff);
    if (isWordPart && !isInWord) words++;
    isInWord = isWordPart || (isInWord && code === 0x27);
    if (isLatin) latin++;
    else if (isHan(code)) han++;
    else if (code >= 0x3041 && code <= 0x30ff) kana++;
    else if (code >= 0xac00 && code <= 0xd7a3) hangul++;
  }
  return { han, kana, hangul, latin, words, wide: han + kana + hangul };
}

function isLatinLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

/** A character beyond the basic plane counts by its first half. */
function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd840 && code <= 0xd888) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}
