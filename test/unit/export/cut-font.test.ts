import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { charactersOf, cutFont } from '#main/export/pdf/cut-font.ts';

const fontFile = (name: string): Buffer => readFileSync(new URL(`../../../resources/fonts/${name}.ttf`, import.meta.url));

function open(font: Buffer): fontkit.Font {
  const opened = fontkit.create(font);
  if (!('layout' in opened)) throw new Error('more than one font');
  return opened;
}

const outlineOf = (font: fontkit.Font, text: string): readonly string[] =>
  font.layout(text).glyphs.map((glyph) => glyph.path.toSVG());

describe('a font cut to a text', () => {
  const text = '灯塔“渔船”：naïve — 龘𠮷⽔';
  const characters = charactersOf(text) ?? new Set();

  it.each(['NotoSerifSC-Regular', 'NotoSerifSC-Rare', 'NotoSansSC-Bold', 'NotoSerifTC-Regular', 'RarestHan-Regular'])(
    'draws the text with the glyphs of the whole %s',
    (name) => {
      const whole = fontFile(name);
      const cut = cutFont(whole, characters);
      expect(outlineOf(open(cut), text)).toEqual(outlineOf(open(whole), text));
      expect(open(cut).layout(text).positions).toEqual(open(whole).layout(text).positions);
      expect(cut.length).toBeLessThan(whole.length / 2);
    },
  );

  it('has no outline of another Chinese character, and all that are no Chinese', () => {
    const [cut, whole] = [open(cutFont(fontFile('NotoSerifSC-Regular'), characters)), open(fontFile('NotoSerifSC-Regular'))];
    expect(outlineOf(cut, '港')).toEqual(['']);
    expect(outlineOf(whole, '港')).not.toEqual(['']);
    for (const other of ['あア', 'Zażółć', '。，！', '①→']) expect(outlineOf(cut, other)).toEqual(outlineOf(whole, other));
  });

  it.each(['NotoSans-Regular', 'NotoSansArabic-Regular', 'NotoEmoji-Regular'])(
    'of %s, which has no Chinese, is the same',
    (name) => {
      const sample = 'Ångström é سلام 😀👍';
      const whole = fontFile(name);
      expect(outlineOf(open(cutFont(whole, characters)), sample)).toEqual(outlineOf(open(whole), sample));
    },
  );

  it('is not made for a text that chooses variants of characters', () => {
    expect(charactersOf('葛\u{E0100}')).toBeNull();
  });
});
