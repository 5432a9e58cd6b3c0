import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FindClosedEvent } from '#renderer/events/find-closed-event.ts';
import { MatchSteppedEvent } from '#renderer/events/match-stepped-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

/** Which match is the current one, and the way to the others and out. */
@customElement('op-match-steps')
export class OpMatchSteps extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
      }
      .count {
        min-width: 3.5em;
        padding: 0 var(--space-1);
        color: var(--ink-second);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }
      .icon-button {
        width: 28px;
        height: 28px;
      }
    `,
  ];

  /** From 1. */
  @property({ attribute: false }) current = 1;
  /** null while they are counted. */
  @property({ attribute: false }) total: number | null = null;
  /** What leaving means: "Close", or what is to be hidden. */
  @property({ attribute: false }) closeLabel = '';

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.search.find;
    const { current, total } = this;
    const count = total === null ? nothing : total === 0 ? words.none : words.count(current, total);
    return html`
      <span class="count" role="status">${count}</span>
      ${this.renderStep(-1, words.previous, 'Shift+F3')} ${this.renderStep(1, words.next, 'F3')}
      <button
        class="icon-button"
        type="button"
        aria-label=${this.closeLabel}
        title=${this.closeLabel}
        @click=${() => this.dispatchEvent(new FindClosedEvent())}
      >
        ${icon('close')}
      </button>
    `;
  }

  private renderStep(direction: 1 | -1, label: string, key: string): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      aria-keyshortcuts=${key}
      title="${label} (${key})"
      ?disabled=${this.total === null || this.total === 0}
      @click=${() => this.dispatchEvent(new MatchSteppedEvent(direction))}
    >
      ${icon(direction === 1 ? 'chevronDown' : 'chevronUp')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-match-steps': OpMatchSteps;
  }
}
