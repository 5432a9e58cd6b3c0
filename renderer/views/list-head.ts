import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { SavedSearch, SearchSort } from '#preload/contract/search-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { icon } from '#renderer/components/icons.ts';
import { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import { SavedSearchActionEvent } from '#renderer/events/saved-search-action-event.ts';
import type { Locale } from '#renderer/i18n/locale.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';

/** The choice of order, for searches only: a listing is newest first. */
export const renderSort = (words: Locale['words'], sort: SearchSort, choose: (sort: SearchSort) => void): TemplateResult => {
  const handleChange = (event: Event): void => {
    if (event.currentTarget instanceof HTMLSelectElement)
      choose(event.currentTarget.value === 'relevance' ? 'relevance' : 'newest');
  };
  return html`<span class="sort">
    <select aria-label=${words.search.sortLabel} @change=${handleChange}>
      <option value="newest" ?selected=${sort === 'newest'}>${words.search.newest}</option>
      <option value="relevance" ?selected=${sort === 'relevance'}>${words.search.relevance}</option>
    </select>
    ${icon('chevronDown')}
  </span>`;
};

/** Keeps the search in the library; a filled star says that it is kept there, and leads to its name. */
export const renderSave = (words: Messages['search']['saved'], query: string, saved: readonly SavedSearch[]): TemplateResult => {
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
export const renderRemove = (
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
