import type { CopyForm, ExportSelection } from '#preload/contract/export-types.ts';
import type { SelectedArticles } from '#renderer/state/export-choices.ts';

/** What is to be done with articles of the list, beyond what the list does itself. */
export type RowsWish =
  | { readonly kind: 'copy'; readonly id: string; readonly form: CopyForm }
  | { readonly kind: 'tags'; readonly selection: ExportSelection }
  | { readonly kind: 'copy-list'; readonly selection: ExportSelection }
  | ({ readonly kind: 'export' } & SelectedArticles);

export class RowsWishedEvent extends Event {
  static readonly type = 'op-rows-wished';
  readonly wish: RowsWish;

  constructor(wish: RowsWish) {
    super(RowsWishedEvent.type, { bubbles: true, composed: true });
    this.wish = wish;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-rows-wished': RowsWishedEvent;
  }
}
