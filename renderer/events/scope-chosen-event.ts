import type { ListScope } from '#preload/contract/library-types.ts';
/** The reader chose what the list is to show. */
export class ScopeChosenEvent extends Event {
  static readonly type = 'op-scope-chosen';
  readonly scope: ListScope;

  constructor(scope: ListScope) {
    super(ScopeChosenEvent.type, { bubbles: true, composed: true });
    this.scope = scope;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-scope-chosen': ScopeChosenEvent;
  }
}
