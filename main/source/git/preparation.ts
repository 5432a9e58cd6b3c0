import type { HttpClient } from '../http/http-client.ts';
import type { KnownObjects } from '../source.ts';
import type { Capabilities } from './capabilities.ts';
import type { ReadObject } from './git-object.ts';
import type { IncomingFile } from './incoming-file.ts';

/** What every fetch from one server on behalf of one library needs. */
export interface Preparation {
  readonly client: HttpClient;
  readonly capabilities: Capabilities;
  /** The commit last completed, whose objects may serve as bases; null where the library does not hold it. */
  readonly have: string | null;
  /** A commit whose trees may serve as bases, but not its files; null where there is none besides `have`. */
  readonly listed: string | null;
  /** Objects of the library, each checked against its id. */
  readonly readKnown: ReadObject;
  readonly maximumFileBytes: number;
  readonly incoming: IncomingFile | null;
  readonly signal: AbortSignal;
}

/** The commit the library has, unless it lost it: then nothing it holds is offered as a base. */
export function heldCommit(oid: string | null | undefined, readKnown: ReadObject): string | null {
  return typeof oid === 'string' && readKnown(oid)?.type === 'commit' ? oid : null;
}

export function heldCommits(known: KnownObjects, readKnown: ReadObject): Pick<Preparation, 'have' | 'listed'> {
  return { have: heldCommit(known.head, readKnown), listed: heldCommit(known.listedHead, readKnown) };
}
