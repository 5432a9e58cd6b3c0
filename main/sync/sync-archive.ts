import { StoreFailure } from '#main/store/store-failure.ts';
import type { Failure } from '#preload/contract/failure.ts';
import { asFailure } from '#main/failure.ts';
import type { PageInput, ParseResult } from '#main/parse/parsed-page.ts';
import type { FileEntry, KnownObjects, Source, SourceChanges, SourceHead } from '#main/source/source.ts';
import { keepPages, type KeptPage } from '#main/store/archive/keep-pages.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { archiveStates, beginState, completeState, knownObjects, recordFailure } from '#main/store/archive/state.ts';
import { markPagesRemoved, readStoredPages } from '#main/store/archive/stored-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import { PagePipeline } from './page-pipeline.ts';
import { inReadingOrder } from './reading-order.ts';

/** `answeredAt`: of several origins, the one that gave the newest state, by its place in the list. */
export type SyncSource = Source & { readonly answeredAt?: number | null };

export interface SyncContext {
  readonly db: WritableDb;
  readonly parserVersion: number;
  parse(input: PageInput): Promise<ParseResult>;
  meanwhile?(): void;
  /** Pages of the archive were parsed and stored. */
  onStored?(archiveId: string, paths: readonly string[]): void;
  /** For its pages, or for the files of which `isWanted` says so. */
  openSource(origins: string | readonly string[], archiveId: string, isWanted?: (path: string) => boolean): SyncSource;
  /** Called from the sync's own stack: keep it short. */
  onProgress(progress: SyncProgress): void;
  nowMs(): number;
}

type Tally = Pick<SyncReport, 'head' | 'added' | 'changed' | 'removed' | 'failed' | 'pictures'>;

/**
 * Brings the newest state of one archive into the library. What arrives is kept at once and parsed behind; the head is
 * published last. So a sync that stops anywhere fetches nothing twice and goes on where it was. A failure ends in the
 * report, not in an exception: what was stored until then stays and is readable.
 */
export async function syncArchive(
  archive: { readonly id: string; readonly origin: string | readonly string[] },
  context: SyncContext,
  signal: AbortSignal,
): Promise<SyncReport> {
  const startedAtMs = context.nowMs();
  const head = knownObjects(context.db, archive.id).head;
  const errand: Errand = {
    archiveId: archive.id,
    context,
    signal,
    tally: { head, added: 0, changed: 0, removed: 0, failed: [], pictures: { stored: 0, missing: 0 } },
  };
  let source: SyncSource | null = null;
  let failure: SyncReport['failure'] = null;
  try {
    source = context.openSource(archive.origin, archive.id);
    await bringUpToDate(errand, source);
  } catch (error) {
    failure = asFailure(error);
    noteFailure(context.db, archive.id, failure);
  } finally {
    await source?.close();
  }
  return {
    archive: archive.id,
    ...errand.tally,
    bytesDown: source?.transfer.bytesDown ?? 0,
    bytesUp: source?.transfer.bytesUp ?? 0,
    ...answered(archive.origin, source),
    seconds: (context.nowMs() - startedAtMs) / 1000,
    failure,
  };
}

function answered(origin: string | readonly string[], source: SyncSource | null): Pick<SyncReport, 'answeredAt'> {
  const at = source?.answeredAt;
  return typeof origin === 'string' || origin.length < 2 || typeof at !== 'number' ? {} : { answeredAt: at };
}

/** What went wrong is told even where it cannot be noted: on a full disk, say. */
export function noteFailure(db: WritableDb, archiveId: string, failure: Failure): void {
  try {
    recordFailure(db, archiveId, failure);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
  }
}

interface Errand {
  readonly archiveId: string;
  readonly context: SyncContext;
  readonly signal: AbortSignal;
  tally: Tally;
}

