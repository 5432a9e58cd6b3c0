import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Log {
  /** Fields hold codes, counts and names of calls; never a title, a path, an address or a host. */
  write(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

const maximumBytes = 1_000_000;

/** Codes and names of calls. Whatever else a mistake in the program may hand over is not written down. */
const isCode = (text: string): boolean => /^[a-z]+(?:[-.][A-Za-z]+)*$/.test(text) && text.length <= 60;

function redacted(value: string | number | boolean): string | number | boolean {
  return typeof value !== 'string' || isCode(value) ? value : '(redacted)';
}

/** JSON lines in `file`; at a megabyte the old file is kept once as `<file>.old`. Logging never fails the application. */
export function openLog(file: string): Log {
  return {
    write: (event, fields = {}) => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(file, `${file}.old`);
        const written = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redacted(value)]));
        appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), event, ...written })}\n`);
      } catch {
        // Nowhere left to say it.
      }
    },
  };
}
