import { SourceFailure } from '../source.ts';
import { fetchPack, type FetchRequest } from './fetch-command.ts';
import type { GitContent } from './git-object.ts';
import { Pack } from './pack.ts';
import type { Preparation } from './preparation.ts';
import { readAhead } from './read-ahead.ts';
import { type ReceiveEnd, receivePack } from './receive-pack.ts';

/** Some ids that are asked for in one request. Alone: as a pack that needs no bases. */
export interface Portion {
  readonly oids: readonly string[];
  readonly isAlone: boolean;
}

/** What a request left undone. */
export interface Leftover {
  /** Portions to ask for next, before anything else. */
  readonly again: readonly Portion[];
  /** Found to be larger than the limit. */
  readonly tooLarge: readonly string[];
  /** Why the transfer broke off; what came before it has been handed out. */
  readonly failure: SourceFailure | null;
}

const maximumPackBytes = 32 * 1024 * 1024;
const maximumContentBytes = 4 * 1024 ** 3;

const limits = { kind: 'portion', maximumPackBytes, maximumContentBytes } as const;

/** Contents by id, as they arrive; each was checked against its id. */
export async function* fetchBlobs(
  portion: Portion,
  errand: Preparation,
): AsyncGenerator<ReadonlyMap<string, GitContent>, Leftover, undefined> {
  const pack = packOf(errand);
  const have = portion.isAlone ? null : errand.have;
  const request = { wants: portion.oids, have, isCommitWanted: false, isWithoutFiles: false };
  const awaited = new Set(portion.oids);
  let outcome: ReceiveEnd | SourceFailure;
  try {
    outcome = yield* takenMeanwhile(receivePack(await bytesOf(request, errand), pack, limits), pack, awaited);
  } catch (error) {
    if (!(error instanceof SourceFailure) || error.code === 'cancelled') throw error;
    outcome = error;
  }
  yield* takeNew(pack, awaited);
  errand.incoming?.drop();
  if (outcome instanceof SourceFailure) return { again: [], tooLarge: [], failure: outcome };
  return planMissing(portion, [...awaited], outcome, pack);
}

function packOf({ capabilities, maximumFileBytes, readKnown }: Preparation): Pack {
  return new Pack({ hashName: capabilities.hashName, maximumBlobBytes: maximumFileBytes, readBase: readKnown });
}

/** The bytes of the answer, written down as they come. */
export async function bytesOf(request: FetchRequest, errand: Preparation): Promise<AsyncIterable<Buffer>> {
  const { client, capabilities, incoming, signal } = errand;
  const stopping = new AbortController();
  const bytes = await fetchPack(client, capabilities, request, AbortSignal.any([signal, stopping.signal]));
  incoming?.begin();
  return readAhead(
    bytes,
    (chunk) => incoming?.append(chunk),
    () => stopping.abort(),
  );
}

/** What an earlier run received and could not hand out any more, as far as it is whole. */
export async function* readIncoming(
  awaited: Set<string>,
  errand: Preparation,
): AsyncGenerator<ReadonlyMap<string, GitContent>, void, undefined> {
  const { incoming } = errand;
  if (incoming === null || awaited.size === 0) return;
  const pack = packOf(errand);
  try {
    yield* takenMeanwhile(receivePack(incoming.read(), pack, limits), pack, awaited);
  } catch (error) {
    if (error instanceof SourceFailure && error.code === 'cancelled') throw error;
  }
  yield* takeNew(pack, awaited);
  incoming.drop();
}

async function* takenMeanwhile(
  receiving: AsyncGenerator<void, ReceiveEnd, undefined>,
  pack: Pack,
  awaited: Set<string>,
): AsyncGenerator<ReadonlyMap<string, GitContent>, ReceiveEnd, undefined> {
  try {
    for (;;) {
      const next = await receiving.next();
      if (next.done === true) return next.value;
      yield* takeNew(pack, awaited);
    }
  } finally {
    await receiving.return('complete');
  }
}

/** At most about this much is handed out at once. */
const maximumHandedBytes = 16 * 1024 * 1024;

function* takeNew(pack: Pack, awaited: Set<string>): Generator<ReadonlyMap<string, GitContent>, void, undefined> {
  let contents = new Map<string, GitContent>();
  let bytes = 0;
  for (const oid of pack.takeNewIds()) {
    const object = awaited.delete(oid) ? pack.read(oid) : undefined;
    if (object === undefined) continue;
    contents.set(oid, object);
    bytes += object.content.length;
    if (bytes < maximumHandedBytes) continue;
    yield contents;
    contents = new Map<string, GitContent>();
    bytes = 0;
  }
  if (contents.size > 0) yield contents;
}

/**
 * Note: a file that is too large. A pack does not name its objects, so where one announces too much, the transfer is stopped
 * and the culprit is one of the ids that have not come. Servers mostly send in the order asked, so the first of those is
 * asked for by itself; an id that is alone and too large is found. Where that leads nowhere, the rest is halved.
 */
function planMissing(portion: Portion, missing: readonly string[], end: ReceiveEnd, pack: Pack): Leftover {
  const { oids, isAlone } = portion;
  const done = { again: [], tooLarge: [], failure: null };
  const [first, ...rest] = missing;
  if (first === undefined) return done;
  const hasProgress = missing.length < oids.length;
  if (end === 'too-large') {
    if (oids.length === 1 && isAlone) return { ...done, tooLarge: [first] };
    const others = hasProgress ? [{ oids: rest, isAlone }] : halves(rest, isAlone);
    return { ...done, again: [{ oids: [first], isAlone: true }, ...others.filter((other) => other.oids.length > 0)] };
  }
  if (pack.isMissingBases && !isAlone) return { ...done, again: [{ oids: missing, isAlone: true }] };
  if (end === 'full' && hasProgress) return { ...done, again: [{ oids: missing, isAlone }] };
  if (end === 'full' && missing.length > 1) return { ...done, again: halves(missing, true) };
  const failure = new SourceFailure('damaged-transfer', 'the server did not send everything it was asked for');
  return { ...done, failure };
}

function halves(oids: readonly string[], isAlone: boolean): Portion[] {
  const middle = Math.ceil(oids.length / 2);
  return [
    { oids: oids.slice(0, middle), isAlone },
    { oids: oids.slice(middle), isAlone },
  ];
}
