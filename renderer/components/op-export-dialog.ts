import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type ExportFormat, exportFormats, type ExportOptions, type ExportReport } from '#preload/contract/export-types.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { ExportStepEvent, type ExportStep } from '#renderer/events/export-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { ExportChoice } from '#renderer/state/export-choices.ts';
import { exportFraction, type ExportItem, type ExportState, idleExport } from '#renderer/state/export-context.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { renderMainFields, renderMoreFields } from './export-fields.ts';
import { exportStyles } from './export-styles.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';

const mostShown = 20;

/** Chooses what is exported and how, then shows how it goes and what came of it. Closing it stops nothing. */
@customElement('op-export-dialog')
export class OpExportDialog extends LitElement {
  static override styles = [base, buttons, dialogs, formStyles, exportStyles];

  @property({ type: Boolean }) isOpen = false;
  /** The first is what the reader most likely means. */
  @property({ attribute: false }) choices: readonly ExportChoice[] = [];
  /** The export that is shown; without one, the choice of another. */
  @property({ attribute: false }) item: ExportItem | null = null;
  /** As the reader chose for the format the last time. */
  @property({ attribute: false }) optionsOf: ((format: ExportFormat) => ExportOptions) | null = null;
  @property({ attribute: false }) lastFormat: ExportFormat = 'pdf';
  @state() private chosen = 0;
  @state() private options: ExportOptions | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.chosen = 0;
    this.options = this.optionsOf?.(this.lastFormat) ?? null;
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        ${this.isOpen ? this.renderState() : nothing}
      </dialog>
    `;
  }

  private renderState(): TemplateResult {
    const shown = this.item?.state ?? idleExport;
    if (shown.kind === 'running') return this.renderRunning(shown);
    if (shown.kind === 'done') return this.renderDone(shown.report);
    if (shown.kind === 'failed') return this.renderFailed(shown);
    return this.renderChoices();
  }

  private renderChoices(): TemplateResult {
    const words = this.locale.current.messages.exportDialog;
    const { options } = this;
    const selection = this.choices[this.chosen]?.selection;
    const isSeveral = !(selection?.kind === 'articles' && selection.ids.length === 1);
    const change = (part: Partial<ExportOptions>): void => {
      if (this.options) this.options = { ...this.options, ...part };
    };
    return html`
      <form novalidate @submit=${this.handleSubmit}>
        <h2 id="title">${words.title}</h2>
        <label>
          ${words.what}
          <select name="what" autofocus @change=${this.handleChoice}>
            ${this.choices.map(({ label }, at) => html`<option value=${at} .selected=${at === this.chosen}>${label}</option>`)}
          </select>
        </label>
        ${
          options
            ? html`${this.renderFormats(options.format)} ${renderMainFields({ words, options, isSeveral, change })}
                <details>
                  <summary>${words.more}</summary>
                  ${renderMoreFields({ words, options, isSeveral, change })}
                </details>`
            : nothing
        }
        <div class="actions">
          <button class="button" type="button" @click=${() => this.take({ kind: 'close' })}>${words.cancel}</button>
          <button class="button primary" type="submit">${words.start}</button>
        </div>
      </form>
    `;
  }

  private renderFormats(current: ExportFormat): TemplateResult {
    const { exportDialog: words, exporting } = this.locale.current.messages;
    const choose = (format: ExportFormat): void => {
      this.options = this.optionsOf?.(format) ?? null;
    };
    return html`
      <p class="caption" id="format">${words.format}</p>
      <div class="formats" role="radiogroup" aria-labelledby="format" aria-describedby="format-hint">
        ${exportFormats.map(
          (format) =>
            html`<label>
              <input type="radio" name="format" .checked=${format === current} @change=${() => choose(format)} />
              ${exporting.formats[format]}
            </label>`,
        )}
      </div>
      <p class="hint" id="format-hint">${words.formatHints[current]}</p>
    `;
  }

  private renderRunning(running: Extract<ExportState, { kind: 'running' }>): TemplateResult {
    const { exportDialog: words, exporting, exportQueue } = this.locale.current.messages;
    const { progress, isPaused, isStopping, isWaiting } = running;
    const fraction = exportFraction(progress);
    const begun = progress ? exporting[progress.stage](progress.done, progress.total) : words.preparing;
    const stage = isWaiting ? exportQueue.waiting : begun;
    const text = isStopping ? words.stopping : isPaused ? words.paused : stage;
    return html`
      <h2 id="title">${words.title}</h2>
      <p role="status">${text}</p>
      ${
        fraction === null
          ? html`<progress aria-label=${words.progress}></progress>`
          : html`<progress aria-label=${words.progress} max="1" .value=${fraction}></progress>`
      }
      <div class="actions">
        <button class="button first" type="button" ?disabled=${isStopping} @click=${() => this.takeOfOne('stop')}>
          ${words.stop}
        </button>
        <button
          class="button"
          type="button"
          ?disabled=${isStopping}
          @click=${() => this.takeOfOne(isPaused ? 'resume' : 'pause')}
        >
          ${isPaused ? words.resume : words.pause}
        </button>
        <button class="button primary" type="button" autofocus @click=${() => this.take({ kind: 'close' })}>${words.hide}</button>
      </div>
    `;
  }

  private renderDone({ files, articles, failed, bytes, endedBy }: ExportReport): TemplateResult {
    const { messages } = this.locale.current;
    const { exportDialog: words, exportQueue } = messages;
    return html`
      <h2 id="title">${endedBy ? words.partlyDoneTitle : words.doneTitle}</h2>
      ${endedBy ? html`<op-failure-notice .failure=${endedBy}></op-failure-notice>` : nothing}
      <p role="status">${words.written(articles, files.length, bytes)}</p>
      <ul class="files">
        ${files.slice(0, mostShown).map((file) => html`<li>${file}</li>`)}
      </ul>
      ${
        failed.length === 0
          ? nothing
          : html`<p>${words.leftOut(failed.length)}</p>
              <ul class="failed">
                ${failed
                  .slice(0, mostShown)
                  .map(
                    ({ id, title, failure }) =>
                      html`<li>${title ?? id} <span class="why">${failureText(messages, failure).title}</span></li>`,
                  )}
                ${failed.length > mostShown ? html`<li>${words.moreLeftOut(failed.length - mostShown)}</li>` : nothing}
              </ul>`
      }
      <div class="actions">
        ${failed.length === 0 ? nothing : this.renderStep('retry', exportQueue.retry)}
        ${this.renderStep('open', exportQueue.open)} ${this.renderStep('reveal', words.reveal)}
        <button class="button primary" type="button" autofocus @click=${() => this.take({ kind: 'close' })}>
          ${words.close}
        </button>
      </div>
    `;
  }

  private renderStep(kind: 'retry' | 'open' | 'reveal', label: string): TemplateResult {
    return html`<button class="button" type="button" @click=${() => this.takeOfOne(kind)}>${label}</button>`;
  }

  private renderFailed({ failure }: Extract<ExportState, { kind: 'failed' }>): TemplateResult {
    const words = this.locale.current.messages.exportDialog;
    return html`
      <h2 id="title">${words.failedTitle}</h2>
      <op-failure-notice .failure=${failure}></op-failure-notice>
      <div class="actions">
        <button class="button" type="button" @click=${() => this.take({ kind: 'close' })}>${words.close}</button>
        <button class="button primary" type="button" autofocus @click=${() => this.takeOfOne('back')}>${words.back}</button>
      </div>
    `;
  }

  private handleChoice(event: Event): void {
    if (event.currentTarget instanceof HTMLSelectElement) this.chosen = event.currentTarget.selectedIndex;
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const selection = this.choices[this.chosen]?.selection;
    if (selection && this.options) this.take({ kind: 'start', selection, options: this.options });
  }

  /** The Enter that chooses a candidate of an input method must not send the form. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.take({ kind: 'close' });
  }

  private takeOfOne(kind: 'pause' | 'resume' | 'stop' | 'reveal' | 'open' | 'retry' | 'back'): void {
    if (this.item) this.take({ kind, id: this.item.id });
  }

  private take(step: ExportStep): void {
    this.dispatchEvent(new ExportStepEvent(step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-export-dialog': OpExportDialog;
  }
}
