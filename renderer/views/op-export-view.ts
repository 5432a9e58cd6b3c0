import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ExportFormat, ExportOptions, ExportSelection } from '#preload/contract/export-types.ts';
import '#renderer/components/op-export-dialog.ts';
import '#renderer/components/op-export-queue.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { ExportController } from '#renderer/controllers/export-controller.ts';
import type { ExportStep, ExportStepEvent } from '#renderer/events/export-step-event.ts';
import type { RowsWish } from '#renderer/events/rows-wished-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { exportChoices, type Exportable, type ExportChoice, selectedChoice } from '#renderer/state/export-choices.ts';
import { exportContext } from '#renderer/state/export-context.ts';
import { keepExportOptions, lastExportFormat, readExportOptions } from '#renderer/state/kept-export-options.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** Exports what the window shows: chosen in a dialog, at once as a page, on paper, or to the clipboard. */
@customElement('op-export-view')
export class OpExportView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) exporter: ExportController | null = null;
  @state() private isOpen = false;
  @state() private isQueueOpen = false;
  /** The export that the dialog shows; null while it offers choices. */
  @state() private shownId: string | null = null;
  @state() private choices: readonly ExportChoice[] = [];

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly export = new ContextConsumer(this, { context: exportContext, subscribe: true });

  get isAnyOpen(): boolean {
    return this.isOpen || this.isQueueOpen;
  }

  /** Another one can be asked for while some run. */
  open(exportable: Exportable): void {
    this.openWith(exportChoices(exportable, this.library.value?.overview ?? null, this.locale.current.messages));
  }

  /** The article as one file for a browser; without an article, as `open`. */
  savePage(exportable: Exportable): void {
    if (exportable.article) this.runArticle(exportable.article.id, 'files', 'html');
    else this.open(exportable);
  }

  print(exportable: Exportable): void {
    if (!exportable.article) return this.open(exportable);
    this.runArticle(exportable.article.id, 'paper', 'pdf');
  }

  copy({ article }: Exportable, form: 'markdown' | 'quotation'): void {
    if (article) void this.exporter?.copy(article.id, form);
  }

  /** Articles of the list, whether or not one of them is open. */
  obey(wish: Exclude<RowsWish, { readonly kind: 'tags' }>): void {
    if (wish.kind === 'copy') void this.exporter?.copy(wish.id, wish.form);
    else if (wish.kind === 'copy-list') void this.exporter?.copyList(wish.selection);
    else this.openWith([selectedChoice(wish, this.locale.current.messages)]);
  }

  take(step: ExportStep): void {
    if (step.kind === 'show') this.showExports();
    else if (step.kind === 'close') this.close();
    else if (step.kind === 'close-queue') this.isQueueOpen = false;
    else if (step.kind === 'start') {
      keepExportOptions(localStorage, step.options);
      this.start(step.selection, step.options);
    } else if ('id' in step) this.takeOfOne(step);
  }

  override render(): TemplateResult {
    const items = this.export.value?.items ?? [];
    return html`<op-export-dialog
        .isOpen=${this.isOpen}
        .choices=${this.choices}
        .item=${items.find(({ id }) => id === this.shownId) ?? null}
        .lastFormat=${lastExportFormat(localStorage)}
        .optionsOf=${this.optionsOf}
        @op-export-step=${this.handleStep}
      ></op-export-dialog>
      <op-export-queue .isOpen=${this.isQueueOpen} .items=${items} @op-export-step=${this.handleStep}></op-export-queue>`;
  }

  private readonly handleStep = (event: ExportStepEvent): void => this.take(event.step);

  private takeOfOne({ kind, id }: Extract<ExportStep, { readonly id: string }>): void {
    const { exporter } = this;
    const ignore = (): void => undefined;
    if (kind === 'pause' || kind === 'resume') exporter?.pause(id, kind === 'pause');
    else if (kind === 'stop') exporter?.stop(id);
    else if (kind === 'reveal') void this.bridge.client.call('export.reveal', { id }).catch(ignore);
    else if (kind === 'open') void this.bridge.client.call('export.open', { id }).catch(ignore);
    else if (kind === 'retry') this.retry(id);
    else if (kind === 'details') this.showOne(id);
    else exporter?.forget(id);
  }

  /** One alone needs no list. */
  private showExports(): void {
    const items = this.export.value?.items ?? [];
    const [only] = items;
    if (items.length === 1 && only) this.showOne(only.id);
    else this.isQueueOpen = true;
  }

  private showOne(id: string): void {
    this.shownId = id;
    this.isQueueOpen = false;
    this.isOpen = true;
  }

  private start(selection: ExportSelection, options: ExportOptions): void {
    this.shownId = this.exporter?.start({ to: 'files', selection, options }).id ?? null;
  }

  /** What was left out, in a file of its own. */
  private retry(id: string): void {
    const item = this.exporter?.find(id);
    if (item?.state.kind !== 'done' || !item.wish) return;
    const ids = item.state.report.failed.map((failed) => failed.id);
    const { options } = item.wish;
    this.exporter?.forget(id);
    this.start({ kind: 'articles', ids }, options);
  }

  private openWith(choices: readonly ExportChoice[]): void {
    this.exporter?.forgetAll();
    this.shownId = null;
    this.isQueueOpen = false;
    this.choices = choices;
    this.isOpen = true;
  }

  private readonly optionsOf = (format: ExportFormat): ReturnType<typeof readExportOptions> =>
    readExportOptions(localStorage, format);

  /** What is asked for without the dialog tells of itself only where it goes wrong. */
  private runArticle(articleId: string, to: 'files' | 'paper', format: ExportFormat): void {
    const wish = {
      to,
      selection: { kind: 'articles', ids: [articleId] },
      options: readExportOptions(localStorage, format),
    } as const;
    const started = this.exporter?.start(wish);
    void started?.ended.then(() => {
      if (this.exporter?.find(started.id)?.state.kind === 'failed' && !this.isAnyOpen) this.showOne(started.id);
    });
  }

  /** What has ended was seen. */
  private close(): void {
    this.isOpen = false;
    if (this.shownId !== null) this.exporter?.forget(this.shownId);
    this.shownId = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-export-view': OpExportView;
  }
}
