import type { ReadableDb } from '#main/store/database.ts';
import {
  claimPictures,
  type ClaimedPicture,
  listWaitingOrigins,
  nextAttemptAtMs,
  type QueuePart,
} from '#main/store/pictures/claim-pictures.ts';
import { alternativeAddresses } from './alternative-addresses.ts';
import type { OriginHealth } from './origin-health.ts';

interface ChooseInput {
  readonly db: ReadableDb;
  readonly policy: { readonly concurrency: number; readonly concurrencyPerHost: number };
  readonly part: QueuePart;
  readonly templates: readonly string[];
  readonly health: OriginHealth;
  readonly inFlight: readonly ClaimedPicture[];
  /** Ids whose outcome is known and not written yet. */
  readonly unwritten: readonly number[];
  /** As the choice before gave it; empty to look into the queue again. */
  readonly ahead: readonly ClaimedPicture[];
  readonly nowMs: number;
}

export interface Choice {
  readonly claims: readonly ClaimedPicture[];
  /** Next in turn: spares the queue a question for every picture. */
  readonly ahead: readonly ClaimedPicture[];
  /** When more could be started if nothing under way ends before; Infinity where nothing could. */
  readonly dueAtMs: number;
}

/** Enough to choose from; archives of a thousand hosts are not asked for each of them every time. */
const enough = 64;

const lookAhead = 8;

/** What to start now: as many as there is room for, the most wanted first, no host asked for too many at a time. */
export function choosePictures(input: ChooseInput): Choice {
  const room = input.policy.concurrency - input.inFlight.length;
  if (room <= 0) return { claims: [], ahead: input.ahead, dueAtMs: Infinity };
  const known = divide(input.ahead, room, input);
  return known.claims.length === room ? { ...known, dueAtMs: Infinity } : lookIntoQueue(room, input);
}

function lookIntoQueue(room: number, input: ChooseInput): Choice {
  const { db, part, health, inFlight, unwritten, nowMs } = input;
  const ids = [...inFlight.map(({ id }) => id), ...unwritten];
  const found: ClaimedPicture[] = [];
  let dueAtMs = Infinity;
  for (const origin of listWaitingOrigins(db)) {
    if (found.length >= enough) break;
    if (freePlaces(origin, inFlight, input) <= 0 || isHopeless(origin, input)) continue;
    const waiting = { ...part, origin, inFlight: ids };
    const claims = isResting(origin, input) ? [] : claimPictures(db, { ...waiting, limit: room + lookAhead, nowMs });
    found.push(...claims);
    const nextMs = claims.length === 0 ? nextAttemptAtMs(db, waiting) : null;
    if (nextMs !== null) dueAtMs = Math.min(dueAtMs, Math.max(health.restsUntilMs(origin), nextMs));
  }
  const best = divide(
    found.toSorted((a, b) => b.wish - a.wish || b.newest - a.newest),
    room,
    input,
  );
  return { ...best, dueAtMs: best.claims.length === room ? Infinity : dueAtMs };
}

/** Those that may be started and those that stay. */
function divide(candidates: readonly ClaimedPicture[], room: number, input: ChooseInput): Omit<Choice, 'dueAtMs'> {
  const claims: ClaimedPicture[] = [];
  const ahead: ClaimedPicture[] = [];
  for (const claim of candidates) {
    const { origin } = claim;
    const isFree = claims.length < room && freePlaces(origin, [...input.inFlight, ...claims], input) > 0;
    (isFree && !isResting(origin, input) && !isHopeless(origin, input) ? claims : ahead).push(claim);
  }
  return { claims, ahead };
}

function freePlaces(origin: string, started: readonly ClaimedPicture[], { policy }: ChooseInput): number {
  return policy.concurrencyPerHost - started.filter((claim) => hasHostOf(claim.origin, origin)).length;
}

/** One that is given up rests no more: its pictures are fetched from other addresses. */
function isResting(origin: string, { health, nowMs }: ChooseInput): boolean {
  return !health.isGivenUp(origin) && health.restsUntilMs(origin) > nowMs;
}

function hasHostOf(origin: string, other: string): boolean {
  return origin === other || origin.replace(/^https?/u, '') === other.replace(/^https?/u, '');
}

/** Neither the origin nor any other address of its pictures gives an answer. */
function isHopeless(origin: string, { health, templates }: ChooseInput): boolean {
  if (!health.isGivenUp(origin)) return false;
  return alternativeAddresses(`${origin}/`, templates).every((url) => health.isGivenUp(new URL(url).origin));
}
