import { basename, extname } from 'node:path';
import type { ExportQueue } from '#main/export/export-queue.ts';
import { fileStem } from '#main/export/file-names.ts';
import { localDay } from '#main/export/local-day.ts';
import { fileEndings } from '#main/export/run-export.ts';
import { asFailure, ReportedFailure } from './failure.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { ExportClient } from '#main/library/export-client.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import type { ExportOptions, ExportReport } from '#preload/contract/export-types.ts';
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
  readonly exporter: Pick<ExportClient, 'run'>;
  readonly exports: Pick<ExportQueue, 'add' | 'pause'>;
  readonly nativeExport: NativeExport;
  readonly frames: Pick<ReadingFrames, 'selectionOf'>;
  language(): InterfaceLanguage;
}

type ExportCalls = 'export.run' | 'export.pause' | 'export.reveal' | 'export.open' | 'export.print' | 'articles.copy';

/** Of that many exports that have ended it is known where their files are. */
const mostRemembered = 200;

/** What was chosen becomes files where the reader chooses, paper, or text on the clipboard. */
export function exportHandlers(parts: ExportHandlerParts): Pick<Handlers, ExportCalls> {
  const { library, exports, nativeExport, frames } = parts;
  const firstFiles = new Map<string, string>();
  return {
    'export.run': async ({ id, selection, options }, signal, windowId) => {
      const report = await run(parts, { id, selection, options }, signal, windowId);
      const [first] = report?.files ?? [];
      if (first !== undefined) firstFiles.set(id, first);
      for (const old of [...firstFiles.keys()].slice(0, -mostRemembered)) firstFiles.delete(old);
      return report;
    },
    'export.pause': ({ id, isPaused }) => {
      exports.pause(id, isPaused);
      return Promise.resolve(null);
    },
    'export.reveal': ({ id }) => {
      const file = firstFiles.get(id);
      if (file !== undefined) nativeExport.reveal(file);
      return Promise.resolve(null);
    },
    'export.open': async ({ id }) => {
      const file = firstFiles.get(id);
      const problem = file === undefined ? 'its files are not known' : await nativeExport.open(file);
      if (problem !== '') throw new ReportedFailure({ code: 'not-found', message: problem });
      return null;
    },
    'export.print': (input, signal, windowId) => print(parts, input, signal, windowId),
    'articles.copy': async ({ id, form }, signal, windowId) => {
      const selected = form === 'quotation' ? await frames.selectionOf(id, windowId) : '';
      const text = await library.request('article.copied', { id, form, selected, language: parts.language() }, signal);
      if (text !== '') nativeExport.copy(text);
      return text !== '';
    },
  };
}

type ExportInput = CallInput<'export.run'>;

interface Task {
  readonly input: ExportInput;
  readonly target: string;
  readonly fallbackTitle: string;
  readonly windowId: number;
}

/** The place is asked for at once: nobody is there any more when the turn comes. */
async function run(
  parts: ExportHandlerParts,
  input: ExportInput,
  signal: AbortSignal,
  windowId = 0,
): Promise<ExportReport | null> {
  const fallbackTitle = await titleOf(parts, input, signal);
  const target = await chooseTarget(parts.places, input.options, fallbackTitle);
  return target === null ? null : writeInTurn(parts, { input, target, fallbackTitle, windowId }, signal);
}

function titleOf({ library, language }: ExportHandlerParts, { selection }: ExportInput, signal: AbortSignal): Promise<string> {
  return library.request('export.title', { selection, language: language() }, signal);
}

function writeInTurn(parts: ExportHandlerParts, task: Task, signal: AbortSignal): Promise<ExportReport> {
  const { libraryDir, exporter, exports, language, send } = parts;
  const { input, target, fallbackTitle, windowId } = task;
  const { id, selection, options } = input;
  send('export.progress', { id, stage: 'waiting', name: basename(target) });
  return exports.add({
    id,
    windowId,
    signal,
    work: (ended) => {
      send('export.progress', { id, stage: 'begun' });
      const errand = { selection, options, target, fallbackTitle, libraryDir, language: language(), today: localDay(new Date()) };
      return exporter.run(errand, ended, (progress) => send('export.progress', { id, ...progress }));
    },
  });
}

/** In volumes nobody prints: all that was chosen is one document. */
async function print(parts: ExportHandlerParts, input: ExportInput, signal: AbortSignal, windowId = 0): Promise<null> {
  const { nativeExport } = parts;
  const fallbackTitle = await titleOf(parts, input, signal);
  const target = await nativeExport.temporaryPdf().catch((error: unknown) => {
    throw new ReportedFailure(asFailure(error));
  });
  const options: ExportOptions = { ...input.options, format: 'pdf', arrangement: 'combined', articlesPerVolume: 1_000 };
  const { files, endedBy } = await writeInTurn(parts, { input: { ...input, options }, target, fallbackTitle, windowId }, signal);
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
