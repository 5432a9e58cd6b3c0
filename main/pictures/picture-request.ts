import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { HttpAnswer, HttpSender } from '#main/source/http/node-http.ts';
import { SourceFailure } from '#main/source/source.ts';
import type { PictureFailure, PictureReason } from '#main/store/pictures/picture-reason.ts';
import { maximumPictureBytes, pictureTypeOf, signatureBytes } from './check-picture.ts';
import { retryAfterMs } from './retry-delay.ts';

/** Another time it may be had. */
export interface LaterOutcome {
  readonly kind: 'later';
  readonly reason: PictureFailure;
  /** What the server asks for. */
  readonly waitMs: number | null;
  /** Whether the trouble is the host's and not this picture's alone. */
  readonly isOfHost: boolean;
}

/** What came of one address, redirects followed. */
export type RequestOutcome =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly etag: string | null; readonly lastModified: string | null }
  | { readonly kind: 'unchanged' }
  | LaterOutcome
  | { readonly kind: 'missing'; readonly reason: PictureReason };

export interface PictureRequest {
  readonly url: URL;
  /** What the server said of the picture that is stored; null where none is. */
  readonly known: { readonly etag: string | null; readonly lastModified: string | null } | null;
}

export interface RequestContext {
  readonly http: HttpSender;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  nowMs(): number;
  /** False for an address that may not be asked: `first` is the picture's own, `url` that or where a redirect leads. */
  mayAsk(url: URL, first: URL): Promise<boolean>;
  /** Runs `work` when one more request to the host is allowed. */
  inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result>;
}

const maximumRedirects = 5;
const unzip = promisify(gunzip);

const missing = (reason: PictureReason): RequestOutcome => ({ kind: 'missing', reason });

/** Never throws but for 'cancelled'. */
export async function requestPicture(request: PictureRequest, context: RequestContext): Promise<RequestOutcome> {
  try {
    return await follow(request.url, maximumRedirects, request, context);
  } catch (error) {
    return outcomeOfError(error);
  }
}

async function follow(
  url: URL,
  redirectsLeft: number,
  request: PictureRequest,
  context: RequestContext,
): Promise<RequestOutcome> {
  if (!(await context.mayAsk(url, request.url))) return missing('unsafe-address');
  const step = await context.inTurn(url.host, () => askOnce(url, request, context));
  if (!(step instanceof URL)) return step;
  return redirectsLeft === 0 ? missing('bad-response') : follow(step, redirectsLeft - 1, request, context);
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The outcome, or where the server says that it is to be had. */
async function askOnce(url: URL, { known }: PictureRequest, context: RequestContext): Promise<RequestOutcome | URL> {
  const answer = await context.http.send({
    method: 'GET',
    url,
    headers: {
      'user-agent': context.userAgent,
      accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1',
      'accept-encoding': 'identity',
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    },
    body: null,
    signal: context.signal,
  });
  try {
    if (answer.status === 200) return await readAnswer(answer);
    if (answer.status === 304 && known) return { kind: 'unchanged' };
    return redirects.has(answer.status)
      ? (redirectTarget(url, answer.headers.location) ?? missing('unsafe-address'))
      : outcomeOfStatus(answer, context.nowMs());
  } finally {
    answer.discard();
  }
}

/** A user name in a redirect is not sent on. */
function redirectTarget(url: URL, location: string | undefined): URL | null {
  if (location === undefined || !URL.canParse(location, url.href)) return null;
  const target = new URL(location, url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return null;
  target.username = '';
  target.password = '';
  return target;
}

function outcomeOfStatus({ status, headers }: HttpAnswer, nowMs: number): RequestOutcome {
  if (status === 404 || status === 410) return missing('not-found');
  if (status === 401 || status === 403 || status === 451) return missing('forbidden');
  const waitMs = retryAfterMs(headers['retry-after'], nowMs);
  if (status === 429) return { kind: 'later', reason: 'too-many-requests', waitMs, isOfHost: true };
  if (status >= 500 || status === 408)
    return { kind: 'later', reason: 'server-failed', waitMs, isOfHost: status === 503 && waitMs !== null };
  return missing('bad-response');
}

async function readAnswer(answer: HttpAnswer): Promise<RequestOutcome> {
  try {
    return await readPicture(answer);
  } catch (error) {
    // The host speaks, so whatever breaks off now is about this answer.
    const outcome = outcomeOfError(error);
    return outcome.kind === 'later' ? { ...outcome, isOfHost: false } : outcome;
  }
}

async function readPicture(answer: HttpAnswer): Promise<RequestOutcome> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  const isZipped = encoding === 'gzip' || encoding === 'x-gzip';
  if (!isZipped && encoding !== 'identity') return missing('bad-response');
  if (Number(answer.headers['content-length'] ?? 0) > maximumPictureBytes) return missing('too-large');
  const body = await readBody(answer.body, isZipped);
  if (!Buffer.isBuffer(body)) return body;
  const bytes = isZipped ? await unzipped(body) : body;
  if (!Buffer.isBuffer(bytes)) return bytes;
  const { etag = null, 'last-modified': lastModified = null } = answer.headers;
  return { kind: 'bytes', bytes, etag, lastModified };
}

/** Stops at the first bytes of what is no picture, and at the first byte too many. */
async function readBody(body: AsyncIterable<Buffer>, isZipped: boolean): Promise<Buffer | RequestOutcome> {
  const chunks: Buffer[] = [];
  let total = 0;
  let isSeen = isZipped;
  for await (const chunk of body) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > maximumPictureBytes) return missing('too-large');
    if (!isSeen && total >= signatureBytes) {
      isSeen = true;
      if (pictureTypeOf(Buffer.concat(chunks)) === null) return missing('not-a-picture');
    }
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, total);
}

async function unzipped(body: Buffer): Promise<Buffer | RequestOutcome> {
  try {
    return await unzip(body, { maxOutputLength: maximumPictureBytes });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return missing(isTooLarge ? 'too-large' : 'damaged');
  }
}

const hostReasons: Readonly<Record<string, PictureFailure>> = {
  'host-not-found': 'host-not-found',
  'timed-out': 'timed-out',
};

/** Whatever keeps the network from answering is the host's trouble; TLS and nonsense do not pass by waiting. */
function outcomeOfError(error: unknown): RequestOutcome {
  if (!(error instanceof SourceFailure) || error.code === 'cancelled') throw error;
  if (error.code === 'tls-failed') return missing('tls-failed');
  if (error.code === 'bad-response') return missing('bad-response');
  if (error.code === 'too-large') return missing('too-large');
  return { kind: 'later', reason: hostReasons[error.code] ?? 'connection-failed', waitMs: null, isOfHost: true };
}
