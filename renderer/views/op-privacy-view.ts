import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import type { Connection } from '#preload/contract/privacy-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-privacy-dialog.ts';
import '#renderer/components/op-question-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { DialogToggledEvent } from '#renderer/events/dialog-toggled-event.ts';
import type { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base } from '#renderer/styles/shared.ts';

/** Who was contacted, as it happens, and the settings that hide what is read; asks before the library is deleted. */
@customElement('op-privacy-view')
export class OpPrivacyView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private shown: 'nothing' | 'privacy' | 'wipe' = 'nothing';
  @state() private connections: readonly Connection[] = [];
  @state() private settings: Settings = defaultSettings;
  @state() private failure: Failure | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private stopListening: readonly (() => void)[] = [];

  get isAnyOpen(): boolean {
    return this.shown !== 'nothing';
  }

  async open(): Promise<void> {
    this.failure = null;
    const { client } = this.bridge;
    this.settings = await client.call('settings.read', {}).catch(() => this.settings);
    await this.refresh();
    this.shown = 'privacy';
  }

  /** Asks before the library is deleted, and shows the privacy settings after a no. */
  async askToWipe(): Promise<void> {
    await this.open();
    this.shown = 'wipe';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { client } = this.bridge;
    this.stopListening = [
      client.on('connections.changed', () => void (this.shown === 'privacy' && this.refresh())),
      client.on('settings.changed', (settings) => (this.settings = settings)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stopListening) stop();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('shown')) this.dispatchEvent(new DialogToggledEvent());
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.privacy;
    return html`
      <op-privacy-dialog
        .isOpen=${this.shown === 'privacy'}
        .connections=${this.connections}
        .settings=${this.settings}
        .failure=${this.failure}
        @op-settings-chosen=${(event: SettingsChosenEvent) => void this.change(event)}
        @op-dialog-answered=${this.handleAnswer}
      ></op-privacy-dialog>
      <op-question-dialog
        .isOpen=${this.shown === 'wipe'}
        .heading=${words.wipeTitle}
        .body=${words.wipeBody}
        .confirmLabel=${words.wipeConfirm}
        .cancelLabel=${words.cancel}
        @op-dialog-answered=${(event: DialogAnsweredEvent) => void this.answerWipe(event.isConfirmed)}
      ></op-question-dialog>
    `;
  }

  private handleAnswer({ isConfirmed }: DialogAnsweredEvent): void {
    this.shown = isConfirmed ? 'wipe' : 'nothing';
  }

  private async refresh(): Promise<void> {
    this.connections = await this.bridge.client.call('connections.list', {}).catch(() => this.connections);
  }

  /** What could not be kept is not shown as chosen. */
  private async change(event: SettingsChosenEvent): Promise<void> {
    event.stopPropagation();
    this.settings = await this.bridge.client.call('settings.change', event.change).catch(() => ({ ...this.settings }));
  }

  /** Where all goes well there is no window left to tell. */
  private async answerWipe(isConfirmed: boolean): Promise<void> {
    this.shown = 'privacy';
    this.failure = null;
    if (!isConfirmed) return;
    await this.bridge.client.call('library.wipe', {}).catch((error: unknown) => (this.failure = asFailure(error)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-privacy-view': OpPrivacyView;
  }
}
