import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LibraryController } from '#renderer/controllers/library-controller.ts';
import type { SyncController } from '#renderer/controllers/sync-controller.ts';
import { syncFailure } from '#renderer/state/sync-context.ts';
import type { OpDialogsView } from '#renderer/views/op-dialogs-view.ts';
import type { OpSignInView } from '#renderer/views/op-sign-in-view.ts';

interface NoticeParts {
  readonly sync: SyncController;
  readonly library: LibraryController;
  views(): { readonly dialogs: OpDialogsView | null; readonly signIn: OpSignInView | null };
}

/** Begins syncs, and carries out the one step that the notice of a failed one offers. */
export class SyncNoticeController implements ReactiveController {
  isDismissed = false;
  private readonly host: ReactiveControllerHost;
  private readonly parts: NoticeParts;

  constructor(host: ReactiveControllerHost, parts: NoticeParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isDismissed = false;
  }

  readonly start = (archiveIds: readonly string[] | null): void => {
    this.isDismissed = false;
    this.host.requestUpdate();
    void this.parts.sync.run(archiveIds);
  };

  readonly dismiss = (): void => {
    this.isDismissed = true;
    this.host.requestUpdate();
  };

  readonly takeStep = (): void => {
    const { sync, library, views } = this.parts;
    const failed = syncFailure(sync.state);
    const code = failed?.failure.code;
    if (failed && code === 'origin-needs-login') void views().signIn?.open(failed.failure, failed.archive);
    else if (code === 'origin-not-found' || code === 'not-a-repository') views().dialogs?.askForArchive();
    else if (code) this.start(null);
    else void library.refresh();
  };
}
