import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Log {
  /** Fields hold codes, counts and names of calls; never a title, a path, an address or a host. */
  write(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

const maximumBytes = 1_000_000;

/** JSON lines in `file`; at a megabyte the old file is kept once as `<file>.old`. Logging never fails the application. */
export function openLog(file: string): Log {
  return {
    write: (event, fields = {}) => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(file, `${file}.old`);
        appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
      } catch {
        // Nowhere left to say it.
      }
    },
  };
}
