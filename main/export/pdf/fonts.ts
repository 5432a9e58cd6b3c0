import { readFile } from 'node:fs/promises';
import type { ExportFont } from '#preload/contract/export-types.ts';

/**
 * The fonts that come with the application, each a static TrueType file: Chromium embeds the characters that are used of such a font,
 * with their Unicode. Of any other kind it draws pictures of the characters (Type 3), large and hard to search. 'Rare' has what is not
 * among the 6,763 characters of everyday Simplified Chinese: three quarters of the whole, which most documents need not load.
 */
interface FontFace {
  readonly family: string;
  readonly file: string;
  readonly weight: 400 | 700;
  readonly isItalic?: true;
}

const faces: readonly FontFace[] = [
  { family: 'Serif SC', file: 'NotoSerifSC-Regular', weight: 400 },
  { family: 'Serif SC', file: 'NotoSansSC-Bold', weight: 700 },
  { family: 'Serif TC', file: 'NotoSerifTC-Regular', weight: 400 },
  { family: 'Serif TC', file: 'NotoSansTC-Bold', weight: 700 },
  { family: 'Sans SC', file: 'NotoSansSC-Regular', weight: 400 },
  { family: 'Sans SC', file: 'NotoSansSC-Bold', weight: 700 },
  { family: 'Sans TC', file: 'NotoSansTC-Regular', weight: 400 },
  { family: 'Sans TC', file: 'NotoSansTC-Bold', weight: 700 },
  { family: 'Serif Latin', file: 'NotoSerif-Regular', weight: 400 },
  { family: 'Serif Latin', file: 'NotoSerif-Italic', weight: 400, isItalic: true },
  { family: 'Serif Latin', file: 'NotoSerif-Bold', weight: 700 },
  { family: 'Sans Latin', file: 'NotoSans-Regular', weight: 400 },
  { family: 'Sans Latin', file: 'NotoSans-Italic', weight: 400, isItalic: true },
  { family: 'Sans Latin', file: 'NotoSans-Bold', weight: 700 },
  { family: 'Code', file: 'NotoSansMono-Regular', weight: 400 },
  { family: 'Rare', file: 'NotoSerifSC-Rare', weight: 400 },
  { family: 'Rarer', file: 'NotoSerifTC-Rare', weight: 400 },
  { family: 'Rarest', file: 'RarestHan-Regular', weight: 400 },
  { family: 'Korean', file: 'NotoSansKR-Regular', weight: 400 },
  { family: 'Hebrew', file: 'NotoSansHebrew-Regular', weight: 400 },
  { family: 'Arabic', file: 'NotoSansArabic-Regular', weight: 400 },
  { family: 'Symbols', file: 'NotoSansSymbols2-Regular', weight: 400 },
  { family: 'Emoji', file: 'NotoEmoji-Regular', weight: 400 },
];

const fontFiles: ReadonlySet<string> = new Set(faces.map(({ file }) => file));

export interface FontFolder {
  /** The bytes of a font by its file's name without ending; null for any other name, and where it is not there. */
  read(file: string): Promise<Buffer | null>;
}

/** `folder` ends with a slash. */
export function fontFolder(folder: URL): FontFolder {
  return {
    read: async (file) => (fontFiles.has(file) ? readFile(new URL(`${file}.ttf`, folder)).catch(() => null) : null),
  };
}

/** What heads and feet of pages are written in. */
export function furnitureFont(language: string): string {
  return isTraditional(language) ? 'NotoSansTC-Regular' : 'NotoSansSC-Regular';
}

function isTraditional(language: string): boolean {
  return /^zh-(?:Hant|TW|HK|MO)\b/iu.test(language);
}

/** Font faces, and which of them a text in which language is set in. A character that one lacks is looked for in the next. */
export function fontStyles(font: ExportFont, fontPath: string): string {
  const rules = faces.map(
    ({ family, file, weight, isItalic }) =>
      `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${isItalic ? 'italic' : 'normal'}; font-display: block; src: url('${fontPath}${file}.ttf') format('truetype'); }\n`,
  );
  return `${rules.join('')}${variables(':root', font, 'Latin')}${variables(':lang(zh)', font, 'SC')}${variables(':lang(zh-Hant), :lang(zh-TW), :lang(zh-HK)', font, 'TC')}
* { font-variant-emoji: text; }
:where(body, [lang]) { font-family: var(--text); }
`;
}

type Hand = 'Latin' | 'SC' | 'TC';

/** In a text in Simplified Chinese also what it has of Traditional is written as on the mainland. */
const handOrder: Readonly<Record<Hand, readonly (Hand | 'Rare')[]>> = {
  Latin: ['Latin', 'SC', 'TC', 'Rare'],
  SC: ['SC', 'Rare', 'TC', 'Latin'],
  TC: ['TC', 'SC', 'Rare', 'Latin'],
};

/** Chinese comes first in a Chinese text: its quotation marks and dashes are as wide as its characters. */
function variables(selector: string, font: ExportFont, hand: Hand): string {
  const stack = (kind: 'Serif' | 'Sans'): string =>
    [
      ...handOrder[hand].map((one) => (one === 'Rare' ? one : `'${kind} ${one}'`)),
      'Rarer',
      'Rarest',
      'Hebrew',
      'Arabic',
      'Korean',
      'Symbols',
      'Emoji',
      kind === 'Serif' ? 'serif' : 'sans-serif',
    ].join(', ');
  return `${selector} { --serif: ${stack('Serif')}; --sans: ${stack('Sans')}; --heading: var(--sans); --code: Code, ${stack('Sans')}; --text: var(--${font}); }\n`;
}
