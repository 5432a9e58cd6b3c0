import type { ReactiveController } from 'lit';
import { type FrameRequest, readFrameRequest } from '#preload/contract/frame-requests.ts';
import type { LinkTarget, ListScope } from '#preload/contract/library-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';

interface LinkActions {
  /** The article on whose page links are followed; null while none is open. */
  readonly from: () => string | null;
  readonly openArticle: (id: string, anchor: string | null) => void;
  /** A picture of the article has come. */
  readonly showAnew: () => void;
  readonly openPicture: (articleId: string, request: FrameRequest) => void;
  readonly openNote: (articleId: string, request: FrameRequest) => void;
  readonly openList: (scope: ListScope) => void;
  /** `repository`: what could be added as an archive, so that the link leads into the library. */
  readonly leave: (url: string, repository: string | null) => void;
}

/** The article's page asks for a picture by a link, as for everything: no script runs there. */
const pictureRequest = 'offprint-picture:';
const unknown: LinkTarget = { articleId: null, sectionId: null, archiveId: null, anchor: null, repository: null };

/** Follows links of the article. Where one leads is looked up only now: the library may hold more than when it was opened. */
export class LinkController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly actions: LinkActions;
  private stopListening: (() => void) | null = null;
  private followed = 0;

  constructor(client: BridgeClient, actions: LinkActions) {
    this.client = client;
    this.actions = actions;
  }

  hostConnected(): void {
    this.stopListening = this.client.on('article.linkFollowed', ({ url }) => void this.follow(url));
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  /** `url` as in the event. */
  async follow(url: string): Promise<void> {
    const from = this.actions.from();
    if (url.startsWith(pictureRequest)) return this.fetchPicture(from, url.slice(pictureRequest.length));
    const request = readFrameRequest(url);
    if (request) {
      const { openNote, openPicture } = this.actions;
      if (from !== null) (request.kind === 'note' ? openNote : openPicture)(from, request);
      return;
    }
    this.followed += 1;
    const { followed } = this;
    // A lookup that fails leaves what every link can do: be shown with its address, and be opened outside.
    const target =
      from === null ? unknown : await this.client.call('links.resolve', { from, url }).catch((): LinkTarget => unknown);
    // Meanwhile another link was followed, or another article opened: this one is no longer what the reader waits for.
    if (followed !== this.followed || from !== this.actions.from()) return;
    if (target.articleId !== null) this.actions.openArticle(target.articleId, target.anchor);
    else if (target.sectionId !== null) this.actions.openList({ kind: 'section', sectionId: target.sectionId });
    else if (target.archiveId !== null) this.actions.openList({ kind: 'archive', archiveId: target.archiveId });
    else this.actions.leave(url, target.repository);
  }

  /** Shown anew also where it did not come: the page then says why. */
  private async fetchPicture(id: string | null, url: string): Promise<void> {
    if (id === null) return;
    const isDone = await this.client.call('pictures.fetch', { id, url }).then(
      () => true,
      () => false,
    );
    if (isDone && id === this.actions.from()) this.actions.showAnew();
  }
}
