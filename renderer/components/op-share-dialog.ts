import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';

/** How the writing of an archive's file goes, and what came of it. */
export type ShareState =
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly path: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Shows the file of an archive being written. Closing it meanwhile ends the writing. */
@customElement('op-share-dialog')
export class OpShareDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      progress {
        display: block;
        width: 100%;
        height: 6px;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--track);
        appearance: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--track);
      }
      progress::-webkit-progress-value {
        background: var(--ink-second);
      }
      .path {
        color: var(--ink);
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) shared: ShareState | null = null;
  /** Of the archive. */
  @property({ attribute: false }) name = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.shared !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.places.sharing;
    const isDone = this.shared?.kind === 'done';
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <h2 id="title">${isDone ? words.doneTitle : words.title(this.name)}</h2>
        ${this.shared ? this.renderState(this.shared) : nothing}
        <div class="actions">
          <button class="button ${isDone ? 'primary' : ''}" type="button" autofocus @click=${this.close}>
            ${this.shared?.kind === 'writing' ? words.cancel : words.close}
          </button>
        </div>
      </dialog>
    `;
  }

  private renderState(shared: ShareState): TemplateResult {
    const words = this.locale.current.messages.places.sharing;
    if (shared.kind === 'failed') return html`<op-failure-notice .failure=${shared.failure}></op-failure-notice>`;
    if (shared.kind === 'done')
      return html`<p class="path">${shared.path}</p>
        <p>${words.doneHint}</p>`;
    const { done, total } = shared;
    return html`<p>${total === 0 ? words.starting : words.writing(done, total)}</p>
      <progress aria-label=${words.progress} max=${Math.max(1, total)} .value=${done}></progress>`;
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
    'op-share-dialog': OpShareDialog;
  }
}
