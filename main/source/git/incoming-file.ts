import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';

/**
 * A pack on its way
 *
 * What arrives is written down before it is understood, so that a program that is killed loses nothing that it received. The
 * next sync reads what the file holds of complete objects, each checked against its id as if it came from the network, and
 * drops the file. It is dropped as well when everything in it has been handed out.
 */
export interface IncomingFile {
  /** Starts anew with the next chunk. */
  begin(): void;
  append(chunk: Buffer): void;
  /** Of an earlier, broken off run; nothing where there is none. */
  read(): AsyncIterable<Buffer>;
  drop(): void;
}

export function createIncomingFile(path: string): IncomingFile {
  let descriptor: number | null = null;
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  return {
    begin() {
      close();
      descriptor = openSync(path, 'w');
    },
    append(chunk) {
      if (descriptor !== null) writeSync(descriptor, chunk);
    },
    read: () => contentOf(path),
    drop() {
      close();
      rmSync(path, { force: true });
    },
  };
}

async function* contentOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
