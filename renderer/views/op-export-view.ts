import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ExportFormat } from '#preload/contract/export-types.ts';
import '#renderer/components/op-export-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { ExportController } from '#renderer/controllers/export-controller.ts';
import type { ExportStep, ExportStepEvent } from '#renderer/events/export-step-event.ts';
import type { RowsWish } from '#renderer/events/rows-wished-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { exportChoices, type Exportable, type ExportChoice, selectedChoice } from '#renderer/state/export-choices.ts';
import { exportContext, idleExport } from '#renderer/state/export-context.ts';
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
  @state() private choices: readonly ExportChoice[] = [];

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly export = new ContextConsumer(this, { context: exportContext, subscribe: true });

  get isAnyOpen(): boolean {
    return this.isOpen;
  }

  /** The export that runs is shown instead of a choice of another one. */
  open(exportable: Exportable): void {
    this.openWith(exportChoices(exportable, this.library.value?.overview ?? null, this.locale.current.messages));
  }

  /** The article as one file for a browser; without an article, as `open`. */
  savePage(exportable: Exportable): void {
    if (exportable.article) void this.runArticle(exportable.article.id, 'html');
    else this.open(exportable);
  }

  print(exportable: Exportable): void {
    if (!exportable.article) return this.open(exportable);
    const { id } = exportable.article;
    const options = readExportOptions(localStorage, 'pdf');
    void this.exporter?.print({ kind: 'articles', ids: [id] }, options).then(() => this.tellFailure());
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
    const { exporter } = this;
    if (step.kind === 'show') this.isOpen = true;
    else if (step.kind === 'pause' || step.kind === 'resume') exporter?.pause(step.kind === 'pause');
    else if (step.kind === 'stop') exporter?.stop();
    else if (step.kind === 'reveal') void this.bridge.client.call('export.reveal', {}).catch(() => undefined);
    else if (step.kind === 'back') exporter?.dismiss();
    else if (step.kind === 'start') {
      keepExportOptions(localStorage, step.options);
      void exporter?.run(step.selection, step.options);
    } else this.close();
  }

  override render(): TemplateResult {
    return html`<op-export-dialog
      .isOpen=${this.isOpen}
      .choices=${this.choices}
      .export=${this.export.value ?? idleExport}
      .lastFormat=${lastExportFormat(localStorage)}
      .optionsOf=${this.optionsOf}
      @op-export-step=${(event: ExportStepEvent) => this.take(event.step)}
    ></op-export-dialog>`;
  }

  private openWith(choices: readonly ExportChoice[]): void {
    if (this.exporter?.state.kind !== 'running') this.exporter?.dismiss();
    this.choices = choices;
    this.isOpen = true;
  }

  private readonly optionsOf = (format: ExportFormat): ReturnType<typeof readExportOptions> =>
    readExportOptions(localStorage, format);

  private async runArticle(id: string, format: ExportFormat): Promise<void> {
    await this.exporter?.run({ kind: 'articles', ids: [id] }, readExportOptions(localStorage, format));
    this.tellFailure();
  }

  /** What was asked for without the dialog tells of itself only where it went wrong. */
  private tellFailure(): void {
    if (this.exporter?.state.kind === 'failed') this.isOpen = true;
  }

  private close(): void {
    this.isOpen = false;
    this.exporter?.dismiss();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-export-view': OpExportView;
  }
}
