import type { SecureContext } from 'node:tls';
import { SourceFailure } from '../source.ts';
import { directRoute, type Route } from './route.ts';
import type { Login } from '../http/credentials.ts';
import type { TrafficWatch } from './traffic.ts';

/** A network setting put to use. Made by `createNetwork`; one serves a whole process. */
export interface Network {
  /**
   * The ways to try for an address, in order; never empty. Where the first leads through a proxy, so do all: nothing is ever
   * sent around a proxy because that fails.
   */
  routesTo(url: URL, signal: AbortSignal): Promise<readonly Route[]>;
  /** Whom TLS believes; null: whom the runtime believes. Throws 'certificate-file-unusable'. */
  trust(): Promise<SecureContext | null>;
  /** What opens servers that ask who is there. */
  readonly logins?: readonly Login[];
  /** Absent: nobody wants to know what goes over it. */
  readonly watch?: TrafficWatch;
}

/** Straight ahead, as the runtime does it. */
export const directNetwork: Network = {
  routesTo: () => Promise.resolve([directRoute]),
  trust: () => Promise.resolve(null),
};

/** For work that has no business on the network. */
export const closedNetwork: Network = {
  routesTo: () => Promise.reject(new SourceFailure('connection-failed', 'this work does not use the network')),
  trust: () => Promise.resolve(null),
};
