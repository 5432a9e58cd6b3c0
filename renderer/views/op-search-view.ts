import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SearchSuggestion } from '#preload/contract/search-types.ts';
import { placeBelow } from '#renderer/components/menu-place.ts';
import '#renderer/components/op-search-field.ts';
import type { OpSearchField } from '#renderer/components/op-search-field.ts';
import '#renderer/components/op-syntax-help.ts';
import type { OpSyntaxHelp } from '#renderer/components/op-syntax-help.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import type { SearchForgottenEvent } from '#renderer/events/search-forgotten-event.ts';
import type { SuggestionChosenEvent } from '#renderer/events/suggestion-chosen-event.ts';
import type { SuggestionsWantedEvent } from '#renderer/events/suggestions-wanted-event.ts';
import { base } from '#renderer/styles/shared.ts';

/** Few while results are below them; more for a field that is still empty. */
const whileTyping = 6;
const beforeTyping = 8;
/** The results come first, and the list below the field does not change with every letter. */
const typingPauseMs = 80;

/** The search field with what the library can tell about what is typed there, and the history of searches. */
@customElement('op-search-view')
export class OpSearchView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) value = '';
  @state() private suggestions: readonly SearchSuggestion[] = [];
  @query('op-search-field') private readonly field!: OpSearchField | null;
  @query('op-syntax-help') private readonly help!: OpSyntaxHelp | null;

  private readonly bridge = new BridgeController(this);
  private suggesting: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  override focus(): void {
    this.field?.focus();
  }

  /** Another text than the reader typed. */
  replace(text: string): void {
    this.field?.replace(text);
  }

  showSyntax(): void {
    if (this.field) this.help?.open(placeBelow(this.field), this.field);
  }

  override render(): TemplateResult {
    return html`
      <op-search-field
        .value=${this.value}
        .suggestions=${this.suggestions}
        @op-query-changed=${(event: QueryChangedEvent) => event.isSubmitted && this.remember(event.query)}
        @op-suggestions-wanted=${(event: SuggestionsWantedEvent) => this.suggestSoon(event.text)}
        @op-suggestion-chosen=${this.handleChoice}
        @op-search-forgotten=${(event: SearchForgottenEvent) => void this.forget(event.query)}
        @op-syntax-requested=${this.showSyntax}
      ></op-search-field>
      <op-syntax-help></op-syntax-help>
    `;
  }

  private suggestSoon(text: string): void {
    this.stop();
    // What was shown before typing fits nothing that is typed.
    if (this.suggestions.some(({ marks }) => marks.length === 0)) this.suggestions = [];
    if (text.trim() === '') void this.suggest(text);
    else this.timer = setTimeout(() => void this.suggest(text), typingPauseMs);
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.suggesting?.abort();
  }

  private async suggest(text: string): Promise<void> {
    this.stop();
    const suggesting = new AbortController();
    this.suggesting = suggesting;
    const limit = text.trim() === '' ? beforeTyping : whileTyping;
    // Without suggestions one can still search: a failure needs no words.
    const found = await this.bridge.client.call('search.suggest', { text, limit }, suggesting.signal).catch(() => []);
    if (this.suggesting === suggesting) this.suggestions = found;
  }

  private handleChoice({ suggestion }: SuggestionChosenEvent): void {
    const { query: text, articleId } = suggestion;
    this.remember(articleId === null ? text : this.value);
    if (articleId === null) this.dispatchEvent(new QueryChangedEvent(text, true));
    else this.dispatchEvent(new ArticleChosenEvent(articleId));
  }

  private remember(text: string): void {
    const searched = text.trim();
    // The history is a convenience: a search that is not kept is no news.
    if (searched !== '') void this.bridge.client.call('search.remember', { query: searched }).catch(() => null);
  }

  private async forget(text: string | null): Promise<void> {
    await this.bridge.client.call('search.forget', { query: text }).catch(() => null);
    await this.suggest(this.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-search-view': OpSearchView;
  }
}
