import {
  PDFArray,
  type PDFDocument,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A line of a link in the contents. */
export interface ContentsLine {
  /** From 0 on. */
  readonly page: number;
  readonly article: number;
  /** In points from the lower left corner. */
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Pages, from 0 on, of the level-one headings in their order, as the outline that Chromium writes names them. */
export function headingPages(pdf: PDFDocument): readonly number[] {
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const pageOf = pageNumbers(pdf);
  const pages: number[] = [];
  let item = outlines?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    const target = targetOf(pdf, item.lookup(PDFName.of('Dest')));
    const page = target && pageOf.get(target.toString());
    if (page !== undefined) pages.push(page);
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return pages;
}

function pageNumbers(pdf: PDFDocument): ReadonlyMap<string, number> {
  return new Map(pdf.getPages().map((page, at) => [page.ref.toString(), at]));
}

/** The page that a destination, or its name, stands for. */
function targetOf(pdf: PDFDocument, destination: PDFObject | undefined): PDFRef | undefined {
  const array = destination instanceof PDFName ? named(pdf, destination) : destination;
  const page = array instanceof PDFArray ? array.get(0) : undefined;
  return page instanceof PDFRef ? page : undefined;
}

function named(pdf: PDFDocument, name: PDFName): PDFObject | undefined {
  return pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookup(name);
}

/** The lines of the contents, on the pages before `end`; a link over two lines is two of them. */
export function contentsLines(pdf: PDFDocument, end: number): readonly ContentsLine[] {
  return pdf
    .getPages()
    .slice(0, end)
    .flatMap((page, number) => linesOn(page, number));
}

function linesOn(page: PDFPage, number: number): readonly ContentsLine[] {
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  return Array.from({ length: annotations?.size() ?? 0 }, (_, at) => annotations?.lookupMaybe(at, PDFDict)).flatMap((one) => {
    const article = /^\/?a(\d+)$/u.exec(nameOf(one?.lookup(PDFName.of('Dest'))))?.[1];
    const [, bottom, right, top] = numbersOf(one?.lookupMaybe(PDFName.of('Rect'), PDFArray));
    if (article === undefined || bottom === undefined || right === undefined || top === undefined) return [];
    return [{ page: number, article: Number(article), right, bottom, top }];
  });
}

function nameOf(object: PDFObject | undefined): string {
  if (object instanceof PDFName) return object.decodeText();
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

function numbersOf(array: PDFArray | undefined): readonly number[] {
  return Array.from({ length: array?.size() ?? 0 }, (_, at) => array?.lookupMaybe(at, PDFNumber)?.asNumber() ?? 0);
}
