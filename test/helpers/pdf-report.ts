import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { contentsLines, headingPages } from '#main/export/pdf/pdf-structure.ts';

const tool = (name: string, ...words: readonly string[]): string =>
  execFileSync(name, [...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** As it is compared: compatibility forms made one, without white space and what only tells how characters are to be shown. */
export const flat = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Variation_Selector}]+/gu, '');

export interface PdfFont {
  readonly line: string;
  readonly isType3: boolean;
  readonly isEmbedded: boolean;
  readonly hasUnicode: boolean;
}

export function fontsOf(file: string): readonly PdfFont[] {
  const lines = tool('pdffonts', file).split('\n').slice(2).filter(Boolean);
  return lines.map((line) => {
    const [, embedded, unicode] = /\s(yes|no)\s+(?:yes|no)\s+(yes|no)\s+\d+\s+\d+$/u.exec(line.trimEnd()) ?? [];
    return { line, isType3: line.includes('Type 3'), isEmbedded: embedded === 'yes', hasUnicode: unicode === 'yes' };
  });
}

/**
 * The text of each page: as the file draws it, and as lines are read. The tool turns words of Hebrew about in the first, and reads tables
 * by their columns in the second.
 */
export function pageTexts(file: string, order: 'drawn' | 'read'): readonly string[] {
  const words = order === 'drawn' ? ['-raw', file, '-'] : [file, '-'];
  return tool('pdftotext', ...words)
    .split('\f')
    .slice(0, -1);
}

export const infoOf = (file: string): string => tool('pdfinfo', file);

export const urlsOf = (file: string): readonly string[] =>
  [...tool('pdfinfo', '-url', file).matchAll(/(https?:\S+)$/gmu)].map(([, url = '']) => url);

export interface PdfImage {
  /** As printed, in points. */
  readonly width: number;
  readonly height: number;
}

export function imagesOf(file: string): readonly PdfImage[] {
  const lines = tool('pdfimages', '-list', file).split('\n').slice(2).filter(Boolean);
  return lines.flatMap((line) => {
    const [, , kind, width, height, , , , , , , , across, down] = line.trim().split(/\s+/u);
    if (kind !== 'image') return [];
    return [{ width: (Number(width) / Number(across)) * 72, height: (Number(height) / Number(down)) * 72 }];
  });
}

export interface WordBox {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the page. */
  readonly width: number;
  readonly word: string;
}

export function wordBoxes(file: string): readonly WordBox[] {
  const pages = tool('pdftotext', '-bbox', file, '-').split('<page ').slice(1);
  return pages.flatMap((text, page) => {
    const width = Number(/width="([\d.]+)"/u.exec(text)?.[1]);
    const words = text.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</gu);
    return [...words].map(([, left, right, word = '']) => ({ page, left: Number(left), right: Number(right), width, word }));
  });
}

export interface PdfOutline {
  /** Pages of the level-one headings, from 0 on. */
  readonly headings: readonly number[];
  /** Of each link in the contents: the number of its article and the page that it leads to. */
  readonly contents: readonly { readonly article: number; readonly page: number }[];
}

export async function outlineOf(file: string): Promise<PdfOutline> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  const places = new Map(pdf.getPages().map((page, at) => [page.ref.toString(), at]));
  const destinations = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const headings = headingPages(pdf);
  const contents = contentsLines(pdf, headings[2] ?? 0).map(({ article }) => {
    const target = destinations.lookup(PDFName.of(`a${article}`), PDFArray).get(0);
    return { article, page: places.get(String(target)) ?? -1 };
  });
  return { headings, contents };
}

/** How much of a text another has in its order: the longest common subsequence, as a share of the text. */
export function orderSimilarity(text: string, other: string): number {
  const [rows, columns] = [Array.from(text), Array.from(other)];
  const [longest] = rows.reduce(
    ([before, now], row) => {
      for (let at = 0; at < columns.length; at += 1)
        now[at + 1] = row === columns[at] ? (before[at] ?? 0) + 1 : Math.max(now[at] ?? 0, before[at + 1] ?? 0);
      return [now, before];
    },
    [new Uint16Array(columns.length + 1), new Uint16Array(columns.length + 1)],
  );
  return rows.length === 0 ? 1 : (longest.at(-1) ?? 0) / rows.length;
}
