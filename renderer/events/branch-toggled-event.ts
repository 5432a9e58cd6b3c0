/** A branch of the library's tree was opened or closed; `key` is that of its line. */
export class BranchToggledEvent extends Event {
  static readonly type = 'op-branch-toggled';
  readonly key: string;

  constructor(key: string) {
    super(BranchToggledEvent.type, { bubbles: true, composed: true });
    this.key = key;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-branch-toggled': BranchToggledEvent;
  }
}
