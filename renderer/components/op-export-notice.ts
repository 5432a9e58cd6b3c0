import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ExportStepEvent } from '#renderer/events/export-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { type ExportItem, type Exports, isGoingOn, noExports } from '#renderer/state/export-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** Says in one line how exports stand; the rest is in what it opens. */
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

  @property({ attribute: false }) exports: Exports = noExports;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    const { items, isCopied } = this.exports;
    if (isCopied) return html`<span role="status">${this.locale.current.messages.exportDialog.notice.copied}</span>`;
    const going = items.filter(isGoingOn);
    const told = going.find(({ state }) => state.kind === 'running' && !state.isWaiting) ?? going[0] ?? items.at(-1);
    if (!told) return nothing;
    const others = Math.max(0, going.length - 1);
    const text = this.textOf(told);
    const { andOthers } = this.locale.current.messages.exportQueue;
    return html`<button type="button" @click=${this.show}>${others === 0 ? text : `${text} · ${andOthers(others)}`}</button>`;
  }

  private textOf({ state }: ExportItem): string {
    const { exportDialog, exportQueue } = this.locale.current.messages;
    const words = exportDialog.notice;
    if (state.kind === 'done') return state.report.endedBy ? words.partlyDone : words.done;
    if (state.kind !== 'running') return words.failed;
    if (state.isPaused) return words.paused;
    if (state.isWaiting) return exportQueue.waiting;
    return state.progress ? words.running(state.progress.done, state.progress.total) : words.preparing;
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
