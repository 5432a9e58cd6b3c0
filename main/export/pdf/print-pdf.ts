import type { PictureBytes } from '../export-source.ts';

/** What is printed, and what its pictures are. */
export interface PageToPrint {
  readonly html: string;
  readonly picture: (sha256: string) => PictureBytes | null | Promise<PictureBytes | null>;
}

/** Prints a document to PDF: tagged, with an outline, on the paper that its style sheet asks for. */
export type PrintPdf = (page: PageToPrint, signal: AbortSignal) => Promise<Uint8Array>;

/** The scheme of what is printed: its own origin, apart from the window and from the articles that are read. */
export const exportScheme = 'offprint-export';
export const printedPage = `${exportScheme}://print/page.html`;
export const picturePath = '/picture/';
export const fontPath = '/font/';

/** Nothing but what the page brings along and the two folders that are served with it. */
export const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src 'self'; script-src 'none'; base-uri 'none'; form-action 'none'";
