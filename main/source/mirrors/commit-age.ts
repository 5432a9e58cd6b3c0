import type { GitObject, KnownObjects, SourceChanges } from '../source.ts';

interface FoundState {
  readonly objects: readonly GitObject[];
  readonly changes: SourceChanges;
}

/** The end of the year 9999. */
const latestSeconds = 253_402_300_800;

function committedAtSeconds(content: Uint8Array): number | null {
  const match = /^committer .*> (\d+) [+-]\d+$/m.exec(Buffer.from(content).toString('latin1').split('\n\n', 1)[0] ?? '');
  const seconds = Number(match?.[1]);
  return seconds < latestSeconds ? seconds : null;
}

/** When the state that the library has was committed; null where it has none, or one without a date. */
export function knownCommittedAtSeconds(known: KnownObjects): number | null {
  const commit = known.head === null ? undefined : known.read(known.head);
  return commit?.type === 'commit' ? committedAtSeconds(commit.content) : null;
}

/**
 * Whether `head` was published before the state that the library has; false where one of them has no date. A snapshot has
 * only the day of its newest page.
 */
export function isOlderThanKnown(head: string, { objects, changes }: FoundState, known: KnownObjects): boolean {
  const before = knownCommittedAtSeconds(known);
  if (before === null) return false;
  const commit = objects.find(({ oid, type }) => oid === head && type === 'commit');
  if (commit === undefined) return changes.headDay < new Date(before * 1000).toISOString().slice(0, 10);
  const after = committedAtSeconds(commit.content);
  return after !== null && after < before;
}
