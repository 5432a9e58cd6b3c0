import { lookup } from 'node:dns/promises';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import type { NetworkStage, NetworkTestResult } from '#preload/contract/network-types.ts';
import { loginsOf, splitLogin } from '../http/credentials.ts';
import { createHttpClient } from '../http/http-client.ts';
import { networkFailure } from '../http/network-failure.ts';
import { withPatience } from '../http/patience.ts';
import { openSender } from '../open-sender.ts';
import { openSource } from '../open-source.ts';
import { type Origin, readOrigin } from '../origin.ts';
import { SourceFailure, type SourceFailureCode } from '../source.ts';
import type { SourceOptions } from '../source-options.ts';
import { connectToProxy } from './connect-to-proxy.ts';
import type { Network } from './network.ts';
import { digTunnel } from './open-tunnel.ts';
import { isReadByProxy, placeOf, proxyName, type Route } from './route.ts';

export interface NetworkTest {
  readonly network: Network;
  /** An archive's origin; the way to it is what is tested. */
  readonly origin: string;
  readonly signal: AbortSignal;
  /** Longest silence in a stage. 20 s by default. */
  readonly stallTimeoutMs?: number;
  onPassed(stage: NetworkStage): void;
}

interface Walk extends NetworkTest {
  readonly stallTimeoutMs: number;
}

/** Ends a test: where, and why. */
class StageFailure extends Error {
  constructor(
    readonly stage: NetworkStage,
    readonly reason: SourceFailure,
  ) {
    super(reason.message);
  }
}

/**
 * Goes the way to an origin stage by stage, as a sync goes it. What does not lie on the way is not among those passed: no
 * proxy, no name where a proxy looks it up. Connects once to see how far that goes, and then asks what a sync would ask first.
 * Throws 'cancelled' alone.
 */
export async function testNetwork(test: NetworkTest): Promise<NetworkTestResult> {
  const startedAtMs = performance.now();
  const passed: NetworkStage[] = [];
  const onPassed = (stage: NetworkStage): void => {
    passed.push(stage);
    test.onPassed(stage);
  };
  const failed = await failureOf(walk({ stallTimeoutMs: 20_000, ...test, onPassed }));
  return { failed, passed, milliseconds: Math.round(performance.now() - startedAtMs) };
}

async function failureOf(walking: Promise<void>): Promise<NetworkTestResult['failed']> {
  try {
    await walking;
    return null;
  } catch (error) {
    if (!(error instanceof StageFailure) || error.reason.code === 'cancelled') throw error;
    const { code, message, details } = error.reason;
    return { stage: error.stage, failure: { code, message, details } };
  }
}

async function walk(test: Walk): Promise<void> {
  const { network, signal, onPassed } = test;
  const origin = await inStage('archive', () => readOrigin(test.origin));
  if (origin.kind === 'git-http' || origin.kind === 'web-file') {
    const url = new URL(origin.url);
    const trust = await inStage('tls', () => network.trust());
    const routes = await inStage('proxy', () => network.routesTo(url, signal));
    tellKnock(network, url, routes[0]);
    await firstThatLeads(routes, (route) => knock(route, url, trust, test));
    if (routes[0] && isReadByProxy(routes[0], url)) await ask(origin, test, () => onPassed('proxy'));
    else await ask(origin, test, () => undefined);
  } else await ask(origin, test, () => undefined);
}

/** The first connection says nothing, but somebody is being asked for it. */
function tellKnock({ watch }: Network, url: URL, route: Route | undefined): void {
  const via = route === undefined || route.kind === 'direct' ? null : proxyName(route);
  watch?.note({ host: url.host, via, purpose: watch.purpose, requests: 1, bytesDown: 0, bytesUp: 0 });
}

async function inStage<Result>(stage: NetworkStage, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    throw new StageFailure(stageOf(error.code, stage), error);
  }
}

const stagesByCode: Readonly<Partial<Record<SourceFailureCode, NetworkStage>>> = {
  'proxy-failed': 'proxy',
  'proxy-needs-login': 'proxy',
  'proxy-script-failed': 'proxy',
  // The proxy itself is well, but leads nowhere.
  'proxy-refused': 'connect',
};

function stageOf(code: SourceFailureCode, during: NetworkStage): NetworkStage {
  return stagesByCode[code] ?? during;
}

/** As the sender does it: a proxy that is not to be had gives way to the next. */
async function firstThatLeads(routes: readonly Route[], attempt: (route: Route) => Promise<void>): Promise<void> {
  for (const [index, route] of routes.entries()) {
    try {
      await attempt(route);
      return;
    } catch (error) {
      const isLast = index === routes.length - 1;
      if (isLast || !(error instanceof StageFailure) || error.reason.code !== 'proxy-failed') throw error;
    }
  }
}

