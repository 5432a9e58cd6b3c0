import { SourceFailure } from '#main/source/source.ts';
import type { HttpSender } from '#main/source/http/node-http.ts';
import type { ClaimedPicture } from '#main/store/pictures/claim-pictures.ts';
import type { PictureFacts, PictureReason, PictureType } from '#main/store/pictures/picture-reason.ts';
import { alternativeAddresses } from './alternative-addresses.ts';
import { checkPicture } from './check-picture.ts';
import type { HostGuard } from './host-guard.ts';
import type { HostTurns } from './host-turns.ts';
import type { OriginHealth } from './origin-health.ts';
import { type LaterOutcome, requestPicture, type RequestOutcome } from './picture-request.ts';
import { retryDelayMs, type RetryPolicy } from './retry-delay.ts';

/** Other bytes for the same picture: a smaller one, say. What is not a picture any more is left as it came. */
export type TransformPicture = (bytes: Uint8Array, type: PictureType) => Promise<Uint8Array>;

/** What the pictures of one run share. */
export interface RunContext {
  readonly http: HttpSender;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  readonly retry: RetryPolicy;
  /** For one request from its first byte to its last, however steadily it trickles. */
  readonly longestTransferMs: number;
  readonly templates: readonly string[];
  readonly mayAsk: HostGuard;
  readonly turns: HostTurns;
  readonly health: OriginHealth;
  readonly transform: TransformPicture | null;
  nowMs(): number;
  random(): number;
}

export type PictureOutcome =
  | {
      readonly kind: 'stored';
      readonly facts: PictureFacts;
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'later'; readonly reason: PictureReason; readonly nextAttemptAtMs: number; readonly isCounted: boolean }
  | { readonly kind: 'missing'; readonly reason: PictureReason };

type Checked = Exclude<RequestOutcome, { readonly kind: 'bytes' }> | (PictureOutcome & { readonly kind: 'stored' });

/** Another address holds the same bytes, so these would be found there again. */
const sameEverywhere: ReadonlySet<PictureReason> = new Set(['tracker', 'too-large', 'too-many-pixels']);

/** One attempt at a picture: its own address, and when that is given up the others. Throws 'cancelled' alone. */
export async function fetchOne(claim: ClaimedPicture, context: RunContext): Promise<PictureOutcome> {
  const { retry, health } = context;
  const outcome = health.isGivenUp(claim.origin) ? unasked(retry) : await tryAddress(claim.url, claim, context);
  if (outcome.kind === 'stored' || outcome.kind === 'unchanged') return outcome;
  // Offline, no picture is given up.
  const isLater = outcome.kind === 'later' && (!health.isOnline || claim.attempts + 1 < retry.maximumAttempts);
  const mayBeElsewhere = !isLater || health.isGivenUp(claim.origin);
  const found = mayBeElsewhere && !sameEverywhere.has(outcome.reason) ? await tryAlternatives(claim, context) : null;
  if (found) return found;
  return isLater ? later(outcome, claim, context) : { kind: 'missing', reason: outcome.reason };
}

/** The origin gave no answer to others before. Its pictures are put off for about as long as a run waits, at the least. */
function unasked({ longestRetryMs }: RetryPolicy): LaterOutcome {
  return { kind: 'later', reason: 'connection-failed', waitMs: longestRetryMs, isOfHost: true };
}

function later({ reason, waitMs }: LaterOutcome, { attempts }: ClaimedPicture, context: RunContext): PictureOutcome {
  const { retry, health, random } = context;
  const asked = Math.min(waitMs ?? 0, Math.max(retry.longestRetryAfterMs, retry.longestRetryMs));
  const delayMs = Math.max(asked, retryDelayMs(attempts + 1, retry, random));
  return { kind: 'later', reason, nextAttemptAtMs: context.nowMs() + delayMs, isCounted: health.isOnline };
}

async function tryAlternatives(claim: ClaimedPicture, context: RunContext): Promise<(Checked & { kind: 'stored' }) | null> {
  for (const url of alternativeAddresses(claim.url, context.templates)) {
    if (context.health.isGivenUp(new URL(url).origin)) continue;
    const outcome = await tryAddress(url, null, context);
    // What another address says of its bytes is of no use for asking the first one.
    if (outcome.kind === 'stored') return { ...outcome, etag: null, lastModified: null };
  }
  return null;
}

async function tryAddress(address: string, claim: ClaimedPicture | null, context: RunContext): Promise<Checked> {
  const url = new URL(address);
  const startedAtMs = context.nowMs();
  const outcome = await withinTime(context, (signal) => {
    const known = claim?.isStored && (claim.etag !== null || claim.lastModified !== null) ? claim : null;
    const { http, userAgent, mayAsk, turns, nowMs } = context;
    const inTurn = <Result>(host: string, work: () => Promise<Result>): Promise<Result> => turns.inTurn(host, work);
    return requestPicture({ url, known }, { http, userAgent, signal, mayAsk, nowMs, inTurn });
  });
  noteHealth(url.origin, outcome, startedAtMs, context);
  return outcome.kind === 'bytes' ? checked(outcome, context) : outcome;
}

function noteHealth(origin: string, outcome: RequestOutcome, startedAtMs: number, { health, nowMs }: RunContext): void {
  if (outcome.kind !== 'later') {
    if (outcome.kind !== 'missing' || outcome.reason !== 'unsafe-address') health.isWell(origin);
  } else if (outcome.isOfHost) {
    const hasAnswered = outcome.reason === 'too-many-requests' || outcome.reason === 'server-failed';
    health.isTroubled(origin, { startedAtMs, nowMs: nowMs(), waitMs: outcome.waitMs, hasAnswered });
  } else health.failedOnce(origin);
}

async function checked(
  { bytes, etag, lastModified }: RequestOutcome & { readonly kind: 'bytes' },
  { transform }: RunContext,
): Promise<Checked> {
  const picture = checkPicture(bytes);
  if (!picture.ok) return { kind: 'missing', reason: picture.reason };
  const asIs = { kind: 'stored', facts: picture.facts, bytes, etag, lastModified } as const;
  if (transform === null) return asIs;
  const other = await transform(bytes, picture.facts.type);
  const result = checkPicture(other);
  return result.ok ? { ...asIs, facts: result.facts, bytes: other } : asIs;
}

/** A server that sends a byte now and then is never silent for long. */
async function withinTime(
  { signal, longestTransferMs }: RunContext,
  work: (signal: AbortSignal) => Promise<RequestOutcome>,
): Promise<RequestOutcome> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, longestTransferMs);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await work(ending.signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof SourceFailure)) throw error;
    return { kind: 'later', reason: 'timed-out', waitMs: null, isOfHost: false };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
