import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { TransferCount } from '../source.ts';
import { networkFailure } from './network-failure.ts';
import { type Patience, throwIfCancelled, withPatience } from './patience.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As sent, still compressed where the server compressed it. Read it to its end or call `discard`. */
  readonly body: AsyncIterable<Buffer>;
  discard(): void;
}

/** One request, one answer; no redirects, no meaning given to the status. */
export interface HttpSender {
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

/**
 * Agents of our own: the global agent of Node ends a connection that is idle for 5 s, which is less than a server needs to
 * prepare a large pack.
 */
export function createNodeHttpSender(stallTimeoutMs: number, transfer: TransferCount): HttpSender {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

  async function sendOnce(request: HttpRequest): Promise<HttpAnswer> {
    const patience: Patience = { signal: request.signal, stallTimeoutMs, host: request.url.hostname };
    const isTls = request.url.protocol === 'https:';
    const open = isTls ? requestHttps : requestHttp;
    const outgoing = open(request.url, {
      method: request.method,
      headers: { ...request.headers, ...(request.body && { 'content-length': String(request.body.length) }) },
      agent: isTls ? agents.https : agents.http,
    });
    const message = await withPatience(answerTo(outgoing, request), patience, () => outgoing.destroy());
    transfer.bytesUp += request.body?.length ?? 0;
    return {
      status: message.statusCode ?? 0,
      headers: message.headers,
      body: readBody(message, request.url.hostname, patience, transfer),
      discard: () => void message.destroy(),
    };
  }

  return {
    async send(request) {
      throwIfCancelled(request.signal);
      try {
        return await sendOnce(request);
      } catch (error) {
        if (error instanceof StaleConnection) return sendOnce(request);
        throw error;
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** The server ended a kept connection just when it was used again; nothing was lost. */
class StaleConnection extends Error {}

function answerTo(outgoing: ClientRequest, request: HttpRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', (error: Error & { code?: string }) => {
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection() : networkFailure(error, request.url.hostname));
    });
    outgoing.end(request.body ?? undefined);
  });
}

async function* readBody(
  message: IncomingMessage,
  host: string,
  patience: Patience,
  transfer: TransferCount,
): AsyncGenerator<Buffer, void, undefined> {
  const chunks = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      const next = await withPatience(chunks.next(), patience, () => message.destroy());
      if (next.done === true) return;
      transfer.bytesDown += next.value.length;
      yield next.value;
    }
  } catch (error) {
    throw networkFailure(error, host);
  } finally {
    if (!message.readableEnded) message.destroy();
  }
}
