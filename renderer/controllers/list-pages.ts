import type { ListScope } from '#preload/contract/library-types.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import type { SearchSort } from '#preload/contract/search-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { rowOfArticle, rowOfHit } from '#renderer/state/list-row.ts';
import type { FetchRows } from './paged-rows-controller.ts';

export const pagesOfScope =
  (client: BridgeClient, scope: ListScope, sort: ListSort): FetchRows =>
  async (offset, limit, signal) => {
    const page = await client.call('articles.list', { scope, sort, offset, limit }, signal);
    return { total: page.total, isTotalExact: true, rows: page.rows.map(rowOfArticle) };
  };

export const pagesOfSearch =
  (client: BridgeClient, query: string, sort: SearchSort): FetchRows =>
  async (offset, limit, signal) => {
    const answer = await client.call('search.run', { query, sort, offset, limit }, signal);
    return { total: answer.total, isTotalExact: answer.isTotalExact, rows: answer.hits.map(rowOfHit) };
  };
