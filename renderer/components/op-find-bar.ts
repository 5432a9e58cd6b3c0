import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { FindChangedEvent } from '#renderer/events/find-changed-event.ts';
import { FindClosedEvent } from '#renderer/events/find-closed-event.ts';
import { MatchSteppedEvent } from '#renderer/events/match-stepped-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base } from '#renderer/styles/shared.ts';
import './op-match-steps.ts';

/** Looks for something in the open article. While an input method composes, nothing is fired. */
@customElement('op-find-bar')
export class OpFindBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        height: 36px;
        padding: 0 3px 0 var(--space-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
      }
      :host(:focus-within) {
        border-color: var(--focus);
      }
      input {
        flex: 1;
        min-width: 0;
        height: 100%;
        padding: 0;
        border: 0;
        background: transparent;
        color: var(--ink);
        font: inherit;
      }
      input:focus-visible {
        outline: none;
      }
      @media (forced-colors: active) {
        input:focus-visible {
          outline: 2px solid Highlight;
        }
      }
      input::placeholder {
        color: var(--ink-third);
        opacity: 1;
      }
    `,
  ];

  @property({ attribute: false }) text = '';
  @property({ attribute: false }) current = 1;
  /** null while nothing was looked for. */
  @property({ attribute: false }) total: number | null = null;
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);
  private isComposing = false;

  override focus(): void {
    this.input?.focus();
    this.input?.select();
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.search.find;
    return html`
      <input
        type="text"
        aria-label=${words.label}
        placeholder=${words.label}
        autocomplete="off"
        spellcheck="false"
        maxlength="1000"
        .value=${this.text}
        @input=${this.handleInput}
        @compositionstart=${this.handleCompositionStart}
        @compositionend=${this.handleCompositionEnd}
        @keydown=${this.handleKey}
      />
      <op-match-steps .current=${this.current} .total=${this.total} .closeLabel=${words.close}></op-match-steps>
    `;
  }

  private handleInput(event: Event): void {
    if (!this.isComposing && !(event instanceof InputEvent && event.isComposing)) this.report();
  }

  private handleCompositionStart(): void {
    this.isComposing = true;
  }

  private handleCompositionEnd(): void {
    this.isComposing = false;
    this.report();
  }

  private handleKey(event: KeyboardEvent): void {
    if (this.isComposing || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') this.dispatchEvent(new MatchSteppedEvent(event.shiftKey ? -1 : 1));
    else if (event.key === 'Escape') this.dispatchEvent(new FindClosedEvent());
    else return;
    event.preventDefault();
  }

  private report(): void {
    const text = this.input?.value ?? '';
    if (text === this.text) return;
    this.text = text;
    this.dispatchEvent(new FindChangedEvent(text));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-find-bar': OpFindBar;
  }
}
