import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { NetworkSetting, NetworkState } from '#preload/contract/network-types.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import type { StorageCheck, StorageReport } from '#preload/contract/storage-types.ts';
import type { UpdateStatus } from '#preload/contract/update-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-question-dialog.ts';
import '#renderer/components/op-settings-page.ts';
import '#renderer/components/op-storage-panel.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import type { SettingChangedEvent } from '#renderer/events/setting-changed-event.ts';
import type { SettingSectionChosenEvent } from '#renderer/events/setting-section-chosen-event.ts';
import type { SettingStepEvent } from '#renderer/events/setting-step-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import type { StorageStepEvent } from '#renderer/events/storage-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { allSettingRows } from '#renderer/state/all-setting-rows.ts';
import { handbookOrigin, libraryContext } from '#renderer/state/library-context.ts';
import { findSettings } from '#renderer/state/find-settings.ts';
import type { SettingChange, SettingFacts, SettingStep } from '#renderer/state/setting-rows.ts';
import type { SettingSection } from '#renderer/state/setting-sections.ts';
import { base } from '#renderer/styles/shared.ts';

/** The settings as a whole: read from all who keep some, and kept by them the moment they change. */
@customElement('op-settings-view')
export class OpSettingsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) settings: Settings = defaultSettings;
  @state() isOpen = false;
  @state() private section: SettingSection = 'archives';
  @state() private isAsking = false;
  @state() private note = '';
  @state() private network: NetworkState | null = null;
  @state() private updates: UpdateStatus | null = null;
  @state() private storage: StorageReport | null = null;
  @state() private check: StorageCheck | null = null;
  @state() private failure: Failure | null = null;
  @state() private checking: AbortController | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private stopListening: (() => void) | null = null;

  /** null: the section that was shown the last time. */
  open(section: SettingSection | null): void {
    if (section) this.section = section;
    this.note = '';
    if (!this.isOpen) this.check = this.failure = null;
    this.isOpen = true;
    void this.refresh();
  }

  /** What is kept elsewhere may have been changed there. */
  async refresh(): Promise<void> {
    if (!this.isOpen) return;
    const { client } = this.bridge;
    await Promise.all([
      client.call('network.read', {}).then((network) => (this.network = network)),
      client.call('updates.read', {}).then((updates) => (this.updates = updates)),
      client.call('storage.read', {}).then((storage) => (this.storage = storage)),
    ]).catch(() => undefined);
  }

  async checkLibrary(): Promise<void> {
    if (this.checking) return;
    const checking = new AbortController();
    this.checking = checking;
    this.check = this.failure = null;
    try {
      this.check = await this.bridge.client.call('storage.check', {}, checking.signal);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.checking = null;
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.bridge.client.on('updates.changed', (updates) => (this.updates = updates));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  override render(): TemplateResult {
    const { messages } = this.locale.current;
    const words = messages.settings;
    const rows = this.isOpen ? allSettingRows(this.factsIn(messages)) : [];
    return html`
      <op-settings-page
        .isOpen=${this.isOpen}
        .section=${this.section}
        .rows=${rows}
        .shortcuts=${this.settings.shortcuts}
        .find=${(query: string) => findSettings(query, this.factsIn(messages))}
        .note=${this.note}
        @op-setting-changed=${(event: SettingChangedEvent) => void this.keep(event.changes)}
        @op-setting-section-chosen=${this.handleSection}
        @op-setting-step=${(event: SettingStepEvent) => void this.take(event.step)}
        @op-dialog-answered=${this.close}
      >
        <op-storage-panel
          .storage=${this.storage}
          .isChecking=${this.checking !== null}
          .check=${this.check}
          .failure=${this.failure}
          @op-storage-step=${this.handleStorage}
        ></op-storage-panel>
      </op-settings-page>
      <op-question-dialog
        .isOpen=${this.isAsking}
        .heading=${words.resetAllQuestion}
        .body=${words.resetAllHint}
        .confirmLabel=${words.resetAllConfirm}
        .cancelLabel=${words.cancel}
        @op-dialog-answered=${(event: DialogAnsweredEvent) => this.resetAll(event.isConfirmed)}
      ></op-question-dialog>
    `;
  }

  private factsIn(messages: Messages): SettingFacts {
    const { settings, network, updates } = this;
    const archives = (this.library.value?.overview?.archives ?? []).filter(({ origin }) => origin !== handbookOrigin);
    return { settings, network, updates, archives, messages };
  }

  private async keep(changes: readonly SettingChange[]): Promise<void> {
    for (const change of changes) await this.keepOne(change).catch(() => undefined);
  }

  /** What could not be kept is shown as it is. */
  private async keepOne(change: SettingChange): Promise<void> {
    const { client } = this.bridge;
    if (change.keeper === 'settings') this.dispatchEvent(new SettingsChosenEvent(change.change));
    else if (change.keeper === 'network') await this.changeNetwork(change.change);
    else if (change.keeper === 'pictures')
      await client.call('archives.setPicturePolicy', { archiveId: change.archiveId, policy: change.policy });
    else if ('choice' in change) this.updates = await client.call('updates.choose', { choice: change.choice });
    else this.updates = await client.call('updates.choose', { mirrors: [...change.mirrors] });
  }

  private async changeNetwork(change: Partial<NetworkSetting>): Promise<void> {
    const { client } = this.bridge;
    const { proxy, extraCaFile } = await client.call('network.read', {});
    this.network = await client.call('network.change', { proxy, extraCaFile, ...change });
  }

  private async take(step: SettingStep): Promise<void> {
    this.note = '';
    if (step.kind === 'command') {
      if (step.command === 'palette') this.close();
      await this.updateComplete;
      await this.renderRoot.querySelector('op-settings-page')?.updateComplete;
      this.dispatchEvent(new CommandChosenEvent(step.command));
    } else if (step.kind === 'places') this.dispatchEvent(new ArchiveActionEvent(step.archiveId, 'places'));
    else if (step.kind === 'reset-all') this.isAsking = true;
    else {
      await this.bridge.client.call('search.forget', { query: null }).catch(() => undefined);
      this.note = this.locale.current.messages.settings.searchesForgotten;
    }
  }

  private handleSection({ section }: SettingSectionChosenEvent): void {
    this.section = section;
  }

  private handleStorage({ step }: StorageStepEvent): void {
    const commands = { 'open-folder': 'open-library-folder', wipe: 'wipe-library' } as const;
    if (step === 'check') void this.checkLibrary();
    else if (step === 'stop') this.checking?.abort();
    else this.dispatchEvent(new CommandChosenEvent(commands[step]));
  }

  private resetAll(isConfirmed: boolean): void {
    this.isAsking = false;
    if (isConfirmed) this.dispatchEvent(new SettingsChosenEvent(defaultSettings));
  }

  private close(event?: Event): void {
    event?.stopPropagation();
    this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-settings-view': OpSettingsView;
  }
}
