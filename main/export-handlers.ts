import { extname } from 'node:path';
import { fileStem } from '#main/export/file-names.ts';
import { localDay } from '#main/export/local-day.ts';
import { fileEndings } from '#main/export/run-export.ts';
import { asFailure, ReportedFailure } from './failure.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { ExportClient } from '#main/library/export-client.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import type { ExportOptions, ExportProgress, ExportReport } from '#preload/contract/export-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { NativePlaces } from './native-places.ts';
import type { ReadingFrames } from './reading-handlers.ts';

/** What only the system can do with what was exported. */
export interface NativeExport {
  /** Shows a file among its neighbours. */
  reveal(file: string): void;
  /** Opens a file in the program that the system has for it; answers what kept it from doing so, or nothing. */
  open(file: string): Promise<string>;
  /** A file that is gone when the application ends, in a folder of its own; its name tells nothing. */
  temporaryPdf(): Promise<string>;
  copy(text: string): void;
}

export interface ExportHandlerParts {
  readonly library: LibraryClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
  readonly places: NativePlaces;
  readonly exporter: ExportClient;
  readonly nativeExport: NativeExport;
  readonly frames: Pick<ReadingFrames, 'selectionOf'>;
  language(): InterfaceLanguage;
}

type ExportCalls = 'export.run' | 'export.pause' | 'export.reveal' | 'export.print' | 'articles.copy';

/** What was chosen becomes files where the reader chooses, paper, or text on the clipboard. */
export function exportHandlers(parts: ExportHandlerParts): Pick<Handlers, ExportCalls> {
  const { library, send, places, exporter, nativeExport, frames } = parts;
  let lastFiles: readonly string[] = [];
  return {
    'export.run': async ({ selection, options }, signal) => {
      const fallbackTitle = await library.request('export.title', { selection, language: parts.language() }, signal);
      const target = await chooseTarget(places, options, fallbackTitle);
      if (target === null) return null;
      const run = { selection, options, target, fallbackTitle };
      const report = await write(parts, run, signal, (progress) => send('export.progress', progress));
      lastFiles = report.files;
      return report;
    },
    'export.pause': ({ isPaused }) => {
      exporter.pause(isPaused);
      return Promise.resolve(null);
    },
    'export.reveal': () => {
      const [first] = lastFiles;
      if (first !== undefined) nativeExport.reveal(first);
      return Promise.resolve(null);
    },
    'export.print': (input, signal) => print(parts, input, signal),
    'articles.copy': async ({ id, form }, signal, windowId) => {
      const selected = form === 'quotation' ? await frames.selectionOf(id, windowId) : '';
      const text = await library.request('article.copied', { id, form, selected, language: parts.language() }, signal);
      if (text !== '') nativeExport.copy(text);
      return text !== '';
    },
  };
}

type Run = CallInput<'export.run'> & { readonly target: string; readonly fallbackTitle: string };

function write(
  { libraryDir, exporter, language }: ExportHandlerParts,
  run: Run,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportReport> {
  return exporter.run({ ...run, libraryDir, language: language(), today: localDay(new Date()) }, signal, onProgress);
}

/** In volumes nobody prints: all that was chosen is one document. */
async function print(
  parts: ExportHandlerParts,
  { selection, options }: CallInput<'export.print'>,
  signal: AbortSignal,
): Promise<null> {
  const { library, send, nativeExport } = parts;
  const fallbackTitle = await library.request('export.title', { selection, language: parts.language() }, signal);
  const target = await nativeExport.temporaryPdf().catch((error: unknown) => {
    throw new ReportedFailure(asFailure(error));
  });
  const printed: ExportOptions = { ...options, format: 'pdf', arrangement: 'combined', articlesPerVolume: 1_000 };
  const run = { selection, options: printed, target, fallbackTitle };
  const { files, endedBy } = await write(parts, run, signal, (progress) => send('export.progress', progress));
  if (endedBy) throw new ReportedFailure(endedBy);
  for (const file of files) {
    const problem = await nativeExport.open(file);
    if (problem !== '') throw new ReportedFailure({ code: 'no-pdf-viewer', message: problem });
  }
  return null;
}

async function chooseTarget(
  places: NativePlaces,
  { arrangement, format, title }: ExportOptions,
  fallbackTitle: string,
): Promise<string | null> {
  if (arrangement === 'separate') return places.choose('folder');
  const ending = fileEndings[format];
  const chosen = await places.chooseNew(`${fileStem(title ?? fallbackTitle, 'articles')}${ending}`, format);
  // Some systems' dialogs leave out the ending.
  return chosen === null || extname(chosen).toLowerCase() === ending ? chosen : `${chosen}${ending}`;
}
