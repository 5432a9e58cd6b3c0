import {
  beginMarkedContent,
  endMarkedContent,
  ParseSpeeds,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
} from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { Day } from '#preload/contract/library-types.ts';
import type { PageGeometry } from './page-geometry.ts';
import { contentsLines, headingPages } from './pdf-structure.ts';

export interface PdfFacts {
  readonly title: string;
  readonly author: string | null;
  readonly subject: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly madeOn: Day | null;
}

/** What stands at the head of an article's pages. */
export interface RunningHead {
  readonly left: string;
  readonly right: string;
}

export interface PageFurniture {
  readonly geometry: PageGeometry;
  /** Static TrueType; null where it is missing: then pages stay without heads and feet. */
  readonly font: Uint8Array | null;
  /** One for each article; empty for no heads. */
  readonly heads: readonly RunningHead[];
  readonly hasFooter: boolean;
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  readonly articles: number;
  pageOf(page: number, pages: number): string;
}

const pointsPerMm = 72 / 25.4;
const sizePoints = 7.5;
const grey = rgb(0.36, 0.33, 0.29);

/**
 * What Chromium cannot do, done to what it printed: heads and feet in an embedded font, page numbers in the contents, and metadata that
 * says what the document is and nothing of the machine, the program's version or the time.
 */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts, furniture: PageFurniture): Promise<Uint8Array> {
  // This thread has nothing else to do: the library need not stop every few objects to let others have a turn.
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  describe(pdf, facts);
  if (furniture.font !== null) await decorate(pdf, furniture, furniture.font);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
}

function describe(pdf: PDFDocument, { title, author, subject, language, madeOn }: PdfFacts): void {
  const info = pdf.context.obj({
    Title: PDFHexString.fromText(title),
    Creator: PDFString.of('Offprint'),
    ...(author !== null && { Author: PDFHexString.fromText(author) }),
    ...(subject !== null && { Subject: PDFHexString.fromText(subject) }),
    ...(madeOn !== null && { CreationDate: PDFString.of(`D:${madeOn.replaceAll('-', '')}000000Z`) }),
  });
  const { Info: old } = pdf.context.trailerInfo;
  if (old && 'objectNumber' in old) pdf.context.delete(old as Parameters<typeof pdf.context.delete>[0]);
  pdf.context.trailerInfo.Info = pdf.context.register(info);
  if (language !== 'und') pdf.catalog.set(PDFName.of('Lang'), PDFString.of(language));
  pdf.catalog.set(PDFName.of('ViewerPreferences'), pdf.context.obj({ DisplayDocTitle: true }));
}

async function decorate(pdf: PDFDocument, furniture: PageFurniture, fontBytes: Uint8Array): Promise<void> {
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(fontBytes, { subset: true });
  const pen = penOf(font);
  const pages = pdf.getPages();
  const starts = articleStarts(pdf, furniture);
  if (furniture.hasContents) numberContents(pdf, starts, furniture, pen);
  pages.forEach((page, at) => {
    const article = starts.findLastIndex((start) => start <= at);
    const head = starts[article] === at ? undefined : furniture.heads[article];
    const isCover = furniture.hasCover && at === 0;
    if ((head || furniture.hasFooter) && !isCover)
      drawFurniture(page, furniture, pen, head, furniture.pageOf(at + 1, pages.length));
  });
}

/** The first page of each article; empty where the outline does not tell. */
function articleStarts(pdf: PDFDocument, { articles, hasCover, hasContents }: PageFurniture): readonly number[] {
  const headings = headingPages(pdf);
  const before = Number(hasCover) + Number(hasContents);
  return headings.length === articles + before ? headings.slice(before) : [];
}

interface Pen {
  /** Without the characters that the font lacks. */
  readable(text: string): string;
  widthOf(text: string): number;
  write(page: PDFPage, text: string, x: number, y: number, size?: number): void;
}

function penOf(font: PDFFont): Pen {
  const known = new Set(font.getCharacterSet());
  const readable = (text: string): string => [...text].filter((character) => known.has(character.codePointAt(0) ?? 0)).join('');
  return {
    readable,
    widthOf: (text) => font.widthOfTextAtSize(text, sizePoints),
    write: (page, text, x, y, size = sizePoints) => page.drawText(text, { x, y, size, font, color: grey }),
  };
}

function drawFurniture(
  page: PDFPage,
  { geometry, hasFooter }: PageFurniture,
  pen: Pen,
  head: RunningHead | undefined,
  foot: string,
): void {
  const side = geometry.side * pointsPerMm;
  const { width, height } = page.getSize();
  // An artifact: what reads a page aloud passes it over.
  page.pushOperators(beginMarkedContent('Artifact'));
  if (head) {
    const y = height - geometry.top * pointsPerMm * 0.62;
    const right = fitted(pen.readable(head.right), (width - 2 * side) * 0.45, pen);
    const left = fitted(pen.readable(head.left), width - 2 * side - pen.widthOf(right) - 12, pen);
    pen.write(page, left, side, y);
    pen.write(page, right, width - side - pen.widthOf(right), y);
  }
  if (hasFooter) pen.write(page, foot, (width - pen.widthOf(foot)) / 2, geometry.bottom * pointsPerMm * 0.5);
  page.pushOperators(endMarkedContent());
}

function fitted(text: string, width: number, pen: Pen): string {
  if (pen.widthOf(text) <= width) return text;
  let cut = [...text];
  while (cut.length > 0 && pen.widthOf(`${cut.join('')}…`) > width) cut = cut.slice(0, -1);
  return cut.length === 0 ? '' : `${cut.join('').trimEnd()}…`;
}

/** A dotted line and the number of the page, at the last line of each entry. */
function numberContents(pdf: PDFDocument, starts: readonly number[], { geometry }: PageFurniture, pen: Pen): void {
  const [first] = starts;
  if (first === undefined) return;
  const pages = pdf.getPages();
  const last = new Map(contentsLines(pdf, first).map((line) => [line.article, line]));
  for (const line of last.values()) {
    const page = pages[line.page];
    const start = starts[line.article - 1];
    if (!page || start === undefined) continue;
    const number = String(start + 1);
    const edge = page.getSize().width - geometry.side * pointsPerMm;
    const baseline = line.bottom + (line.top - line.bottom) * 0.26;
    page.pushOperators(beginMarkedContent('Artifact'));
    pen.write(page, number, edge - pen.widthOf(number) * 1.2, baseline, sizePoints * 1.2);
    page.pushOperators(endMarkedContent());
  }
}
