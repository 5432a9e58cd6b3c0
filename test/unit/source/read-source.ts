import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import type { SourceOptions } from '#main/source/source-options.ts';
import type { KnownObjects, SkippedFile } from '#main/source/source.ts';

export interface ReadArchive {
  readonly head: string;
  readonly headDay: string;
  /** Text of every page by its path. */
  readonly pages: ReadonlyMap<string, string>;
  /** Git blob id of every listed page by its path. */
  readonly oids: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedFile[];
  readonly answeredBy: string | null;
  readonly bytesDown: number;
}

const defaults: SourceOptions = {
  isWanted: (path) => path.endsWith('.md'),
  maximumFileBytes: 1_000_000,
  stallTimeoutMs: 20_000,
  userAgent: 'offprint-test',
  network: directNetwork,
};
const nothingKnown: KnownObjects = { head: null, read: () => undefined };

/** Reads everything that an origin, or a list of them, offers. */
export async function readSource(
  origins: string | readonly string[],
  overrides: Partial<SourceOptions> = {},
  known: KnownObjects = nothingKnown,
): Promise<ReadArchive> {
  const source = openSource(origins, { ...defaults, ...overrides });
  const { signal } = new AbortController();
  try {
    const head = await source.readHead(signal);
    const { changes } = await source.readChanges(head, known, signal);
    const pages = new Map<string, string>();
    const skipped: SkippedFile[] = [];
    for await (const batch of source.readFiles(head, changes.present, known, signal)) {
      for (const { entry, bytes } of batch.files) pages.set(entry.path, Buffer.from(bytes).toString('utf8'));
      skipped.push(...batch.skipped);
    }
    const oids = new Map(changes.present.map(({ path, oid }) => [path, oid]));
    const { answeredBy, transfer } = source;
    return { head: head.id, headDay: changes.headDay, pages, oids, skipped, answeredBy, bytesDown: transfer.bytesDown };
  } finally {
    await source.close();
  }
}

/** The failure that some work ends in. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string; readonly details: Readonly<Record<string, unknown>> }> {
  try {
    await work;
  } catch (error) {
    return error as { code: string; message: string; details: Record<string, unknown> };
  }
  throw new Error('this was to fail');
}
