import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { failureText } from '#preload/messages/catalogue.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { ExportStepEvent, type ExportStep } from '#renderer/events/export-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { exportFraction, type ExportItem, type ExportState } from '#renderer/state/export-context.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { exportStyles } from './export-styles.ts';

type RunningState = Extract<ExportState, { kind: 'running' }>;
type StepOfOne = Extract<ExportStep, { readonly id: string }>['kind'];

/** Lists exports in their order, each with what can be done about it. Closing it stops nothing. */
@customElement('op-export-queue')
export class OpExportQueue extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    exportStyles,
    css`
      ul {
        margin: var(--space-3) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      .name {
        color: var(--ink);
        font-weight: var(--weight-medium);
        overflow-wrap: anywhere;
      }
      li p {
        margin: var(--space-1) 0 0;
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) items: readonly ExportItem[] = [];
  /** What ended last, for who does not see the list; steps on the way are not told. */
  @state() private spoken = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('items');
    if (!before) return;
    const wasGoingOn = new Set(before.filter(({ state: { kind } }) => kind === 'running').map(({ id }) => id));
    const ended = this.items.find((item) => wasGoingOn.has(item.id) && item.state.kind !== 'running');
    if (ended) this.spoken = `${this.nameOf(ended)}: ${this.textOf(ended.state)}`;
  }

  override render(): TemplateResult {
    const { exportQueue: words, exportDialog } = this.locale.current.messages;
    return html`
      <span class="for-reader-only" role="status">${this.isOpen ? nothing : this.spoken}</span>
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        ${
          this.isOpen
            ? html`
                <h2 id="title">${words.title}</h2>
                <span class="for-reader-only" role="status">${this.spoken}</span>
                ${this.items.length === 0 ? html`<p>${words.none}</p>` : nothing}
                <ul>
                  ${repeat(
                    this.items,
                    ({ id }) => id,
                    (item) => this.renderItem(item),
                  )}
                </ul>
                <div class="actions">
                  <button class="button primary" type="button" autofocus @click=${this.close}>${exportDialog.close}</button>
                </div>
              `
            : nothing
        }
      </dialog>
    `;
  }

  private renderItem(item: ExportItem): TemplateResult {
    return html`
      <li>
        <span class="name" id="name-${item.id}">${this.nameOf(item)}</span>
        <p>${this.textOf(item.state)}</p>
        ${item.state.kind === 'running' ? this.renderRunning(item, item.state) : this.renderEnded(item)}
      </li>
    `;
  }

  private renderRunning(item: ExportItem, running: RunningState): TemplateResult {
    const { exportDialog: words, exportQueue } = this.locale.current.messages;
    const { isPaused, isStopping, isWaiting, progress } = running;
    const fraction = exportFraction(progress);
    return html`
      ${
        isWaiting || fraction === null
          ? nothing
          : html`<progress aria-labelledby="name-${item.id}" max="1" .value=${fraction}></progress>`
      }
      <div class="steps">
        ${this.renderStep(item, isPaused ? 'resume' : 'pause', isPaused ? words.resume : words.pause, isStopping)}
        ${this.renderStep(item, 'stop', isWaiting ? exportQueue.remove : words.stop, isStopping)}
      </div>
    `;
  }

  private renderEnded(item: ExportItem): TemplateResult {
    const { exportDialog: words, exportQueue } = this.locale.current.messages;
    const report = item.state.kind === 'done' ? item.state.report : null;
    return html`
      <div class="steps">
        ${report ? this.renderStep(item, 'reveal', words.reveal) : nothing}
        ${report ? this.renderStep(item, 'open', exportQueue.open) : nothing}
        ${report && report.failed.length > 0 ? this.renderStep(item, 'retry', exportQueue.retry) : nothing}
        ${this.renderStep(item, 'details', exportQueue.details)} ${this.renderStep(item, 'forget', exportQueue.remove)}
      </div>
    `;
  }

  private renderStep({ id }: ExportItem, kind: StepOfOne, label: string, isDisabled = false): TemplateResult {
    return html`<button
      class="button"
      type="button"
      data-step=${kind}
      aria-describedby="name-${id}"
      ?disabled=${isDisabled}
      @click=${() => this.take({ kind, id })}
    >
      ${label}
    </button>`;
  }

  private nameOf({ name }: ExportItem): string {
    return name === '' ? this.locale.current.messages.exportDialog.title : name;
  }

  private textOf(shown: ExportState): string {
    const { messages } = this.locale.current;
    const { exportDialog: words, exporting, exportQueue } = messages;
    if (shown.kind === 'failed') return `${words.failedTitle}: ${failureText(messages, shown.failure).title}`;
    if (shown.kind === 'done') {
      const { articles, files, bytes, failed, endedBy } = shown.report;
      const written = words.written(articles, files.length, bytes);
      const why = endedBy ? ` · ${failureText(messages, endedBy).title}` : '';
      return `${written}${failed.length === 0 ? '' : ` · ${exportQueue.leftOut(failed.length)}`}${why}`;
    }
    if (shown.kind === 'idle') return '';
    if (shown.isStopping) return words.stopping;
    if (shown.isPaused) return words.paused;
    if (shown.isWaiting) return exportQueue.waiting;
    return shown.progress ? exporting[shown.progress.stage](shown.progress.done, shown.progress.total) : words.preparing;
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.take({ kind: 'close-queue' });
  }

  private take(step: ExportStep): void {
    this.dispatchEvent(new ExportStepEvent(step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-export-queue': OpExportQueue;
  }
}
