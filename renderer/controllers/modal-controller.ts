import type { ReactiveController } from 'lit';
import { innermostFocus } from '#renderer/state/innermost-focus.ts';

/** Opens and closes a modal dialog with its host, and gives the focus back to where it was. */
export class ModalController implements ReactiveController {
  private readonly dialog: () => HTMLDialogElement | null;
  private readonly isWanted: () => boolean;
  private cameFrom: HTMLElement | null = null;

  constructor(dialog: () => HTMLDialogElement | null, isWanted: () => boolean) {
    this.dialog = dialog;
    this.isWanted = isWanted;
  }

  hostUpdated(): void {
    const dialog = this.dialog();
    if (!dialog || dialog.open === this.isWanted()) return;
    if (this.isWanted()) {
      this.cameFrom = innermostFocus();
      dialog.showModal();
      return;
    }
    dialog.close();
    this.cameFrom?.focus();
    this.cameFrom = null;
  }
}
