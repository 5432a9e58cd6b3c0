import type { MarginName, PageOptions, PaperName } from '#preload/contract/export-types.ts';

/** In millimetres. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
}

const papers: Readonly<Record<PaperName, readonly [width: number, height: number]>> = {
  a4: [210, 297],
  letter: [215.9, 279.4],
  a5: [148, 210],
  'e-reader': [105, 140],
};

/** Parts of the width. */
const margins: Readonly<Record<MarginName, number>> = { narrow: 0.065, normal: 0.1, wide: 0.14 };

/** There is always room for the line at the head and at the foot. */
const leastMm = 9;

export function pageGeometry({ paper, margins: name }: PageOptions): PageGeometry {
  const [width, height] = papers[paper];
  const side = Math.round(width * margins[name] * 10) / 10;
  return { width, height, side, top: Math.max(side * 1.1, leastMm), bottom: Math.max(side * 1.1, leastMm) };
}

export function pageStyles(options: PageOptions): string {
  const { width, height, top, bottom, side } = pageGeometry(options);
  const captionMm = 14;
  const columns = options.columns === 2 ? '.body { columns: 2; column-gap: 2.2em; }\n' : '';
  return `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${side}mm ${bottom}mm; }
html, body { margin: 0; padding: 0; }
body { font-size: ${options.fontSizePoints}pt; line-height: 1.75; }
body:lang(en) { line-height: 1.5; }
.cover, .contents { break-after: page; }
article + article { break-before: page; }
img { max-height: ${height - top - bottom - captionMm}mm; object-fit: contain; }
.contents li { padding-inline-end: 3em; }
${tableStyles(width - 2 * side, options)}${columns}`;
}

/** Of a cell, in the font size of tables: a year or an amount stays in one line. */
const cellEm = 6;
const tableFontShare = 0.84;
const mmPerPoint = 25.4 / 72;

/** Words may break anywhere, which lets columns shrink to a character: not in tables of so few columns that all have room. */
function tableStyles(textMm: number, { fontSizePoints, columns }: PageOptions): string {
  const cellMm = cellEm * tableFontShare * fontSizePoints * mmPerPoint;
  const most = Math.floor(textMm / columns / cellMm);
  return `th, td { box-sizing: border-box; }\ntr:not(:has(> :nth-child(${most + 1}))) > * { min-width: ${cellEm}em; }\n`;
}
