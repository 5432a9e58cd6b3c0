import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';

/** A question before something that cannot be taken back at once. The answer that changes nothing has the focus. */
@customElement('op-question-dialog')
export class OpQuestionDialog extends LitElement {
  static override styles = [base, buttons, dialogs];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) body = '';
  @property({ attribute: false }) confirmLabel = '';
  @property({ attribute: false }) cancelLabel = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    return html`
      <dialog role="alertdialog" aria-labelledby="title" aria-describedby="body" @cancel=${this.handleCancel}>
        <h2 id="title">${this.heading}</h2>
        ${this.body === '' ? nothing : html`<p id="body">${this.body}</p>`}
        <div class="actions">
          <button class="button" type="button" autofocus @click=${() => this.answer(false)}>${this.cancelLabel}</button>
          <button class="button primary" type="button" @click=${() => this.answer(true)}>${this.confirmLabel}</button>
        </div>
      </dialog>
    `;
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.answer(false);
  }

  private answer(isConfirmed: boolean): void {
    this.dispatchEvent(new DialogAnsweredEvent(isConfirmed));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-question-dialog': OpQuestionDialog;
  }
}
