import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

const isMac = navigator.platform.startsWith('Mac');

/**
 * The search field. While an input method composes, nothing is fired: what stands in the field then is not yet what the reader
 * means. The Enter that ends a composition chooses a candidate and submits nothing.
 */
@customElement('op-search-field')
export class OpSearchField extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        flex: 1;
        min-width: 0;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        height: 28px;
        padding: 0 var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface-raised);
        color: var(--ink-third);
      }
      label:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: -1px;
      }
      svg {
        flex: none;
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
        appearance: none;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--ink-third);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      kbd {
        flex: none;
        font: inherit;
        font-size: var(--size-meta);
      }
      .icon-button {
        width: 20px;
        height: 20px;
        margin-right: -4px;
      }
      .icon-button svg {
        width: 14px;
        height: 14px;
      }
    `,
  ];

  @property({ attribute: false }) value = '';
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);
  private isComposing = false;

  override focus(): void {
    this.input?.focus();
    this.input?.select();
  }

  /** Another text than the reader typed: an offer that was chosen. */
  replace(text: string): void {
    if (this.input) this.input.value = text;
    this.report(false);
    this.focus();
  }

  override render(): TemplateResult {
    const { words } = this.locale;
    return html`
      <label>
        ${icon('search')}
        <input
          type="search"
          aria-label=${words.search.label}
          aria-keyshortcuts=${isMac ? 'Meta+K' : 'Control+K'}
          placeholder=${words.search.placeholder}
          autocomplete="off"
          spellcheck="false"
          maxlength="1000"
          .value=${this.value}
          @input=${this.handleInput}
          @compositionstart=${this.handleCompositionStart}
          @compositionend=${this.handleCompositionEnd}
          @keydown=${this.handleKey}
        />
        ${
          this.value === ''
            ? html`<kbd aria-hidden="true">${isMac ? '⌘K' : 'Ctrl K'}</kbd>`
            : html`<button
                class="icon-button"
                type="button"
                aria-label=${words.search.clear}
                title=${words.search.clear}
                @click=${this.clear}
              >
                ${icon('close')}
              </button>`
        }
      </label>
    `;
  }

  private handleInput(event: Event): void {
    if (this.isComposing || (event instanceof InputEvent && event.isComposing)) return;
    this.report(false);
  }

  private handleCompositionStart(): void {
    this.isComposing = true;
  }

  private handleCompositionEnd(): void {
    this.isComposing = false;
    this.report(false);
  }

  private handleKey(event: KeyboardEvent): void {
    // Some engines send the key that ends a composition after `compositionend`; its code still is 229.
    if (this.isComposing || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') this.report(true);
    else if (event.key === 'ArrowDown') this.dispatchEvent(new PaneRequestedEvent('list'));
    else if (event.key === 'Escape' && this.value !== '') this.clear();
    else return;
    event.preventDefault();
  }

  private clear(): void {
    this.value = '';
    if (this.input) this.input.value = '';
    this.report(false);
    this.input?.focus();
  }

  private report(isSubmitted: boolean): void {
    const query = this.input?.value ?? '';
    if (query === this.value && !isSubmitted && query !== '') return;
    this.value = query;
    this.dispatchEvent(new QueryChangedEvent(query, isSubmitted));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-search-field': OpSearchField;
  }
}
