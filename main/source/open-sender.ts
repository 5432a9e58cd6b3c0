import { createNodeHttpSender } from './http/node-http.ts';
import type { HttpSender } from './http/node-http.ts';
import type { SourceOptions } from './source-options.ts';
import type { TransferCount } from './source.ts';

/** The one place where a source gets its way to the network. */
export function openSender(options: Pick<SourceOptions, 'stallTimeoutMs'>, transfer: TransferCount): HttpSender {
  return createNodeHttpSender(options.stallTimeoutMs, transfer);
}
