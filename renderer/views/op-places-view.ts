import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-archive-places-dialog.ts';
import '#renderer/components/op-drop-target.ts';
import '#renderer/components/op-share-dialog.ts';
import type { ShareState } from '#renderer/components/op-share-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { DropController } from '#renderer/controllers/drop-controller.ts';
import { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';
import type { PlacesSubmittedEvent } from '#renderer/events/places-submitted-event.ts';
import type { Dropped } from '#renderer/state/dropped-archive.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** Where archives come from and go to: their places, the file to pass on, and what is dropped on the window or offered by a link. */
@customElement('op-places-view')
export class OpPlacesView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** A dialog of another view is open: what is dropped or offered has to wait. */
  @property({ type: Boolean }) isOtherOpen = false;
  @state() private editedId: string | null = null;
  @state() private isSaving = false;
  @state() private saveFailure: Failure | null = null;
  @state() private shared: ShareState | null = null;
  @state() private sharedName = '';
  @state() private offer: { readonly origin: string; readonly mirrors: readonly string[] } | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly drop = new DropController(this, {
    isModal: () => this.isOtherOpen || this.isAnyOpen,
    pathOf: (file) => this.bridge.client.pathOf(file),
    take: (dropped) => this.takeDropped(dropped),
  });
  private sharing: AbortController | null = null;
  private stopListening: readonly (() => void)[] = [];

  get isAnyOpen(): boolean {
    return this.edited !== null || this.shared !== null;
  }

  /** null also where the archive has gone meanwhile. */
  private get edited(): ArchiveSummary | null {
    return this.editedId === null ? null : this.archiveOf(this.editedId);
  }

  editPlaces(archiveId: string): void {
    this.saveFailure = null;
    this.editedId = archiveId;
  }

  /** Asks where to first: nothing is shown until the reader has chosen a file. */
  async share(archiveId: string): Promise<void> {
    if (this.sharing) return;
    const sharing = new AbortController();
    this.sharing = sharing;
    this.sharedName = this.archiveOf(archiveId)?.name ?? '';
    try {
      const written = await this.bridge.client.call('archives.share', { archiveId }, sharing.signal);
      this.shared = written && { kind: 'done', path: written.path };
    } catch (error) {
      const failure = asFailure(error);
      this.shared = failure.code === 'cancelled' ? null : { kind: 'failed', failure };
    } finally {
      this.sharing = null;
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { client } = this.bridge;
    this.stopListening = [
      client.on('archive.offered', (offer) => {
        this.offer = offer;
      }),
      client.on('archive.shareProgress', ({ done, total }) => {
        if (this.sharing && !this.sharing.signal.aborted) this.shared = { kind: 'writing', done, total };
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stopListening) stop();
  }

  override render(): TemplateResult {
    return html`
      <op-archive-places-dialog
        .archive=${this.edited}
        .isBusy=${this.isSaving}
        .failure=${this.saveFailure}
        @op-place-requested=${(event: PlaceRequestedEvent) => void this.choosePlace(event.kind)}
        @op-places-submitted=${(event: PlacesSubmittedEvent) => void this.save(event.origins)}
        @op-dialog-answered=${this.closePlaces}
      ></op-archive-places-dialog>
      <op-share-dialog .shared=${this.shared} .name=${this.sharedName} @op-dialog-answered=${this.closeShare}></op-share-dialog>
      <op-drop-target .isShown=${this.drop.isOver}></op-drop-target>
    `;
  }

  /** An offer waits until no other question stands before the window. */
  protected override updated(): void {
    const { offer } = this;
    if (!offer || this.isOtherOpen || this.isAnyOpen) return;
    this.offer = null;
    this.dispatchEvent(new AddArchiveRequestedEvent(offer.origin, offer.mirrors, { kind: 'offered' }));
  }

  private takeDropped(dropped: Dropped): void {
    this.dispatchEvent(
      dropped.kind === 'archive' ? new AddArchiveRequestedEvent(dropped.origin) : new AddArchiveRequestedEvent('', [], dropped),
    );
  }

  private archiveOf(archiveId: string): ArchiveSummary | null {
    return this.library.value?.overview?.archives.find(({ id }) => id === archiveId) ?? null;
  }

  private async choosePlace(kind: 'file' | 'folder'): Promise<void> {
    const place = await this.bridge.client.call('archives.choosePlace', { kind }).catch(() => null);
    if (place) this.renderRoot.querySelector('op-archive-places-dialog')?.choose(place.origin);
  }

  private async save(origins: readonly string[]): Promise<void> {
    const archiveId = this.editedId;
    if (archiveId === null) return;
    this.isSaving = true;
    this.saveFailure = null;
    try {
      await this.bridge.client.call('archives.setOrigins', { archiveId, origins: [...origins] });
      if (this.editedId === archiveId) this.editedId = null;
    } catch (error) {
      this.saveFailure = asFailure(error);
    } finally {
      this.isSaving = false;
    }
  }

  private closePlaces(): void {
    this.editedId = null;
    this.saveFailure = null;
  }

  private closeShare(): void {
    this.shared = null;
    this.sharing?.abort();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-places-view': OpPlacesView;
  }
}
