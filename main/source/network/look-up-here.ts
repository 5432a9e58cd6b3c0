import { lookup } from 'node:dns/promises';
import type { Network } from './network.ts';

/**
 * Addresses of a host, asked for only where every way to it leads straight ahead; none where a proxy looks names up, because
 * asking here would tell this network what is read.
 */
export async function lookUpHere(hostname: string, network: Network, signal: AbortSignal): Promise<readonly string[]> {
  for (const scheme of ['https', 'http']) {
    const routes = await network.routesTo(new URL(`${scheme}://${hostname}/`), signal);
    if (routes.some(({ kind }) => kind !== 'direct')) return [];
  }
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}
