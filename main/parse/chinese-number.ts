const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `二零二零` by digits, `一百零二`, `二十六` or `廿六` by value, `26` as it is; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  if (spelled === '') return Number.NaN;
  if (!/[十百千]/u.test(spelled)) return Number([...spelled].map((character) => digits[character] ?? '?').join(''));
  return spelledNumber(spelled);
}

function spelledNumber(text: string): number {
  let sum = 0;
  let pending: number | null = null;
  for (const character of text) {
    const unit = units[character];
    const digit = digits[character];
    if (unit !== undefined) {
      sum += (pending ?? 1) * unit;
      pending = null;
    } else if (digit === undefined) return Number.NaN;
    else pending = digit;
  }
  return sum + (pending ?? 0);
}
