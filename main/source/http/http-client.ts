import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceFailure } from '../source.ts';
import { networkFailure } from './network-failure.ts';
import { authorization, type Login, loginFor } from './credentials.ts';
import type { HttpAnswer, HttpSender } from './node-http.ts';
import { redirectTarget } from './redirect.ts';
import { failForLogin, failForStatus } from './status-failure.ts';

export interface ClientRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Of the decoded body; more is 'too-large', so that a small compressed answer cannot fill the memory. */
  readonly maximumBytes: number;
  readonly signal: AbortSignal;
}

export interface ClientAnswer {
  /** Where the answer came from after redirects; without user name and password. */
  readonly url: URL;
  readonly contentType: string;
  readonly body: AsyncIterable<Buffer>;
  discard(): void;
}

export interface HttpClient {
  /** The answer with status 200. Every other outcome is a SourceFailure. */
  request(request: ClientRequest): Promise<ClientAnswer>;
  close(): void;
}

const maximumRedirects = 5;

/** `logins`: the first that is for a server is sent to it, and to no other: a redirect elsewhere goes without. */
export function createHttpClient(sender: HttpSender, userAgent: string, logins: readonly Login[]): HttpClient {
  async function request(wanted: ClientRequest): Promise<ClientAnswer> {
    let url = wanted.url;
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
      const login = loginFor(url, logins);
      const answer = await sender.send({
        method: wanted.method,
        url,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip', ...wanted.headers, ...authorization(login) },
        body: wanted.body ?? null,
        signal: wanted.signal,
      });
      if (answer.status === 200) return understood(answer, url, wanted.maximumBytes);
      answer.discard();
      if (answer.status === 401) failForLogin(url, login !== null);
      if (![301, 302, 303, 307, 308].includes(answer.status)) failForStatus(answer.status, answer.headers, url.hostname);
      url = redirectTarget(url, answer.headers.location);
    }
    throw new SourceFailure('bad-response', `${url.hostname} redirects more than ${maximumRedirects} times`, {
      host: url.hostname,
    });
  }
  return { request, close: () => sender.close() };
}

function understood(answer: HttpAnswer, url: URL, maximumBytes: number): ClientAnswer {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
    answer.discard();
    throw new SourceFailure('bad-response', `${url.hostname} answers in an encoding that was not asked for`, {
      host: url.hostname,
    });
  }
  const decoded = encoding === 'identity' ? answer.body : gunzipped(answer.body, url.hostname);
  return {
    url,
    contentType: (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    body: limited(decoded, maximumBytes, url.hostname),
    discard: () => answer.discard(),
  };
}

async function* gunzipped(body: AsyncIterable<Buffer>, host: string): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip();
  // The outcome, good or bad, reaches the reader through `gunzip` itself.
  pipeline(Readable.from(body), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    throw networkFailure(error, host);
  }
}

async function* limited(
  body: AsyncIterable<Buffer>,
  maximumBytes: number,
  host: string,
): AsyncGenerator<Buffer, void, undefined> {
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > maximumBytes)
      throw new SourceFailure('too-large', `the answer of ${host} is larger than ${maximumBytes} bytes`, { host });
    yield chunk;
  }
}
