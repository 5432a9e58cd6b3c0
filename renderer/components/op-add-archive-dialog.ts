import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { ArchiveSubmittedEvent } from '#renderer/events/archive-submitted-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import './op-failure-notice.ts';

/** Asks for the origin of a new archive. It stays open with what was typed until the origin was accepted. */
@customElement('op-add-archive-dialog')
export class OpAddArchiveDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      label {
        display: block;
        margin-top: var(--space-3);
        font-weight: var(--weight-medium);
      }
      input {
        display: block;
        width: 100%;
        height: 34px;
        margin-top: var(--space-1);
        padding: 0 var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface-paper);
        color: var(--ink);
        font: inherit;
        font-weight: 400;
      }
      input::placeholder {
        color: var(--ink-third);
        opacity: 1;
      }
      op-failure-notice,
      .problem {
        margin-top: var(--space-4);
      }
      .problem {
        color: var(--ink);
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  /** What stands in the field when the dialog opens; empty for what was there before. */
  @property({ attribute: false }) suggestedOrigin = '';
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) failure: Failure | null = null;
  @state() private isOriginMissing = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('#origin') private readonly origin!: HTMLInputElement | null;
  @query('#name') private readonly nameInput!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.words.addArchive;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${words.title}</h2>
          <p>${words.intro}</p>
          <label for="origin">${words.origin}</label>
          <input
            id="origin"
            autofocus
            autocomplete="off"
            spellcheck="false"
            maxlength="1000"
            placeholder=${words.originPlaceholder}
            aria-invalid=${this.isOriginMissing || this.failure !== null ? 'true' : 'false'}
            aria-describedby="problem"
            ?readonly=${this.isBusy}
          />
          <label for="name">${words.name}</label>
          <input id="name" autocomplete="off" maxlength="1000" placeholder=${words.namePlaceholder} ?readonly=${this.isBusy} />
          <div id="problem">
            ${this.isOriginMissing ? html`<p class="problem" role="alert">${words.originMissing}</p>` : nothing}
            ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
          </div>
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>
              ${this.isBusy ? words.adding : words.add}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('isOpen') && this.isOpen && this.suggestedOrigin !== '' && this.origin) {
      this.origin.value = this.suggestedOrigin;
    }
    if (this.failure && !this.isBusy && this.isOpen) this.origin?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    const origin = this.origin?.value.trim() ?? '';
    this.isOriginMissing = origin === '';
    if (this.isOriginMissing) this.origin?.focus();
    else this.dispatchEvent(new ArchiveSubmittedEvent(origin, this.nameInput?.value.trim() ?? ''));
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
    this.isOriginMissing = false;
    this.renderRoot.querySelector('form')?.reset();
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }

  /** Empties the form after the archive was added. */
  clear(): void {
    this.renderRoot.querySelector('form')?.reset();
    this.isOriginMissing = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-add-archive-dialog': OpAddArchiveDialog;
  }
}
