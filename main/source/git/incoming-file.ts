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
  /** The file stays for the next run. */
  close(): void;
  drop(): void;
}

export function createIncomingFile(path: string): IncomingFile {
  let descriptor: number | null = null;
  const close = (): void => {
    const open = descriptor;
    descriptor = null;
    if (open !== null) attempt(() => closeSync(open));
  };
  return {
    begin() {
      close();
      attempt(() => {
        descriptor = openSync(path, 'w');
      });
    },
    append(chunk) {
      const open = descriptor;
      if (open !== null && !attempt(() => writeSync(open, chunk))) close();
    },
    read: () => contentOf(path),
    close,
    drop() {
      close();
      attempt(() => rmSync(path, { force: true }));
    },
  };
}

/** The file is only insurance: where it cannot be written, on a full disk, the sync goes on without it. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

async function* contentOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return;
  }
  yield* createReadStream(path, { fd: descriptor }) as AsyncIterable<Buffer>;
}
