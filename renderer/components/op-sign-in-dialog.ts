import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { SignInSubmittedEvent } from '#renderer/events/sign-in-submitted-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';

export interface SignInRequest {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The server was told something, and did not accept it. */
  readonly isRefused: boolean;
  /** Whether the system's keychain keeps the password. */
  readonly isEncrypted: boolean;
}

/** Asks for what a server wants to know before it gives an archive out. */
@customElement('op-sign-in-dialog')
export class OpSignInDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      dialog {
        width: min(440px, calc(100vw - 32px));
      }
      h2 {
        overflow-wrap: anywhere;
      }
      op-failure-notice {
        margin-top: var(--space-3);
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) request: SignInRequest | null = null;
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) failure: Failure | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('[name="user"]') private readonly user!: HTMLInputElement | null;
  @query('[name="password"]') private readonly password!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.request !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  /** Nothing of what was typed stays in the fields of a closed dialog. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('request')) return;
    for (const field of [this.user, this.password]) if (field) field.value = '';
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.signIn;
    const { origin = '', isRefused = false, isEncrypted = false } = this.request ?? {};
    const host = origin.replace(/^https?:\/\//u, '');
    return html`
      <dialog aria-labelledby="title" aria-describedby="intro" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${words.title(host)}</h2>
          <p id="intro">${words.intro}</p>
          ${isRefused ? html`<p class="problem" role="alert">${words.refused}</p>` : nothing}
          ${origin.startsWith('http:') ? html`<p class="problem">${words.unprotected}</p>` : nothing}
          <label>
            ${words.userName}
            <input name="user" autofocus autocomplete="off" spellcheck="false" maxlength="255" />
          </label>
          <label>
            ${words.password}
            <input name="password" type="password" autocomplete="off" maxlength="10000" aria-describedby="kept" />
          </label>
          <p class="hint" id="kept">${isEncrypted ? words.encrypted : words.forgotten}</p>
          ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>${words.confirm}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const userName = this.user?.value.trim() ?? '';
    const password = this.password?.value ?? '';
    if (this.isBusy) return;
    if (userName === '' && password === '') this.user?.focus();
    else this.dispatchEvent(new SignInSubmittedEvent(userName, password));
  }

  /** The Enter that chooses a candidate of an input method must not send the form. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-sign-in-dialog': OpSignInDialog;
  }
}
