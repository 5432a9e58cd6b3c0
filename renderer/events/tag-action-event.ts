export type TagAction = 'rename' | 'remove';

/** The reader wants something done with a tag; nothing has been done yet. */
export class TagActionEvent extends Event {
  static readonly type = 'op-tag-action';
  readonly name: string;
  readonly action: TagAction;

  constructor(name: string, action: TagAction) {
    super(TagActionEvent.type, { bubbles: true, composed: true });
    this.name = name;
    this.action = action;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-tag-action': TagActionEvent;
  }
}
