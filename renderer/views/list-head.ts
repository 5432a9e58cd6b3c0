import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import { maximumIds } from '#preload/contract/list-types.ts';
import type { ListAppearance, ListDensity, ListSort } from '#preload/contract/list-types.ts';
import type { SavedSearch, SearchSort } from '#preload/contract/search-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { icon } from '#renderer/components/icons.ts';
import '#renderer/components/op-facets.ts';
import '#renderer/components/op-selection-bar.ts';
import type { HitCountsController } from '#renderer/controllers/hit-counts-controller.ts';
import type { PagedRowsController } from '#renderer/controllers/paged-rows-controller.ts';
import type { RowActions } from '#renderer/controllers/row-actions.ts';
import type { SelectionController } from '#renderer/controllers/selection-controller.ts';
import { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import { SavedSearchActionEvent } from '#renderer/events/saved-search-action-event.ts';
import type { SelectionStep, SelectionStepEvent } from '#renderer/events/selection-step-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import type { Locale } from '#renderer/i18n/locale.ts';
import { scopeLabel } from '#renderer/state/library-tree.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';

interface Choices<Choice extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Choice, string>>;
  readonly value: Choice;
  choose(choice: Choice, target: EventTarget): void;
}

/** The choice of order. */
const renderSort = <Choice extends string>({ label, names, value, choose }: Choices<Choice>): TemplateResult => {
  const all = Object.keys(names).filter((name): name is Choice => name in names);
  const handleChange = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    const chosen = event.currentTarget.value;
    choose(all.find((choice) => choice === chosen) ?? value, event.currentTarget);
  };
  return html`<span class="sort">
    <select aria-label=${label} title=${label} @change=${handleChange}>
      ${all.map((choice) => html`<option value=${choice} .selected=${choice === value}>${names[choice]}</option>`)}
    </select>
    ${icon('chevronDown')}
  </span>`;
};

/** One line an article, or more. */
const renderDensity = (words: Messages['articleList'], density: ListDensity): TemplateResult => {
  const isCompact = density === 'compact';
  const label = isCompact ? words.makeComfortable : words.makeCompact;
  const choose = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new SettingsChosenEvent({ list: { density: isCompact ? 'comfortable' : 'compact' } }));
  };
  return html`<button class="icon-button density" type="button" aria-label=${label} title=${label} @click=${choose}>
    ${icon(isCompact ? 'listRows' : 'listLines')}
  </button>`;
};

/** Keeps the search in the library; a filled star says that it is kept there, and leads to its name. */
const renderSave = (words: Messages['search']['saved'], query: string, saved: readonly SavedSearch[]): TemplateResult => {
  const known = saved.find((one) => one.query === query);
  const label = known ? words.isSaved : words.save;
  const ask = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new SavedSearchActionEvent(query, known?.name ?? query, 'name'));
  };
  return html`<button
    class="icon-button save ${known ? 'is-yours' : ''}"
    type="button"
    aria-label=${label}
    title=${label}
    @click=${ask}
  >
    ${icon('star')}
  </button>`;
};

/** The way to remove the archive that is shown; the handbook stays. */
const renderRemove = (
  words: Locale['words'],
  scope: ListScope,
  overview: LibraryOverview | null | undefined,
): TemplateResult | typeof nothing => {
  if (scope.kind !== 'archive') return nothing;
  const archive = overview?.archives.find((one) => one.id === scope.archiveId);
  if (!archive || archive.origin === handbookOrigin) return nothing;
  const label = words.removeArchive.action;
  const ask = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new ArchiveActionEvent(archive.id, 'remove'));
  };
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${ask}>
    ${icon('trash')}
  </button>`;
};

interface ListHead {
  /** Null for a list that is no search. */
  readonly query: string | null;
  readonly scope: ListScope;
  readonly overview: LibraryOverview | null;
  readonly saved: readonly SavedSearch[];
  readonly rows: PagedRowsController;
  readonly look: ListAppearance;
  readonly searchSort: SearchSort;
  sortSearch(sort: SearchSort): void;
}

/** What is listed, how much of it, and in which order and shape. */
export const renderListHead = ({ words, messages }: Locale, head: ListHead): TemplateResult => {
  const { query, overview, rows, scope } = head;
  const label = query ?? (overview ? scopeLabel(overview, words.library, scope) : '');
  const count = query === null ? words.list.count(rows.total) : words.search.found(rows.total, rows.isTotalExact);
  return html`
    <div class="head">
      <h2 title=${label ?? ''}>${label}</h2>
      <span class="count" role=${query === null ? nothing : 'status'}>${rows.hasList && !rows.failure ? count : nothing}</span>
      ${query === null ? renderRemove(words, scope, overview) : renderSave(messages.search.saved, query, head.saved)}
      ${query === null ? renderListSort(messages, head.look.sort) : renderSearchSort(words, head)}
      ${renderDensity(messages.articleList, head.look.density)}
    </div>
  `;
};

const renderSearchSort = ({ search: words }: Locale['words'], { searchSort, sortSearch }: ListHead): TemplateResult => {
  const { sortLabel: label, newest, relevance } = words;
  return renderSort({ label, names: { newest, relevance }, value: searchSort, choose: sortSearch });
};

const renderListSort = ({ articleList: words }: Messages, value: ListSort): TemplateResult => {
  const choose = (sort: ListSort, target: EventTarget): void =>
    void target.dispatchEvent(new SettingsChosenEvent({ list: { sort } }));
  return renderSort({ label: words.sort, names: words.sorts, value, choose });
};

/** In the place of the head as long as rows are selected. */
export const renderSelection = (
  selecting: SelectionController,
  actions: RowActions,
  take: (step: SelectionStep) => void,
): TemplateResult =>
  html`<op-selection-bar
    .count=${selecting.count}
    .most=${maximumIds}
    .isAll=${selecting.selection.isAll && selecting.selection.ids.size === 0}
    .isCut=${selecting.isCut}
    .isEachBookmarked=${actions.isEach((article) => article.isBookmarked)}
    .isEachRead=${actions.isEach((article) => article.isRead)}
    @op-selection-step=${(event: SelectionStepEvent) => take(event.step)}
  ></op-selection-bar>`;

/** What the hits can be narrowed by; null for a list that is no search. */
export const renderFacets = (
  rows: PagedRowsController | null,
  facets: HitCountsController['facets'],
  text: string,
): TemplateResult | typeof nothing =>
  rows?.hasList && rows.total > 0 ? html`<op-facets .facets=${facets} .text=${text}></op-facets>` : nothing;
