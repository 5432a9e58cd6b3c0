import type { IncomingHttpHeaders } from 'node:http';
import type { HttpAnswer, HttpSender } from '#main/source/http/node-http.ts';
import { redirectTarget } from '#main/source/http/redirect.ts';
import { failForStatus } from '#main/source/http/status-failure.ts';
import { UpdateFailure } from './update-failure.ts';

const maximumRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Nothing in it says who asks: not the version, not the system. */
const plainHeaders = { 'user-agent': 'Offprint', 'accept-encoding': 'identity', accept: '*/*' };

export interface FetchErrand {
  readonly sender: HttpSender;
  readonly url: URL;
  readonly signal: AbortSignal;
  /** Where to go on from; the answer may begin at the start all the same. */
  readonly fromByte?: number;
}

export interface FetchedAnswer {
  readonly host: string;
  /** Where in the file the body begins. */
  readonly firstByte: number;
  readonly body: AsyncIterable<Buffer>;
  discard(): void;
}

/**
 * The answer to a plain request, after redirects. A web page in place of a file (the sign-in page of a network, a notice of a
 * host) is 'bad-response'; null where the server has nothing from that byte on.
 */
export async function fetchRelease({ sender, url, signal, fromByte = 0 }: FetchErrand): Promise<FetchedAnswer | null> {
  const headers = { ...plainHeaders, ...(fromByte > 0 && { range: `bytes=${fromByte}-` }) };
  let place = url;
  for (let asked = 0; asked <= maximumRedirects; asked++) {
    const answer = await sender.send({ method: 'GET', url: place, headers, body: null, signal });
    if (answer.status === 200 || answer.status === 206) return understood(answer, place.hostname, fromByte);
    answer.discard();
    if (answer.status === 416 && fromByte > 0) return null;
    if (!redirects.has(answer.status)) failForStatus(answer.status, answer.headers, place.hostname);
    place = redirectTarget(place, answer.headers.location);
  }
  throw new UpdateFailure('bad-response', `${url.hostname} redirects more than ${maximumRedirects} times`, {
    host: url.hostname,
  });
}

function understood(answer: HttpAnswer, host: string, fromByte: number): FetchedAnswer {
  const { status, headers } = answer;
  const refusal = refuse(status, headers, fromByte);
  if (refusal !== null) {
    answer.discard();
    throw new UpdateFailure('bad-response', `${host} ${refusal}`, { host });
  }
  return { host, firstByte: status === 206 ? fromByte : 0, body: answer.body, discard: () => answer.discard() };
}

function refuse(status: number, headers: IncomingHttpHeaders, fromByte: number): string | null {
  if (/^(text\/html|application\/xhtml)/iu.test(headers['content-type'] ?? '')) return 'sent a web page in place of a release';
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return 'packed the answer, which was not asked for';
  const isRest = headers['content-range']?.startsWith(`bytes ${fromByte}-`) === true;
  return status === 206 && !isRest ? 'sent another part than asked for' : null;
}

/** The whole body; more than `maximumBytes` is 'bad-response'. */
export async function readSmall(answer: FetchedAnswer, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw new UpdateFailure('bad-response', `${answer.host} sent more than a manifest holds`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
