import { LinkController } from '#renderer/controllers/link-controller.ts';
import type { BridgeClient } from './bridge-client.ts';
import type { CommandParts } from './command-actions.ts';
import type { PlaceController } from './place-controller.ts';

/** Where links of the open article lead in this window. */
export const followLinks = (client: BridgeClient, place: PlaceController, views: CommandParts['views']): LinkController =>
  new LinkController(client, {
    from: () => place.shown.articleId,
    openArticle: (id, anchor) => place.openArticle(id, anchor),
    showAnew: () => views().article?.showAnew(),
    openPicture: (id, request) => void views().pictures?.open(id, request),
    openNote: (id, request) => void views().notes?.open(id, request),
    openList: (scope) => place.showScope(scope),
    leave: (url, repository) => views().dialogs?.askOutside(url, repository),
  });
