/** `name` asks for a name to save the search under, or for another one. */
export type SavedSearchAction = 'name' | 'remove';

/** The reader wants something done with a search; nothing has been done yet. */
export class SavedSearchActionEvent extends Event {
  static readonly type = 'op-saved-search-action';
  readonly query: string;
  readonly name: string;
  readonly action: SavedSearchAction;

  constructor(query: string, name: string, action: SavedSearchAction) {
    super(SavedSearchActionEvent.type, { bubbles: true, composed: true });
    this.query = query;
    this.name = name;
    this.action = action;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-saved-search-action': SavedSearchActionEvent;
  }
}
