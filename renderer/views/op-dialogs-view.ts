import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { PicturePolicy } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-add-archive-dialog.ts';
import type { OpAddArchiveDialog } from '#renderer/components/op-add-archive-dialog.ts';
import '#renderer/components/op-outside-link-dialog.ts';
import '#renderer/components/op-search-name-dialog.ts';
import type { SearchToName } from '#renderer/components/op-search-name-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { AddArchiveNotice, AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { ArchiveAction } from '#renderer/events/archive-action-event.ts';
import type { ArchiveSubmittedEvent } from '#renderer/events/archive-submitted-event.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import type { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';
import { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { outsideAddress } from '#renderer/state/outside-address.ts';
import { base } from '#renderer/styles/shared.ts';
import './op-completeness-view.ts';
import type { DialogCommand } from './dialog-commands.ts';
import './op-network-view.ts';
import type { OpNetworkView } from './op-network-view.ts';
import './op-places-view.ts';
import './op-privacy-view.ts';
import type { OpPrivacyView } from './op-privacy-view.ts';
import type { OpPlacesView } from './op-places-view.ts';
import './op-questions-view.ts';
import type { OpQuestionsView } from './op-questions-view.ts';
import './op-sync-log-view.ts';
import './op-tags-view.ts';
import type { OpTagsView } from './op-tags-view.ts';
import './op-updates-view.ts';
import type { OpUpdatesView } from './op-updates-view.ts';

const picturePolicies = { 'pictures-all': 'all', 'pictures-opened': 'opened', 'pictures-none': 'none' } as const;

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
  @state() private addNotice: AddArchiveNotice | null = null;
  @state() private isAddBusy = false;
  @state() private addFailure: Failure | null = null;
  @state() private completenessOf: string | null = null;
  @state() private logOf: string | null = null;
  @state() private searchToName: SearchToName | null = null;
  @state() private outside: {
    readonly url: string;
    readonly repository: string | null;
    readonly isOpenable: boolean;
  } | null = null;

  @query('op-add-archive-dialog') private readonly addDialog!: OpAddArchiveDialog | null;
  @query('op-network-view') private readonly network!: OpNetworkView | null;
  @query('op-privacy-view') private readonly privacy!: OpPrivacyView | null;
  @query('op-updates-view') private readonly updates!: OpUpdatesView | null;
  @query('op-places-view') private readonly places!: OpPlacesView | null;
  @query('op-questions-view') readonly questions!: OpQuestionsView | null;
  @query('op-tags-view') readonly tags!: OpTagsView | null;

  private readonly bridge = new BridgeController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private adding: AbortController | null = null;

  get isAnyOpen(): boolean {
    return this.isOwnOpen || (this.places?.isAnyOpen ?? false);
  }

  private get isOwnOpen(): boolean {
    const asked = [this.completenessOf, this.logOf, this.searchToName, this.outside];
    const views = [this.network, this.privacy, this.updates, this.questions, this.tags];
    const isViewOpen = views.some((view) => view?.isAnyOpen ?? false);
    return this.isAdding || isViewOpen || asked.some((one) => one !== null);
  }

  /** With an address to begin with, or with what was typed before; `notice`: why the dialog opens by itself. */
  askForArchive(origin = '', mirrors: readonly string[] = [], notice: AddArchiveNotice | null = null): void {
    this.addFailure = null;
    this.addNotice = notice;
    this.isAdding = true;
    if (origin !== '' || notice) this.addDialog?.fill(origin, mirrors);
  }

  /** `archiveId`: the archive that the window shows, for the commands that are about one. */
  obey(command: DialogCommand, archiveId: string | null): void {
    if (command === 'add-archive') this.askForArchive();
    else if (command === 'network') void this.network?.open();
    else if (command === 'privacy') void this.privacy?.open();
    else if (command === 'updates') void this.updates?.open();
    else if (archiveId !== null) this.act(archiveId, command === 'share-archive' ? 'share' : command);
  }

  askToWipe(): void {
    void this.privacy?.askToWipe();
  }

  /** What was chosen from the menu of an archive. */
  act(archiveId: string, action: ArchiveAction): void {
    if (action === 'remove') this.questions?.askToRemove(archiveId);
    else if (action === 'sync') this.dispatchEvent(new SyncRequestedEvent([archiveId]));
    else if (action === 'completeness') this.completenessOf = archiveId;
    else if (action === 'sync-log') this.logOf = archiveId;
    else if (action === 'places') this.places?.editPlaces(archiveId);
    else if (action === 'share') void this.places?.share(archiveId);
    else void this.setPictures(archiveId, picturePolicies[action]);
  }

  nameSearch(query: string, name: string): void {
    if (!this.isAnyOpen) this.searchToName = { query, name };
  }

  private async setPictures(archiveId: string, policy: PicturePolicy): Promise<void> {
    // The menu shows what is in force: a wish that could not be kept is seen there.
    await this.bridge.client.call('archives.setPicturePolicy', { archiveId, policy }).catch(() => undefined);
  }

  /**
   * Not for what cannot be opened outside. `repository`: the one that the page belongs to, where it could be added to the
   * library.
   */
  askOutside(url: string, repository: string | null = null): void {
    if (this.isAnyOpen || !outsideAddress(url)) return;
    void this.showOutside(url, repository);
  }

  /** Where the setting cannot be read the main side refuses by it all the same. */
  private async showOutside(url: string, repository: string | null): Promise<void> {
    const settings = await this.bridge.client.call('settings.read', {}).catch(() => defaultSettings);
    if (!this.isAnyOpen) this.outside = { url, repository, isOpenable: !settings.isNeverOpeningLinks };
  }

  private renderSearchName(): TemplateResult {
    return html`<op-search-name-dialog
      .search=${this.searchToName}
      @op-dialog-answered=${this.closeSearchName}
    ></op-search-name-dialog>`;
  }

  private closeSearchName(): void {
    this.searchToName = null;
  }

  override render(): TemplateResult {
    return html`
      ${this.renderSearchName()}
      <op-add-archive-dialog
        .isOpen=${this.isAdding}
        .notice=${this.addNotice}
        .isBusy=${this.isAddBusy}
        .failure=${this.addFailure}
        @op-archive-submitted=${(event: ArchiveSubmittedEvent) => void this.add(event)}
        @op-place-requested=${(event: PlaceRequestedEvent) => void this.choosePlace(event.kind)}
        @op-dialog-answered=${this.closeAdding}
      ></op-add-archive-dialog>
      <op-network-view @op-dialog-toggled=${() => this.requestUpdate()}></op-network-view>
      <op-privacy-view @op-dialog-toggled=${() => this.requestUpdate()}></op-privacy-view>
      <op-updates-view @op-dialog-toggled=${() => this.requestUpdate()}></op-updates-view>
      <op-places-view
        .isOtherOpen=${this.isOwnOpen}
        @op-add-archive-requested=${(event: AddArchiveRequestedEvent) =>
          this.askForArchive(event.origin, event.mirrors, event.notice)}
      ></op-places-view>
      <op-questions-view @op-dialog-toggled=${() => this.requestUpdate()}></op-questions-view>
      <op-tags-view @op-dialog-toggled=${() => this.requestUpdate()}></op-tags-view>
      <op-completeness-view
        .archiveId=${this.completenessOf}
        .name=${this.nameOf(this.completenessOf)}
        @op-dialog-answered=${this.closeCompleteness}
      ></op-completeness-view>
      <op-sync-log-view
        .archiveId=${this.logOf}
        .name=${this.nameOf(this.logOf)}
        @op-dialog-answered=${this.closeLog}
      ></op-sync-log-view>
      ${this.renderOutside()}
    `;
  }

  private renderOutside(): TemplateResult {
    return html`<op-outside-link-dialog
      .url=${this.outside?.url ?? null}
      .repository=${this.outside?.repository ?? null}
      .isOpenable=${this.outside?.isOpenable ?? true}
      @op-add-archive-requested=${(event: AddArchiveRequestedEvent) => void this.addInstead(event.origin)}
      @op-dialog-answered=${(event: DialogAnsweredEvent) => void this.openOutside(event.isConfirmed)}
    ></op-outside-link-dialog>`;
  }

  private closeLog(): void {
    this.logOf = null;
  }

  private closeCompleteness(): void {
    this.completenessOf = null;
  }

  private nameOf(archiveId: string | null): string {
    return this.library.value?.overview?.archives.find((archive) => archive.id === archiveId)?.name ?? '';
  }

  /** For the dialog where it is open; otherwise it opens with what was chosen. */
  async choosePlace(kind: 'file' | 'folder'): Promise<void> {
    const place = await this.bridge.client.call('archives.choosePlace', { kind }).catch(() => null);
    if (place && this.isAdding) this.addDialog?.choose(place.origin);
    else if (place) this.askForArchive(place.origin);
  }

  private async add({ origin, mirrors, name }: ArchiveSubmittedEvent): Promise<void> {
    const adding = new AbortController();
    this.adding = adding;
    this.isAddBusy = true;
    this.addFailure = null;
    try {
      const input = { origin, ...(mirrors.length > 0 && { mirrors: [...mirrors] }), ...(name !== '' && { name }) };
      const archive = await this.bridge.client.call('archives.add', input, adding.signal);
      this.closeAdding();
      this.addDialog?.clear();
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
