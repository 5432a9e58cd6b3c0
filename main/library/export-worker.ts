import { parentPort, workerData } from 'node:worker_threads';
import { PauseGate } from '#main/export/pause-gate.ts';
import { fontFolder } from '#main/export/pdf/fonts.ts';
import { type ExportRequest, runExport } from '#main/export/run-export.ts';
import { asFailure } from '#main/failure.ts';
import type { ExportProgress, ExportReport } from '#preload/contract/export-types.ts';
import type { Answer, Failure } from '#preload/contract/failure.ts';
import type { Day } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { articlesToExport, textOfExport } from './articles-to-export.ts';
import { openLibrary } from './library.ts';
import { readPictureBytes } from './picture-lookup.ts';

export interface ExportErrand extends ExportRequest {
  readonly libraryDir: string;
  readonly language: InterfaceLanguage;
  readonly today: Day;
}

export interface ExportWorkerData {
  readonly errand: ExportErrand;
  /** Address of the folder of fonts; ends with a slash. */
  readonly fonts: string;
}

export type FromExportWorker =
  | { readonly type: 'progress'; readonly progress: ExportProgress }
  | { readonly type: 'print'; readonly html: string }
  | { readonly type: 'picture'; readonly id: number; readonly picture: ReturnType<typeof readPictureBytes> }
  | { readonly type: 'done'; readonly answer: Answer<ExportReport> };

export type ToExportWorker =
  | { readonly type: 'cancel' }
  | { readonly type: 'pause'; readonly isPaused: boolean }
  | { readonly type: 'picture'; readonly id: number; readonly sha256: string }
  | { readonly type: 'printed'; readonly pdf: Uint8Array }
  | { readonly type: 'notPrinted'; readonly failure: Failure };

const { errand, fonts } = workerData as ExportWorkerData;
const controller = new AbortController();
const send = (message: FromExportWorker): void => parentPort?.postMessage(message);
const gate = new PauseGate();
const library = openLibrary(errand.libraryDir);
let printed: { resolve(pdf: Uint8Array): void; reject(error: Error): void } | undefined;

parentPort?.on('message', (message: ToExportWorker) => {
  if (message.type === 'cancel') cancel();
  else if (message.type === 'pause') gate.set(message.isPaused);
  else if (message.type === 'printed') printed?.resolve(message.pdf);
  else if (message.type === 'notPrinted') printed?.reject(Object.assign(new Error(message.failure.message), message.failure));
  else send({ type: 'picture', id: message.id, picture: readPictureBytes(library, message) });
});

/** What stands still goes on to where it notices. */
function cancel(): void {
  controller.abort();
  gate.set(false);
}

/** Only the main side can print; the pictures it needs for that are asked of this side. */
const print = ({ html }: { readonly html: string }): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    printed = { resolve, reject };
    send({ type: 'print', html });
  });

async function work(): Promise<ExportReport> {
  return runExport(errand, {
    source: articlesToExport(library, await textOfExport(library, errand.options)),
    printer: { print, fonts: fontFolder(new URL(fonts)) },
    language: errand.language,
    today: errand.today,
    signal: controller.signal,
    pass: () => gate.pass(),
    onProgress: (progress) => send({ type: 'progress', progress }),
  });
}

work()
  .then(
    (report) => send({ type: 'done', answer: { ok: true, value: report } }),
    (error: unknown) => send({ type: 'done', answer: { ok: false, failure: asFailure(error) } }),
  )
  .finally(() => {
    library.close();
    parentPort?.close();
  });
