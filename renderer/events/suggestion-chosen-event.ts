import type { SearchSuggestion } from '#preload/contract/search-types.ts';

/** One of the suggestions was chosen. */
export class SuggestionChosenEvent extends Event {
  static readonly type = 'op-suggestion-chosen';
  readonly suggestion: SearchSuggestion;

  constructor(suggestion: SearchSuggestion) {
    super(SuggestionChosenEvent.type, { bubbles: true, composed: true });
    this.suggestion = suggestion;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-suggestion-chosen': SuggestionChosenEvent;
  }
}
