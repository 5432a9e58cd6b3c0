import { parentPort, workerData } from 'node:worker_threads';
import { asFailure, ReportedFailure } from '#main/failure.ts';
import type { StopCheck } from '#main/search/stop-check.ts';
import type { Answer } from '#preload/contract/failure.ts';
import { followKeyChanges } from './follow-key-changes.ts';
import { inShownScript } from './in-shown-script.ts';
import { openLibrary } from './library.ts';
import { type LibraryRequestName, libraryRequests } from './requests.ts';

export interface LibraryRequest {
  readonly id: number;
  readonly name: LibraryRequestName;
  readonly input: unknown;
}

export interface LibraryReply {
  readonly id: number;
  readonly answer: Answer<unknown>;
}

export interface LibraryWorkerData {
  readonly libraryDir: string;
  /** One number, shared with whoever asks: the id of the request that is not wanted any more. */
  readonly stopSign: Int32Array;
}

const { libraryDir, stopSign } = workerData as LibraryWorkerData;

/** Opening can fail (a newer library, no permission): then every request gets that failure, and the window can say it. */
function open(): Answer<ReturnType<typeof openLibrary>> {
  try {
    return { ok: true, value: openLibrary(libraryDir) };
  } catch (error) {
    return { ok: false, failure: asFailure(error) };
  }
}

let library = open();

const stopCheckOf =
  (id: number): StopCheck =>
  () => {
    if (Atomics.load(stopSign, 0) === id) throw new ReportedFailure({ code: 'cancelled', message: 'cancelled' });
  };

async function answer({ id, name, input }: LibraryRequest): Promise<Answer<unknown>> {
  // What kept it from opening may have passed: another program, a full disk.
  if (!library.ok) library = open();
  if (!library.ok) return library;
  try {
    followKeyChanges(library.value);
    // Name and input were paired by the client's types, and the input checked against its schema at the border.
    const handle = libraryRequests[name] as (library: unknown, input: unknown, checkStopped: StopCheck) => unknown;
    return { ok: true, value: await inShownScript(library.value, name, await handle(library.value, input, stopCheckOf(id))) };
  } catch (error) {
    return { ok: false, failure: asFailure(error) };
  }
}

parentPort?.on('message', (request: LibraryRequest | 'close') => {
  if (request === 'close') {
    if (library.ok) library.value.close();
    parentPort?.close();
    return;
  }
  void answer(request).then((answered) => {
    const reply: LibraryReply = { id: request.id, answer: answered };
    parentPort?.postMessage(reply);
  });
});