/** Opens a connection as far as the protected line to the host, says nothing on it and ends it. */
async function knock(route: Route, url: URL, trust: SecureContext | null, test: Walk): Promise<void> {
  const socket = await (route.kind === 'direct' ? connectStraight(url, test) : connectThrough(route, url, trust, test));
  if (socket === null) return;
  try {
    if (url.protocol !== 'https:') return;
    await inStage('tls', () => secured(socket, url, trust, test));
    test.onPassed('tls');
  } finally {
    socket.destroy();
  }
}

async function connectStraight(url: URL, { signal, stallTimeoutMs, onPassed }: Walk): Promise<Socket> {
  const { host, port } = placeOf(url);
  const patience = { signal, stallTimeoutMs, host };
  if (isIP(host) === 0) {
    await inStage('name', () => withPatience(told(lookup(host), host), patience, () => undefined));
    onPassed('name');
  }
  const socket = connectPlainly({ host, port });
  await inStage('connect', () => withPatience(opened(socket, 'connect', host), patience, () => socket.destroy()));
  onPassed('connect');
  return socket;
}

/** Null where the proxy reads the request itself: what it makes of it is seen only by asking. */
async function connectThrough(
  proxy: Exclude<Route, { readonly kind: 'direct' }>,
  url: URL,
  trust: SecureContext | null,
  { signal, stallTimeoutMs, onPassed }: Walk,
): Promise<Socket | null> {
  const context = { trust, connectTimeoutMs: stallTimeoutMs, signal };
  const toProxy = await inStage('proxy', () => connectToProxy(proxy, context));
  if (isReadByProxy(proxy, url)) {
    toProxy.destroy();
    return null;
  }
  const place = placeOf(url);
  const patience = { signal, stallTimeoutMs, host: place.host };
  const socket = await inStage('connect', () =>
    withPatience(digTunnel(proxy, place, toProxy, signal), patience, () => toProxy.destroy()),
  );
  onPassed('proxy');
  onPassed('connect');
  return socket;
}

async function secured(socket: Socket, url: URL, trust: SecureContext | null, { signal, stallTimeoutMs }: Walk): Promise<void> {
  const { host } = placeOf(url);
  const line = connectTls({
    socket,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ...(trust && { secureContext: trust }),
  });
  await withPatience(opened(line, 'secureConnect', host), { signal, stallTimeoutMs, host }, () => line.destroy());
}

function opened(socket: Socket, event: 'connect' | 'secureConnect', host: string): Promise<void> {
  const opening = new Promise<void>((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.on('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
  return told(opening, host);
}

async function told<Result>(work: Promise<Result>, host: string): Promise<Result> {
  return work.catch((error: unknown) => {
    throw networkFailure(error, host);
  });
}

/** The host is there, but not well, or does not speak as hosts of archives do. */
const troublesOfHost: ReadonlySet<SourceFailureCode> = new Set([
  'host-not-found',
  'connection-failed',
  'tls-failed',
  'timed-out',
  'too-many-requests',
  'server-failed',
  'bad-response',
]);

async function ask(origin: Origin, test: Walk, onAnswered: () => void): Promise<void> {
  const { onPassed } = test;
  const isOnWeb = origin.kind === 'git-http' || origin.kind === 'web-file';
  try {
    await (origin.kind === 'web-file' ? askForFile(origin.url, test) : askForHead(origin.url, test));
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    const hasHostAnswered = isOnWeb && !troublesOfHost.has(error.code) && !(error.code in stagesByCode);
    if (hasHostAnswered) {
      onAnswered();
      onPassed('host');
    }
    throw new StageFailure(stageOf(error.code, hasHostAnswered || !isOnWeb ? 'archive' : 'host'), error);
  }
  if (isOnWeb) {
    onAnswered();
    onPassed('host');
  }
  onPassed('archive');
}

function optionsOf({ network, stallTimeoutMs }: Walk): SourceOptions {
  return { isWanted: () => true, maximumFileBytes: 0, stallTimeoutMs, userAgent: 'offprint', network };
}

async function askForHead(origin: string, test: Walk): Promise<void> {
  const source = openSource(origin, optionsOf(test));
  try {
    await source.readHead(test.signal);
  } finally {
    await source.close();
  }
}

/** Whether there is one; of the file itself nothing is read. */
async function askForFile(address: string, test: Walk): Promise<void> {
  const sender = openSender(optionsOf(test), { bytesDown: 0, bytesUp: 0 });
  const { url, login } = splitLogin(address);
  const client = createHttpClient(sender, 'offprint', loginsOf(test.network, login));
  try {
    const answer = await client.request({
      method: 'GET',
      url: new URL(url),
      maximumBytes: Number.MAX_SAFE_INTEGER,
      signal: test.signal,
    });
    answer.discard();
  } finally {
    client.close();
  }
}
