import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Network } from '../network/network.ts';
import { proxyFailure, proxyLoginFailure } from '../network/proxy-failure.ts';
import { isReadByProxy, type Route, routeKey } from '../network/route.ts';
import type { TrafficWatch } from '../network/traffic.ts';
import { SourceFailure, type TransferCount } from '../source.ts';
import { networkFailure } from './network-failure.ts';
import { createPace } from './pace.ts';
import { type Patience, throwIfCancelled, withPatience } from './patience.ts';
import { type Account, openAccount } from './account.ts';
import { createWay, type Way } from './way.ts';

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

/** What one sending process shares. */
interface Sending {
  readonly stallTimeoutMs: number;
  readonly transfer: TransferCount;
  readonly watch: TrafficWatch | undefined;
}

/**
 * Sends along the routes of `network` and along no other. A proxy that is not to be had gives way to the next one that the
 * network names; one that refuses has answered.
 */
export function createNodeHttpSender(stallTimeoutMs: number, transfer: TransferCount, network: Network): HttpSender {
  const ways = new Map<string, Way>();
  const sending: Sending = { stallTimeoutMs, transfer, watch: network.watch };

  async function wayAlong(route: Route): Promise<Way> {
    const trust = await network.trust();
    const key = routeKey(route);
    const way = ways.get(key) ?? createWay(route, trust, stallTimeoutMs);
    ways.set(key, way);
    return way;
  }

  async function sendAlong(route: Route, request: HttpRequest): Promise<HttpAnswer> {
    const way = await wayAlong(route);
    try {
      return await sendOnce(way, request, sending);
    } catch (error) {
      if (error instanceof StaleConnection) return sendOnce(way, request, sending);
      throw error;
    }
  }

  return {
    async send(request) {
      throwIfCancelled(request.signal);
      const routes = await network.routesTo(request.url, request.signal);
      for (const route of routes.slice(0, -1)) {
        try {
          return await sendAlong(route, request);
        } catch (error) {
          if (!(error instanceof SourceFailure) || error.code !== 'proxy-failed') throw error;
        }
      }
      const [last] = routes.slice(-1);
      if (last === undefined) throw new SourceFailure('proxy-failed', 'there is no way to the network');
      return sendAlong(last, request);
    },
    close() {
      for (const way of ways.values()) way.close();
    },
  };
}

async function sendOnce(way: Way, request: HttpRequest, { stallTimeoutMs, transfer, watch }: Sending): Promise<HttpAnswer> {
  const { route } = way;
  const host = request.url.hostname;
  const patience: Patience = { signal: request.signal, stallTimeoutMs, host };
  const connecting = new AbortController();
  const account = openAccount(watch, request, route);
  const outgoing = way.open(request, connecting.signal);
  const giveUp = (): void => {
    outgoing.destroy();
    connecting.abort();
  };
  const message = await withPatience(answerTo(outgoing, request, route), patience, giveUp);
  if (message.statusCode === 407 && isReadByProxy(route, request.url)) {
    message.destroy();
    throw proxyLoginFailure(route);
  }
  transfer.bytesUp += request.body?.length ?? 0;
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: readBody(message, host, patience, [transfer, account]),
    discard: () => void message.destroy(),
  };
}

/** The server ended a kept connection just when it was used again; nothing was lost. */
class StaleConnection extends Error {}

function answerTo(outgoing: ClientRequest, { url, body }: HttpRequest, route: Route): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', (error: Error & { code?: string }) => {
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) reject(new StaleConnection());
      else reject(isReadByProxy(route, url) ? proxyFailure(route, error) : networkFailure(error, url.hostname));
    });
    outgoing.end(body ?? undefined);
  });
}

async function* readBody(
  message: IncomingMessage,
  host: string,
  patience: Patience,
  counts: readonly [TransferCount, Account],
): AsyncGenerator<Buffer, void, undefined> {
  const [transfer, account] = counts;
  const chunks = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const pace = createPace(patience.stallTimeoutMs, host);
  try {
    for (;;) {
      const askedAtMs = performance.now();
      const next = await withPatience(chunks.next(), patience, () => message.destroy());
      if (next.done === true) return;
      transfer.bytesDown += next.value.length;
      pace.note(next.value.length, performance.now() - askedAtMs);
      account.receive(next.value.length);
      yield next.value;
    }
  } catch (error) {
    throw networkFailure(error, host);
  } finally {
    account.close();
    if (!message.readableEnded) message.destroy();
  }
}
