import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes a file and returns where it is. */
  write(name: string, content: string | Uint8Array): string;
  /** What the program has put among the system's temporary files during the test. */
  leftovers(): readonly string[];
}

/** A folder for each test; the system's temporary files go into one of their own meanwhile. */
export function useTemporaryFolder(): TemporaryFolder {
  let path = '';
  let temporary = '';
  const before = process.env['TMPDIR'];
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'offprint-test-'));
    temporary = join(path, 'temporary');
    mkdirSync(temporary);
    process.env['TMPDIR'] = temporary;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
    write(name, content) {
      const location = join(path, name);
      mkdirSync(dirname(location), { recursive: true });
      writeFileSync(location, content);
      return location;
    },
    leftovers: () => readdirSync(temporary),
  };
}
