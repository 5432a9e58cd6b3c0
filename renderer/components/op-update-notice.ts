import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DialogRequestedEvent } from '#renderer/events/dialog-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base } from '#renderer/styles/shared.ts';

/** Says in one line that a new version is there; the rest is in the dialog that it opens. */
@customElement('op-update-notice')
export class OpUpdateNotice extends LitElement {
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

  @property({ attribute: false }) version = '';

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.updates;
    return html`<button type="button" @click=${this.open}>${words.notice(this.version)}</button>`;
  }

  private open(): void {
    this.dispatchEvent(new DialogRequestedEvent('updates'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-update-notice': OpUpdateNotice;
  }
}
