import * as v from 'valibot';
import { articleSelection } from './article-selection.ts';
import { answering, shortText } from './call-definition.ts';
import { copyForms, type ExportReport, exportFonts, exportFormats, marginNames, paperNames } from './export-types.ts';
import { libraryId } from './library-inputs.ts';

const exportOptions = v.strictObject({
  format: v.picklist(exportFormats),
  arrangement: v.picklist(['combined', 'separate']),
  articlesPerVolume: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000)),
  title: v.nullable(shortText),
  fileNames: shortText,
  hasCover: v.boolean(),
  hasContents: v.boolean(),
  hasPictures: v.boolean(),
  isAsPublished: v.boolean(),
  isDayKept: v.boolean(),
  page: v.strictObject({
    paper: v.picklist(paperNames),
    margins: v.picklist(marginNames),
    columns: v.picklist([1, 2]),
    font: v.picklist(exportFonts),
    fontSizePoints: v.pipe(v.number(), v.minValue(7), v.maxValue(24)),
    hasHeader: v.boolean(),
    hasFooter: v.boolean(),
  }),
});

/** Chosen by the window, so that it can speak of an export before that has begun. */
const exportId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const exportInput = v.strictObject({ id: exportId, selection: articleSelection, options: exportOptions });
const aboutExport = v.strictObject({ id: exportId });

/** What leaves the library for the reader's own use. */
export const exportCalls = {
  /** Asks for a place at once, waits for its turn and writes articles into files there; null where the reader chose no place. */
  'export.run': answering<ExportReport | null>()(exportInput),
  /** What runs stands still after the article in hand, or goes on; what waits lets the others pass. */
  'export.pause': answering<null>()(v.strictObject({ id: exportId, isPaused: v.boolean() })),
  /** Shows the files of an export that has ended in the system's file manager. */
  'export.reveal': answering<null>()(aboutExport),
  /** Opens the first file of an export that has ended in the program that the system has for it. */
  'export.open': answering<null>()(aboutExport),
  /** Writes a PDF to a place of its own and opens it in the system's viewer, which shows and prints it. */
  'export.print': answering<null>()(exportInput),
  /** Puts an article, or what is selected of it, on the clipboard; false where there is nothing to copy. */
  'articles.copy': answering<boolean>()(v.strictObject({ id: libraryId, form: v.picklist(copyForms) })),
} as const;
