/** A tag is to be called otherwise; nothing has been done yet. */
export class TagRenamedEvent extends Event {
  static readonly type = 'op-tag-renamed';
  readonly name: string;
  readonly to: string;

  constructor(name: string, to: string) {
    super(TagRenamedEvent.type, { bubbles: true, composed: true });
    this.name = name;
    this.to = to;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-tag-renamed': TagRenamedEvent;
  }
}
