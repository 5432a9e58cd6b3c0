import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SearchSuggestion } from '#preload/contract/search-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { markedText, nearFirstMark } from './marked-text.ts';

/** One line of the list below the search field. */
export type SearchChoice =
  | { readonly kind: 'suggestion'; readonly suggestion: SearchSuggestion }
  | { readonly kind: 'clear-history' }
  | { readonly kind: 'syntax' };

type Words = Messages['search']['suggestions'];

const kindIcons: Readonly<Record<SearchSuggestion['kind'], IconName>> = {
  recent: 'history',
  saved: 'star',
  title: 'fileText',
  topic: 'hash',
  tag: 'tag',
  source: 'newspaper',
};

/** The history can be cleared where it is shown, and the help stands where nothing is in its way. */
export const searchChoices = (suggestions: readonly SearchSuggestion[], isEmpty: boolean): readonly SearchChoice[] => {
  const choices = suggestions.map((suggestion): SearchChoice => ({ kind: 'suggestion', suggestion }));
  if (!isEmpty) return choices;
  const hasHistory = suggestions.some(({ kind }) => kind === 'recent');
  return [...choices, ...(hasHistory ? [{ kind: 'clear-history' } as const] : []), { kind: 'syntax' }];
};

/** Latin letters that the list surely has room for beside each other. */
const lineLength = 34;

interface ChoiceHandlers {
  choose(choice: SearchChoice): void;
  forget(query: string): void;
}

export const choiceId = (index: number): string => `choice-${index}`;

export const renderChoices = (
  choices: readonly SearchChoice[],
  active: number,
  words: Words,
  handlers: ChoiceHandlers,
): TemplateResult => {
  const steps = choices.findIndex(({ kind }) => kind !== 'suggestion');
  const lines = choices.map((choice, index) => renderChoice(choice, index, index === active, words, handlers));
  return html`${steps < 0 ? lines : lines.slice(0, steps)}${
    steps < 0 ? nothing : html`<div class="steps" role="presentation">${lines.slice(steps)}</div>`
  }`;
};

const renderChoice = (
  choice: SearchChoice,
  index: number,
  isActive: boolean,
  words: Words,
  handlers: ChoiceHandlers,
): TemplateResult => {
  const isStep = choice.kind !== 'suggestion';
  return html`<div
    class="option ${isStep ? 'step' : ''} ${isActive ? 'is-active' : ''}"
    id=${choiceId(index)}
    role="option"
    aria-selected=${isActive ? 'true' : 'false'}
    aria-description=${isStep ? nothing : descriptionOf(choice.suggestion, words)}
    @click=${() => handlers.choose(choice)}
  >
    ${isStep ? renderStep(choice.kind, words) : renderSuggestion(choice.suggestion, words, handlers)}
  </div>`;
};

const descriptionOf = ({ kind }: SearchSuggestion, words: Words): string =>
  kind === 'recent' ? `${words[kind]} · ${words.forgetKey}` : words[kind];

const renderStep = (kind: 'clear-history' | 'syntax', words: Words): TemplateResult => html`
  <span class="sign">${icon(kind === 'syntax' ? 'help' : 'trash')}</span>
  <span class="text">${kind === 'syntax' ? words.syntax : words.clearHistory}</span>
`;

const renderSuggestion = (suggestion: SearchSuggestion, words: Words, handlers: ChoiceHandlers): TemplateResult => {
  const { kind, text, marks, query } = suggestion;
  const shown = nearFirstMark(text, marks, lineLength);
  const forget = (event: Event): void => {
    event.stopPropagation();
    handlers.forget(query);
  };
  return html`
    <span class="sign" title=${words[kind]}>${icon(kindIcons[kind])}</span>
    <span class="text" title=${text}>${markedText(shown.text, shown.marks)}</span>
    ${
      kind === 'recent'
        ? html`<span class="forget" aria-hidden="true" title=${words.forget(query)} @click=${forget}>${icon('close')}</span>`
        : nothing
    }
  `;
};
