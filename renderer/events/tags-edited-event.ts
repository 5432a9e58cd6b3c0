/** Tags to set on what is edited, and to take off it. */
export class TagsEditedEvent extends Event {
  static readonly type = 'op-tags-edited';
  readonly add: readonly string[];
  readonly remove: readonly string[];

  constructor({ add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] }) {
    super(TagsEditedEvent.type, { bubbles: true, composed: true });
    this.add = add;
    this.remove = remove;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-tags-edited': TagsEditedEvent;
  }
}
