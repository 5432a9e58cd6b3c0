import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SearchSuggestion } from '#preload/contract/search-types.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { SearchForgottenEvent } from '#renderer/events/search-forgotten-event.ts';
import { SuggestionChosenEvent } from '#renderer/events/suggestion-chosen-event.ts';
import { SuggestionsWantedEvent } from '#renderer/events/suggestions-wanted-event.ts';
import { SyntaxRequestedEvent } from '#renderer/events/syntax-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { choiceId, renderChoices, searchChoices } from './search-choices.ts';
import type { SearchChoice } from './search-choices.ts';
import { searchFieldStyles } from './search-field-styles.ts';

const isMac = navigator.platform.startsWith('Mac');

/**
 * The search field with its suggestions: a combobox. While an input method composes, nothing is fired and no list is in its way:
 * what stands in the field then is not yet what the reader means. The Enter that ends a composition chooses a candidate of the
 * input method, and submits nothing.
 */
@customElement('op-search-field')
export class OpSearchField extends LitElement {
  static override styles = [base, buttons, searchFieldStyles];

  @property({ attribute: false }) value = '';
  /** For what stands in the field now; empty while they are not known. */
  @property({ attribute: false }) suggestions: readonly SearchSuggestion[] = [];
  /** Suggestions are wanted: the reader typed, or came to the empty field. */
  @state() private isOpen = false;
  /** Of the choices; -1: what was typed. */
  @state() private active = -1;
  @query('input') private readonly input!: HTMLInputElement | null;
  @query('#choices') private readonly popup!: HTMLElement | null;

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
    this.close();
    this.focus();
  }

  private get choices(): readonly SearchChoice[] {
    return this.isOpen ? searchChoices(this.suggestions, this.value.trim() === '') : [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('suggestions')) this.active = Math.min(this.active, this.choices.length - 1);
  }

  override render(): TemplateResult {
    const { words, messages } = this.locale.current;
    const { choices } = this;
    return html`
      <label>
        ${icon('search')} ${this.renderInput(choices.length > 0)}
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
      <div
        id="choices"
        popover="manual"
        role="listbox"
        aria-label=${messages.search.suggestions.label}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${renderChoices(choices, this.active, messages.search.suggestions, {
          choose: (choice) => this.choose(choice),
          forget: (text) => this.dispatchEvent(new SearchForgottenEvent(text)),
        })}
      </div>
    `;
  }

  private renderInput(isExpanded: boolean): TemplateResult {
    const { words } = this.locale;
    return html`<input
      type="search"
      role="combobox"
      aria-label=${words.search.label}
      aria-keyshortcuts=${isMac ? 'Meta+K' : 'Control+K'}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls="choices"
      aria-expanded=${isExpanded ? 'true' : 'false'}
      aria-activedescendant=${this.active >= 0 && isExpanded ? choiceId(this.active) : nothing}
      placeholder=${words.search.placeholder}
      autocomplete="off"
      spellcheck="false"
      maxlength="1000"
      .value=${this.value}
      @input=${this.handleInput}
      @compositionstart=${this.handleCompositionStart}
      @compositionend=${this.handleCompositionEnd}
      @keydown=${this.handleKey}
      @focus=${this.handleFocus}
      @pointerdown=${this.handlePress}
      @blur=${this.close}
    />`;
  }

  protected override updated(): void {
    const { popup } = this;
    if (!popup) return;
    const isWanted = this.choices.length > 0;
    if (popup.matches(':popover-open') !== isWanted) popup.togglePopover(isWanted);
    if (isWanted) popup.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
  }

  private handleInput(event: Event): void {
    if (this.isComposing || (event instanceof InputEvent && event.isComposing)) return;
    this.report(false);
  }

  private handleCompositionStart(): void {
    this.isComposing = true;
    this.close();
  }

  private handleCompositionEnd(): void {
    this.isComposing = false;
    this.report(false);
  }

  private readonly handleFocus = (): void => {
    if (this.value === '' && !this.isComposing) this.open();
  };

  /** The field has the focus already, and its list was closed. */
  private handlePress(): void {
    if (this.value === '' && !this.isOpen && this.input?.matches(':focus')) this.open();
  }

  private handleKey(event: KeyboardEvent): void {
    // Some engines send the key that ends a composition after `compositionend`; its code still is 229.
    if (this.isComposing || event.isComposing || event.keyCode === 229) return;
    if (!this.handleListKey(event) && !this.handleFieldKey(event)) return;
    event.preventDefault();
  }

  /** False for a key that means the field, not the list. */
  private handleListKey({ key, altKey }: KeyboardEvent): boolean {
    const { choices, active } = this;
    const choice = choices[active];
    if (choices.length === 0) return false;
    if (key === 'ArrowDown') this.active = active + 1 < choices.length ? active + 1 : -1;
    else if (key === 'ArrowUp' && !altKey) this.active = active < 0 ? choices.length - 1 : active - 1;
    else if (key === 'Escape' || key === 'ArrowUp') this.close();
    else if (key === 'Enter' && choice) this.choose(choice);
    else if (key === 'Delete' && choice?.kind === 'suggestion' && choice.suggestion.kind === 'recent')
      this.dispatchEvent(new SearchForgottenEvent(choice.suggestion.query));
    else return false;
    return true;
  }

  private handleFieldKey({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'Enter') this.report(true);
    else if (key === 'ArrowDown' && (altKey || this.value === '')) this.open();
    else if (key === 'ArrowDown') this.dispatchEvent(new PaneRequestedEvent('list'));
    else if (key === 'Escape' && this.value !== '') this.clear();
    else return false;
    return true;
  }

  private choose(choice: SearchChoice): void {
    this.close();
    if (choice.kind === 'syntax') this.dispatchEvent(new SyntaxRequestedEvent());
    else if (choice.kind === 'clear-history') this.dispatchEvent(new SearchForgottenEvent(null));
    else this.dispatchEvent(new SuggestionChosenEvent(choice.suggestion));
  }

  private open(): void {
    this.active = -1;
    this.isOpen = true;
    this.dispatchEvent(new SuggestionsWantedEvent(this.value));
  }

  private close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  private clear(): void {
    this.value = '';
    if (this.input) this.input.value = '';
    this.report(false);
    this.close();
    this.input?.focus();
  }

  private report(isSubmitted: boolean): void {
    const text = this.input?.value ?? '';
    if (isSubmitted) this.close();
    if (text === this.value && !isSubmitted && text !== '') return;
    this.value = text;
    this.dispatchEvent(new QueryChangedEvent(text, isSubmitted));
    if (!isSubmitted) this.open();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-search-field': OpSearchField;
  }
}
