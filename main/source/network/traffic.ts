import type { ConnectionPurpose } from '#preload/contract/privacy-types.ts';
import type { Network } from './network.ts';

/** What one request adds to what a host was sent and has sent. */
export interface Traffic {
  /** With the port where it is not the usual one; never a user name or a path. */
  readonly host: string;
  /** `host:port` of the proxy that is talked to instead; null where none is. */
  readonly via: string | null;
  readonly purpose: ConnectionPurpose;
  readonly requests: number;
  readonly bytesDown: number;
  readonly bytesUp: number;
}

/** Is told of everything that goes over a network, so that the reader can see it. */
export interface TrafficWatch {
  readonly purpose: ConnectionPurpose;
  note(traffic: Traffic): void;
}

/** The same network, used for something else. */
export function forPurpose(network: Network, purpose: ConnectionPurpose): Network {
  return network.watch ? { ...network, watch: { ...network.watch, purpose } } : network;
}
