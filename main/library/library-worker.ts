import { parentPort, workerData } from 'node:worker_threads';
import { asFailure } from '#main/failure.ts';
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

const { libraryDir } = workerData as { readonly libraryDir: string };

/** Opening can fail (a newer library, no permission): then every request gets that failure, and the window can say it. */
function open(): Answer<ReturnType<typeof openLibrary>> {
  try {
    return { ok: true, value: openLibrary(libraryDir) };
  } catch (error) {
    return { ok: false, failure: asFailure(error) };
  }
}

let library = open();

async function answer({ name, input }: LibraryRequest): Promise<Answer<unknown>> {
  // What kept it from opening may have passed: another program, a full disk.
  if (!library.ok) library = open();
  if (!library.ok) return library;
  try {
    followKeyChanges(library.value);
    // Name and input were paired by the client's types, and the input checked against its schema at the border.
    const handle = libraryRequests[name] as (library: unknown, input: unknown) => unknown;
    return { ok: true, value: await inShownScript(library.value, name, await handle(library.value, input)) };
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
