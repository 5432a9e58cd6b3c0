/** A link of the article was followed outside of its frame; `url` as in the article's `links`. */
export class LinkFollowedEvent extends Event {
  static readonly type = 'op-link-followed';
  readonly url: string;

  constructor(url: string) {
    super(LinkFollowedEvent.type, { bubbles: true, composed: true });
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-link-followed': LinkFollowedEvent;
  }
}
