import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { failureCodes } from '#preload/contract/failure.ts';
import { updateDiskFailure } from './update-disk.ts';

const text = v.pipe(v.string(), v.maxLength(1_000));
const release = v.object({
  version: text,
  issuedAt: text,
  bytes: v.number(),
  notes: v.object({
    en: v.exactOptional(v.string()),
    'zh-Hans': v.exactOptional(v.string()),
    'zh-Hant': v.exactOptional(v.string()),
  }),
});
const memorySchema = v.object({
  choice: v.picklist(['off', 'notify', 'automatic']),
  mirrors: v.array(text),
  /** Named by the newest manifest that was believed. */
  announcedMirrors: v.array(text),
  believed: v.nullable(v.object({ sequence: v.number(), digest: text })),
  lastTriedAtMs: v.nullable(v.number()),
  checkedAt: v.nullable(text),
  failed: v.array(v.object({ version: text, code: v.picklist(failureCodes) })),
  /** A verified file that waits to be installed; its name in the folder of updates. */
  staged: v.nullable(v.object({ name: text, bytes: v.number(), sha512: text, release })),
  /** Written before the installer takes over, read by whichever version starts next. */
  installing: v.nullable(v.object({ version: text })),
});

/** What is remembered about updates from one start to the next; about this machine and not about the reader. */
export type UpdateMemory = v.InferOutput<typeof memorySchema>;

/** Nothing is asked for until the reader chooses so. */
const firstMemory: UpdateMemory = {
  choice: 'off',
  mirrors: [],
  announcedMirrors: [],
  believed: null,
  lastTriedAtMs: null,
  checkedAt: null,
  failed: [],
  staged: null,
  installing: null,
};

export interface MemoryKeeper {
  readonly now: UpdateMemory;
  /** Written at once. Throws 'disk-full' or 'place-not-writable'. */
  change(changes: Partial<UpdateMemory>): void;
}

/** A file that cannot be understood counts as none: then nothing is asked for. */
export function openMemory(file: string): MemoryKeeper {
  let now = readMemory(file);
  return {
    get now() {
      return now;
    },
    change(changes) {
      now = { ...now, ...changes };
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify(now));
        renameSync(`${file}.new`, file);
      } catch (error) {
        throw updateDiskFailure(error);
      }
    },
  };
}

function readMemory(file: string): UpdateMemory {
  try {
    const parsed = v.safeParse(memorySchema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : firstMemory;
  } catch {
    return firstMemory;
  }
}
