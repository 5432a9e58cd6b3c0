import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { Completeness } from '#preload/contract/library-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import './op-failure-notice.ts';

/** What of an archive is in the library and what is not, with the reasons, and one button that tries again: its answer is yes. */
@customElement('op-completeness-dialog')
export class OpCompletenessDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      .report {
        min-height: 4lh;
      }
      dialog ul {
        margin: 0 0 var(--space-4);
        padding: 0;
        list-style: none;
        line-height: 1.7;
        font-variant-numeric: tabular-nums;
      }
      dialog ul.missing {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--space-3);
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
        color: var(--ink-second);
      }
      .missing li {
        display: contents;
      }
      .number {
        text-align: end;
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  /** Of the archive. */
  @property({ attribute: false }) name = '';
  /** null while it is fetched. */
  @property({ attribute: false }) report: Completeness | null = null;
  @property({ attribute: false }) failure: Failure | null = null;
  @property({ type: Boolean }) isRetrying = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.completeness;
    const { report, failure } = this;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <h2 id="title">${words.title(this.name)}</h2>
        <div class="report" aria-live="polite" aria-busy=${this.isRetrying ? 'true' : 'false'}>
          ${report ? this.renderReport(report) : nothing}
          ${failure ? html`<op-failure-notice .failure=${failure}></op-failure-notice>` : nothing}
        </div>
        <div class="actions">
          <button class="button" type="button" autofocus @click=${() => this.answer(false)}>${words.close}</button>
          ${
            report && !isComplete(report)
              ? html`<button
                  class="button primary"
                  type="button"
                  aria-disabled=${this.isRetrying ? 'true' : 'false'}
                  @click=${() => this.answer(true)}
                >
                  ${this.isRetrying ? words.retrying : words.retry}
                </button>`
              : nothing
          }
        </div>
      </dialog>
    `;
  }

  private renderReport(report: Completeness): TemplateResult {
    const { messages, number } = this.locale.current;
    const words = messages.completeness;
    const { pages, pictures } = report;
    return html`
      <ul>
        <li>${words.pages(pages.stored, pages.total)}</li>
        ${report.isUnfinished ? html`<li>${words.isUnfinished}</li>` : nothing}
        <li>${words.pictures(pictures.stored, pictures.storedBytes)}</li>
        ${pictures.waiting > 0 ? html`<li>${words.waiting(pictures.waiting)}</li>` : nothing}
        ${isComplete(report) ? html`<li>${words.isComplete}</li>` : nothing}
      </ul>
      ${
        pictures.missing.length === 0
          ? nothing
          : html`<ul class="missing" aria-label=${words.missing(pictures.missing.reduce((sum, { count }) => sum + count, 0))}>
              ${pictures.missing.map(
                ({ reason, count }) =>
                  html`<li>
                    <span class="number">${number(count)}</span><span>${messages.articlePage.pictureReasons[reason]}</span>
                  </li>`,
              )}
            </ul>`
      }
    `;
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.answer(false);
  }

  private answer(isRetryWanted: boolean): void {
    if (!isRetryWanted || !this.isRetrying) this.dispatchEvent(new DialogAnsweredEvent(isRetryWanted));
  }
}

/** Trackers and furniture are not wanted: they do not count. */
function isComplete({ isUnfinished, pages, pictures }: Completeness): boolean {
  const missing = pictures.missing.filter(({ reason }) => reason !== 'tracker' && reason !== 'furniture');
  return !isUnfinished && pages.stored === pages.total && pictures.waiting === 0 && missing.length === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'op-completeness-dialog': OpCompletenessDialog;
  }
}
