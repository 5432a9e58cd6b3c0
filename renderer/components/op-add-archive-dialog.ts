import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import type { AddArchiveNotice } from '#renderer/events/add-archive-requested-event.ts';
import { ArchiveSubmittedEvent } from '#renderer/events/archive-submitted-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { linesOf } from '#renderer/state/place-lines.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';
import { renderPlaceChoices } from './place-choices.ts';

/** Asks for the origin of a new archive. It stays open with what was typed until the origin was accepted. */
@customElement('op-add-archive-dialog')
export class OpAddArchiveDialog extends LitElement {
  static override styles = [base, buttons, dialogs, formStyles];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) notice: AddArchiveNotice | null = null;
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) failure: Failure | null = null;
  @state() private isOriginMissing = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('details') private readonly details!: HTMLDetailsElement | null;
  @query('#origin') private readonly origin!: HTMLInputElement | null;
  @query('#mirrors') private readonly mirrors!: HTMLTextAreaElement | null;
  @query('#name') private readonly nameInput!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  /** What to begin with; mirrors are shown where there are any. */
  fill(origin: string, mirrors: readonly string[]): void {
    this.isOriginMissing = false;
    if (this.origin) this.origin.value = origin;
    if (this.mirrors) this.mirrors.value = mirrors.join('\n');
    if (this.details) this.details.open = mirrors.length > 0;
  }

  /** Puts what was chosen in place of what was typed. */
  choose(origin: string): void {
    this.isOriginMissing = false;
    if (this.origin) this.origin.value = origin;
    this.origin?.focus();
  }

  /** Empties the form after the archive was added. */
  clear(): void {
    this.renderRoot.querySelector('form')?.reset();
    if (this.details) this.details.open = false;
    this.isOriginMissing = false;
  }

  override render(): TemplateResult {
    const words = this.locale.words.addArchive;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${words.title}</h2>
          ${this.notice ? html`<p class="notice" role="status">${this.noticeText(this.notice)}</p>` : html`<p>${words.intro}</p>`}
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
          ${renderPlaceChoices(this.locale.current.messages.places.choose, this.isBusy)}
          <label for="name">${words.name}</label>
          <input id="name" autocomplete="off" maxlength="1000" placeholder=${words.namePlaceholder} ?readonly=${this.isBusy} />
          ${this.renderMirrors()}
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

  private renderMirrors(): TemplateResult {
    const words = this.locale.current.messages.places.add;
    return html`<details>
      <summary>${words.mirrors}</summary>
      <textarea
        id="mirrors"
        spellcheck="false"
        maxlength="20000"
        aria-label=${words.mirrors}
        aria-describedby="mirrors-hint"
        ?readonly=${this.isBusy}
      ></textarea>
      <p class="hint" id="mirrors-hint">${words.mirrorsHint}</p>
    </details>`;
  }

  private noticeText(notice: AddArchiveNotice): string {
    const words = this.locale.current.messages.places.add;
    if (notice.kind === 'offered') return words.offered;
    return notice.kind === 'several' ? words.several : words.refused(notice.name);
  }

  protected override updated(): void {
    if (this.failure && !this.isBusy && this.isOpen) this.origin?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    const origin = this.origin?.value.trim() ?? '';
    this.isOriginMissing = origin === '';
    if (this.isOriginMissing) this.origin?.focus();
    else {
      const mirrors = linesOf(this.mirrors?.value ?? '').filter((mirror) => mirror !== origin);
      this.dispatchEvent(new ArchiveSubmittedEvent(origin, mirrors, this.nameInput?.value.trim() ?? ''));
    }
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
    this.clear();
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-add-archive-dialog': OpAddArchiveDialog;
  }
}