async function bringUpToDate(errand: Errand, source: Source): Promise<void> {
  const { archiveId, context, signal } = errand;
  const { db, onProgress } = context;
  onProgress({ stage: 'connecting', archive: archiveId });
  const known = knownObjects(db, archiveId);
  const head = await source.readHead(signal);
  // An interrupted sync has stored pages of a state that was never completed: only a whole listing tells which are right, and
  // the state completed before is no longer held whole, so nothing may be left out or sent as a difference to it.
  const pendingHead = archiveStates(db).find((state) => state.archiveId === archiveId)?.pendingHead ?? null;
  const isInterrupted = pendingHead !== null;
  if (head.id === known.head && !isInterrupted) {
    const today = new Date(context.nowMs()).toISOString().slice(0, 10);
    await openPipeline(errand, today, false).sweep(signal);
    completeState(db, archiveId, head.id, null, context.nowMs());
    return;
  }
  onProgress({ stage: 'listing', archive: archiveId, bytesDown: source.transfer.bytesDown });
  const listedHead = [pendingHead, known.head].find((oid) => oid !== null && known.read(oid)?.type === 'commit') ?? null;
  const held = isInterrupted ? { ...known, head: null, listedHead } : known;
  const { changes, objects } = await source.readChanges(head, held, signal);
  if (known.head === null && changes.present.length === 0) throw new NoPagesFailure();
  const stored = readStoredPages(db, archiveId);
  const news = changes.present.filter((entry) => stored.get(entry.path) !== entry.oid);
  const removed = removedPaths(changes, stored);
  beginState(db, archiveId, head.id, { pages: countUpstream(changes, stored, removed), objects });
  const isFirstSync = known.head === null;
  const pipeline = openPipeline(errand, changes.headDay, isFirstSync);
  try {
    // Articles of a day lie in the order in which they were stored: what came first is stored first, also after a kill.
    if (isInterrupted) await pipeline.catchUp(signal);
    await bringPages({ source, head, held, wanted: inReadingOrder(news, isFirstSync), pipeline }, errand);
    await pipeline.sweep(signal);
  } finally {
    const { pictures, ...count } = pipeline.count;
    errand.tally = { ...errand.tally, ...count, pictures: { stored: 0, missing: pictures } };
  }
  const marked = markPagesRemoved(db, archiveId, removed);
  refreshSections(db, archiveId);
  completeState(db, archiveId, head.id, objects, context.nowMs());
  errand.tally = { ...errand.tally, removed: marked, head: head.id };
}

function openPipeline({ archiveId, context }: Errand, fallbackDay: string, isFirstSync: boolean): PagePipeline {
  const { db, parserVersion } = context;
  return new PagePipeline({
    db,
    archiveId,
    parserVersion,
    fallbackDay,
    isFirstSync,
    parse: (input) => context.parse(input),
    meanwhile: () => context.meanwhile?.(),
    onStored: (paths) => context.onStored?.(archiveId, paths),
  });
}

/** A complete listing names what is there, so everything else that is stored has gone; a partial one names what went. */
function removedPaths(changes: SourceChanges, stored: ReadonlyMap<string, string>): readonly string[] {
  if (!changes.isComplete) return changes.removed;
  const present = new Set(changes.present.map((entry) => entry.path));
  return [...stored.keys()].filter((path) => !present.has(path));
}

/** How many pages the new state has. */
function countUpstream(changes: SourceChanges, stored: ReadonlyMap<string, string>, removed: readonly string[]): number {
  const leaving = removed.filter((path) => stored.has(path)).length;
  const coming = changes.present.filter(({ path }) => !stored.has(path)).length;
  return stored.size - leaving + coming;
}

interface Fetching {
  readonly source: Source;
  readonly head: SourceHead;
  readonly held: KnownObjects;
  readonly wanted: readonly FileEntry[];
  readonly pipeline: PagePipeline;
}

const tickMs = 500;

interface FetchingReport {
  advance(pages: number): void;
  finish(): void;
}

/** Bytes are told of before the first page is whole: a slow network is seen to be alive. */
function reportFetching(archive: string, total: number, source: Source, { onProgress }: SyncContext): FetchingReport {
  let done = 0;
  const advance = (pages: number): void => {
    done += pages;
    onProgress({ stage: 'fetching', archive, done, total, bytesDown: source.transfer.bytesDown });
  };
  advance(0);
  const ticking = setInterval(() => advance(0), tickMs);
  return { advance, finish: () => clearInterval(ticking) };
}

/** Fetches at the network's pace and parses at the processor's: neither waits for the other. */
async function bringPages(
  { source, head, held, wanted, pipeline }: Fetching,
  { archiveId, context, signal }: Errand,
): Promise<void> {
  if (wanted.length === 0) return;
  const { advance, finish } = reportFetching(archiveId, wanted.length, source, context);
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let parsing: Promise<void> = Promise.resolve();
  const parseBehind = (kept: readonly KeptPage[]): void => {
    parsing = parsing.then(() => pipeline.take(kept, advance, either));
    // Met again where `parsing` is awaited; until then it stops the fetching.
    parsing.catch(() => stop.abort());
  };
  try {
    for await (const batch of source.readFiles(head, wanted, held, either)) {
      parseBehind(
        keepPages(
          context.db,
          archiveId,
          batch.files.map(({ entry, bytes }) => ({ ...entry, bytes })),
          context.nowMs(),
        ),
      );
      pipeline.skip(batch.skipped);
      advance(batch.skipped.length);
    }
  } finally {
    // What has arrived is parsed even when the transfer broke off; a failure of the parsing comes before the stop it caused.
    finish();
    await parsing;
  }
}

class NoPagesFailure extends Error {
  readonly code = 'no-pages';
  constructor() {
    super('the archive has no page that can be read');
  }
}
