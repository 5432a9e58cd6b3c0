import { createNodeHttpSender } from './http/node-http.ts';
import type { HttpSender } from './http/node-http.ts';
import type { SourceOptions } from './source-options.ts';
import type { TransferCount } from './source.ts';

/** The one place where whoever fetches gets a way to the network: sources as well as pictures. */
export function openSender(
  { stallTimeoutMs, network }: Pick<SourceOptions, 'stallTimeoutMs' | 'network'>,
  transfer: TransferCount,
): HttpSender {
  return createNodeHttpSender(stallTimeoutMs, transfer, network);
}
