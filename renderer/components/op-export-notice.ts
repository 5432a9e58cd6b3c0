import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ExportStepEvent } from '#renderer/events/export-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { idleExport, type ExportState } from '#renderer/state/export-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** Says in one line how an export stands; the rest is in the dialog that it opens. */
@customElement('op-export-notice')
export class OpExportNotice extends LitElement {
  static override styles = [
    base,
    css`
      button {
        padding: 0 var(--space-1);
        border: 0;
        border-radius: var(--radius-small);
        background: transparent;
        color: var(--ink);
        font: inherit;
        text-decoration: underline;
      }
    `,
  ];

  @property({ attribute: false }) export: ExportState = idleExport;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    const words = this.locale.current.messages.exportDialog.notice;
    if (this.export.kind === 'idle') return nothing;
    if (this.export.kind === 'copied') return html`<span role="status">${words.copied}</span>`;
    return html`<button type="button" @click=${this.show}>${this.text()}</button>`;
  }

  private text(): string {
    const words = this.locale.current.messages.exportDialog.notice;
    if (this.export.kind === 'done') return this.export.report.endedBy ? words.partlyDone : words.done;
    if (this.export.kind !== 'running') return words.failed;
    const { progress, isPaused } = this.export;
    if (isPaused) return words.paused;
    return progress ? words.running(progress.done, progress.total) : words.preparing;
  }

  private show(): void {
    this.dispatchEvent(new ExportStepEvent({ kind: 'show' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-export-notice': OpExportNotice;
  }
}
