import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { SearchOffer } from '#preload/contract/search-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';

interface OfferParts {
  client(): BridgeClient;
  /** A search that found nothing; empty for none. */
  fruitless(): string;
}

/** Asked only when a search found nothing: which parts of it would. */
export const createSearchOffers = (
  host: ReactiveControllerHost,
  { client, fruitless }: OfferParts,
): Task<readonly [string], readonly SearchOffer[]> =>
  new Task(host, {
    args: () => [fruitless()] as const,
    task: async ([text], { signal }): Promise<readonly SearchOffer[]> =>
      text === '' ? [] : client().call('search.offers', { query: text }, signal),
  });
