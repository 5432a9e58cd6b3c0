import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { hideKeys } from '#preload/contract/privacy-types.ts';
import type { Connection, PrivacySettings, QuickHideKey } from '#preload/contract/privacy-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { privacyStyles } from './privacy-styles.ts';
import './op-failure-notice.ts';

/** Whom the application contacts, whom it has contacted, and what others can see of it. A yes asks for the library to be deleted. */
@customElement('op-privacy-dialog')
export class OpPrivacyDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    privacyStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  /** The last one first. */
  @property({ attribute: false }) connections: readonly Connection[] = [];
  @property({ attribute: false }) settings: Settings = defaultSettings;
  /** Why the library could not be deleted. */
  @property({ attribute: false }) failure: Failure | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.privacy;
    return html`
      <dialog aria-labelledby="title" aria-describedby="promise" @cancel=${this.handleCancel}>
        <h2 id="title">${words.title}</h2>
        <p id="promise">${words.promise}</p>
        <h3 id="contacted">${words.connections}</h3>
        ${this.renderConnections()}
        <p class="hint">${words.inMemory}</p>
        ${this.renderSettings()}
        ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
        <div class="actions">
          <button class="button first" type="button" @click=${() => this.answer(true)}>${words.wipe}</button>
          <button class="button primary" type="button" autofocus @click=${() => this.answer(false)}>${words.close}</button>
        </div>
      </dialog>
    `;
  }

  private renderConnections(): TemplateResult {
    const { messages, moment } = this.locale.current;
    const words = messages.privacy;
    if (this.connections.length === 0) return html`<p class="none">${words.none}</p>`;
    const name = ({ host, via }: Connection): string => (via === null ? host : words.through(host, via));
    return html`
      <ul aria-labelledby="contacted" tabindex="0">
        ${this.connections.map(
          (one) =>
            html`<li>
              <span class="host">${name(one)}</span>
              <span class="when">${moment(one.lastAt)}</span>
              <span class="facts"
                >${words.purposes[one.purpose]} · ${words.exchanged(one.requests, one.bytesDown, one.bytesUp)}</span
              >
            </li>`,
        )}
      </ul>
    `;
  }

  private renderSettings(): TemplateResult {
    const words = this.locale.current.messages.privacy;
    const { isNeverOpeningLinks, isTitleNeutral, quickHideKey } = this.settings;
    return html`
      <label>
        <input
          type="checkbox"
          .checked=${isNeverOpeningLinks}
          @change=${() => this.choose({ isNeverOpeningLinks: !isNeverOpeningLinks })}
        />
        ${words.neverOpenLinks}
      </label>
      <label>
        <input type="checkbox" .checked=${isTitleNeutral} @change=${() => this.choose({ isTitleNeutral: !isTitleNeutral })} />
        ${words.isTitleNeutral}
      </label>
      <label class="key">
        ${words.quickHide}
        <select @change=${this.handleKey}>
          <option value="" ?selected=${quickHideKey === null}>${words.noKey}</option>
          ${hideKeys.map((key) => html`<option value=${key} ?selected=${key === quickHideKey}>${readable(key)}</option>`)}
        </select>
      </label>
    `;
  }

  private handleKey(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.choose({ quickHideKey: hideKeys.find((key) => key === value) ?? null });
  }

  private choose(change: Partial<PrivacySettings>): void {
    this.dispatchEvent(new SettingsChosenEvent(change));
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.answer(false);
  }

  private answer(isWipeWanted: boolean): void {
    this.dispatchEvent(new DialogAnsweredEvent(isWipeWanted));
  }
}

function readable(key: QuickHideKey): string {
  return key.replace('CommandOrControl', /mac/iu.test(navigator.platform) ? '⌘' : 'Ctrl').replaceAll('+', ' + ');
}

declare global {
  interface HTMLElementTagNameMap {
    'op-privacy-dialog': OpPrivacyDialog;
  }
}
