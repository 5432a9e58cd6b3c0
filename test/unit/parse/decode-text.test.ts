import { describe, expect, it } from 'vitest';
import { decodeText } from '#main/parse/decode-text.ts';
import { encodeDoubleByte, encodeUtf16 } from '#test/helpers/fixture-archive.ts';

const simplified = '清晨的河面上有一层薄雾，摆渡的老人等第一批买菜的人过河。\n这条渡口已经用了一百二十年。';
const traditional = '清晨的河面上浮著一層薄霧，擺渡的老人等第一批買菜的人過河。\n這個渡口已經用了一百二十年。';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string | null => {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text : null;
};

describe('the text of a page', () => {
  it('is read from UTF-8 with or without a byte order mark, with any line ends', () => {
    expect(textOf(bytesOf(`\ufeffone\r\ntwo\rthree\n`))).toBe('one\ntwo\nthree\n');
  });

  it('is read from UTF-16 of either order, also without a byte order mark', () => {
    const little = encodeUtf16(`# 题目\n\n${simplified}`);
    const big = Uint8Array.from(little, (_byte, at) => little[at ^ 1] ?? 0);
    expect(textOf(encodeUtf16(`\ufeff${simplified}`))).toBe(simplified);
    expect(textOf(little)).toContain('摆渡的老人');
    expect(textOf(big)).toContain('摆渡的老人');
    expect(textOf(encodeUtf16('Wide characters of plain English, nothing else.'))).toContain('plain English');
  });

  it('is read from the old Chinese encodings', () => {
    expect(textOf(encodeDoubleByte(simplified, 'gbk'))).toBe(simplified);
    expect(textOf(encodeDoubleByte(traditional, 'big5'))).toBe(traditional);
    expect(textOf(encodeDoubleByte(traditional, 'gbk'))).toBe(traditional);
  });

  it('survives a page that was cut in the middle of a character', () => {
    const whole = bytesOf(simplified.repeat(20));
    expect(textOf(whole.slice(0, whole.length - 1))).toContain('摆渡的老人');
  });

  it('is refused for bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 4_096 }, (_unused, at) => (at * at * 31 + at * 7) % 256);
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...noise]);
    for (const bytes of [noise, picture, new Uint8Array(2_000)])
      expect(decodeText(bytes)).toMatchObject({ ok: false, code: 'page-not-text' });
  });

  it('is refused above four million characters, and far above that without being read', () => {
    expect(decodeText(new Uint8Array(4 * 1_048_576 + 1).fill(0x61))).toMatchObject({ ok: false, code: 'page-too-large' });
    expect(decodeText(new Uint8Array(50 * 1_048_576))).toMatchObject({ ok: false, code: 'page-too-large' });
    expect(decodeText(new Uint8Array(1_048_576).fill(0x61)).ok).toBe(true);
  });
});
