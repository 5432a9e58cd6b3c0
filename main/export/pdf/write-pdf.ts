import exportStyles from '../export.css';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { dayOf } from '../article-html.ts';
import { documentHtml } from '../document-html.ts';
import { type ExportDocument, isSingle, type WritingTools } from '../export-document.ts';
import { writeWhole } from '../write-file.ts';
import type { PageFurniture, PdfFacts, RunningHead } from './finish-pdf.ts';
import { type FontFolder, fontStyles, furnitureFont } from './fonts.ts';
import { pageGeometry, pageStyles } from './page-geometry.ts';
import { fontPath, picturePath, type PrintPdf, printPolicy } from './print-pdf.ts';

/** What can print, and the fonts it prints with. */
export interface Printer {
  readonly print: PrintPdf;
  readonly fonts: FontFolder;
}

export async function writePdf(document: ExportDocument, file: string, tools: WritingTools, printer: Printer): Promise<number> {
  const { source, options, signal } = tools;
  const styles = `${fontStyles(options.page.font, fontPath)}${exportStyles}\n${pageStyles(options.page)}`;
  const srcOf = ({ sha256 }: { readonly sha256: string }): string | null => (options.hasPictures ? picturePath + sha256 : null);
  const html = [...documentHtml(document, tools, { policy: printPolicy, styles, srcOf })].join('');
  // What comes after is made ready while another process prints.
  const [printed, { finishPdf }, font] = await Promise.all([
    printer.print({ html, picture: (sha256) => source.picture(sha256) }, signal),
    import('./finish-pdf.ts'),
    printer.fonts.read(furnitureFont(document.language)),
  ]);
  signal.throwIfAborted();
  const finished = await finishPdf(printed, factsOf(document), furnitureOf(document, tools, font));
  return writeWhole(file, (handle) => handle.writeFile(finished));
}

function factsOf(document: ExportDocument): PdfFacts {
  const { title, language, articles, madeOn, volume } = document;
  const [head] = isSingle(document) ? articles.map((article) => article.head) : [];
  const name = volume === null ? title : `${title} (${volume.number}/${volume.of})`;
  return { title: name, language, madeOn, author: head?.byline ?? head?.source ?? null, subject: head?.source ?? null };
}

function furnitureOf(document: ExportDocument, { options, language }: WritingTools, font: Uint8Array | null): PageFurniture {
  const words = messagesFor(language);
  const isAlone = isSingle(document);
  const headOf = ({ head }: ExportDocument['articles'][number]): RunningHead => ({
    left: head.title.replaceAll(/\s+/gu, ' '),
    right: [head.source ?? '', dayOf(head, language, words)].filter((fact) => fact !== '').join(' · '),
  });
  return {
    geometry: pageGeometry(options.page),
    font,
    heads: options.page.hasHeader ? document.articles.map(headOf) : [],
    hasFooter: options.page.hasFooter,
    hasCover: options.hasCover && !isAlone,
    hasContents: options.hasContents && !isAlone,
    articles: document.articles.length,
    pageOf: words.exporting.page,
  };
}
