import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-add-archive-dialog.ts';
import '#renderer/components/op-outside-link-dialog.ts';
import '#renderer/components/op-question-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { ArchiveSubmittedEvent } from '#renderer/events/archive-submitted-event.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { outsideAddress } from '#renderer/state/outside-address.ts';
import { base } from '#renderer/styles/shared.ts';
import './op-completeness-view.ts';

/** The questions that stand before the window, at most one at a time, and what follows from their answers. */
@customElement('op-dialogs-view')
export class OpDialogsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private isAdding = false;
  @state() private suggestedOrigin = '';
  @state() private isAddBusy = false;
  @state() private addFailure: Failure | null = null;
  @state() private removalId: string | null = null;
  @state() private completenessOf: string | null = null;
  @state() private outside: { readonly url: string; readonly repository: string | null } | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private adding: AbortController | null = null;

  get isAnyOpen(): boolean {
    return this.isAdding || [this.removalId, this.completenessOf, this.outside].some((asked) => asked !== null);
  }

  /** `origin`: an address to begin with. */
  askForArchive(origin = ''): void {
    this.addFailure = null;
    this.suggestedOrigin = origin;
    this.isAdding = true;
  }

  showCompleteness(archiveId: string): void {
    this.completenessOf = archiveId;
  }

  askForRemoval(archiveId: string): void {
    this.removalId = archiveId;
  }

  /**
   * Not for what cannot be opened outside. `repository`: the one that the page belongs to, where it could be added to the
   * library.
   */
  askOutside(url: string, repository: string | null = null): void {
    if (!this.isAnyOpen && outsideAddress(url)) this.outside = { url, repository };
  }

  override render(): TemplateResult {
    const words = this.locale.words.removeArchive;
    return html`
      <op-add-archive-dialog
        .isOpen=${this.isAdding}
        .suggestedOrigin=${this.suggestedOrigin}
        .isBusy=${this.isAddBusy}
        .failure=${this.addFailure}
        @op-archive-submitted=${(event: ArchiveSubmittedEvent) => void this.add(event.origin, event.name)}
        @op-dialog-answered=${this.closeAdding}
      ></op-add-archive-dialog>
      <op-question-dialog
        .isOpen=${this.removalId !== null}
        .heading=${words.title(this.nameOf(this.removalId))}
        .body=${words.body}
        .confirmLabel=${words.confirm}
        .cancelLabel=${words.cancel}
        @op-dialog-answered=${(event: DialogAnsweredEvent) => void this.removeArchive(event.isConfirmed)}
      ></op-question-dialog>
      <op-completeness-view
        .archiveId=${this.completenessOf}
        .name=${this.nameOf(this.completenessOf)}
        @op-dialog-answered=${this.closeCompleteness}
      ></op-completeness-view>
      <op-outside-link-dialog
        .url=${this.outside?.url ?? null}
        .repository=${this.outside?.repository ?? null}
        @op-add-archive-requested=${(event: AddArchiveRequestedEvent) => void this.addInstead(event.origin)}
        @op-dialog-answered=${(event: DialogAnsweredEvent) => void this.openOutside(event.isConfirmed)}
      ></op-outside-link-dialog>
    `;
  }

  private closeCompleteness(): void {
    this.completenessOf = null;
  }

  private nameOf(archiveId: string | null): string {
    return this.library.value?.overview?.archives.find((archive) => archive.id === archiveId)?.name ?? '';
  }

  private async add(origin: string, name: string): Promise<void> {
    const adding = new AbortController();
    this.adding = adding;
    this.isAddBusy = true;
    this.addFailure = null;
    try {
      const archive = await this.bridge.client.call('archives.add', name === '' ? { origin } : { origin, name }, adding.signal);
      this.closeAdding();
      this.renderRoot.querySelector('op-add-archive-dialog')?.clear();
      this.dispatchEvent(new ScopeChosenEvent({ kind: 'archive', archiveId: archive.id }));
      this.dispatchEvent(new SyncRequestedEvent([archive.id]));
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code !== 'cancelled') this.addFailure = failure;
    } finally {
      if (this.adding === adding) {
        this.adding = null;
        this.isAddBusy = false;
      }
    }
  }

  /** Closing ends a check of the address that is still running. */
  private closeAdding(): void {
    this.isAdding = false;
    this.isAddBusy = false;
    this.addFailure = null;
    const { adding } = this;
    this.adding = null;
    adding?.abort();
  }

  private async removeArchive(isConfirmed: boolean): Promise<void> {
    const archiveId = this.removalId;
    this.removalId = null;
    if (!isConfirmed || archiveId === null) return;
    await this.bridge.client.call('archives.remove', { archiveId }).then(
      () => this.dispatchEvent(new ScopeChosenEvent({ kind: 'all' })),
      () => undefined,
    );
  }

  /** One dialog is closed, and has given the focus back, before the other opens: that one gives it back to the same place. */
  private async addInstead(origin: string): Promise<void> {
    this.outside = null;
    await this.updateComplete;
    await this.renderRoot.querySelector('op-outside-link-dialog')?.updateComplete;
    this.askForArchive(origin);
  }

  private async openOutside(isConfirmed: boolean): Promise<void> {
    const url = this.outside?.url ?? null;
    this.outside = null;
    // A refusal needs no words: nothing was opened, and the address can still be copied.
    if (isConfirmed && url !== null) await this.bridge.client.call('links.openOutside', { url }).catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-dialogs-view': OpDialogsView;
  }
}
