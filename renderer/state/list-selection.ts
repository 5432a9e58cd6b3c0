import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import type { SearchSort } from '#preload/contract/search-types.ts';

/** Which rows of a list are selected: some by name, or all but some. 200,000 names are never kept. */
export interface ListSelection {
  readonly isAll: boolean;
  /** Where all are selected, those that are not. */
  readonly ids: ReadonlySet<string>;
}

export const noSelection: ListSelection = { isAll: false, ids: new Set() };
export const wholeList: ListSelection = { isAll: true, ids: new Set() };

export const isSelected = ({ isAll, ids }: ListSelection, id: string): boolean => ids.has(id) !== isAll;

export const countSelected = ({ isAll, ids }: ListSelection, total: number): number =>
  isAll ? Math.max(0, total - ids.size) : ids.size;

export const toggled = ({ isAll, ids }: ListSelection, id: string): ListSelection => {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return { isAll, ids: changed };
};

export const selectionOf = (ids: readonly string[]): ListSelection => ({ isAll: false, ids: new Set(ids) });

/** Which list the rows are of. */
export type SelectedList =
  | { readonly kind: 'scope'; readonly scope: ListScope; readonly sort: ListSort }
  | { readonly kind: 'search'; readonly query: string; readonly sort: SearchSort };

/** As the main side is told of it. */
export const selectionToSend = ({ isAll, ids }: ListSelection, list: SelectedList): ExportSelection => {
  if (!isAll) return { kind: 'articles', ids: [...ids] };
  return ids.size === 0 ? list : { ...list, except: [...ids] };
};
