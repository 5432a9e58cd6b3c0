import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ArchiveSummary, LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { SearchOffer } from '#preload/contract/search-types.ts';
import type { IconName } from '#renderer/components/icons.ts';
import '#renderer/components/op-empty-state.ts';
import '#renderer/components/op-failure-notice.ts';
import '#renderer/components/op-first-steps.ts';
import { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import type { Locale } from '#renderer/i18n/locale.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';
import { syncFailure } from '#renderer/state/sync-context.ts';
import type { SyncState } from '#renderer/state/sync-context.ts';

interface Offers {
  readonly offers: readonly SearchOffer[];
  readonly choose: (text: string) => void;
  readonly showSyntax: () => void;
}

const fire = (event: () => Event) => (from: Event) => {
  from.stopPropagation();
  from.currentTarget?.dispatchEvent(event());
};

interface EmptyList {
  readonly icon: IconName;
  readonly heading: string;
  readonly hint: string;
}

/** What a list that the reader fills says where it is empty; null for what an archive fills. */
const emptyList = (scope: ListScope, words: Locale['words']['empty'], hasArticles: boolean): EmptyList | null => {
  if (scope.kind === 'bookmarked') return { icon: 'bookmark', heading: words.bookmarksTitle, hint: words.bookmarksHint };
  if (scope.kind === 'removed') return { icon: 'archiveX', heading: words.removedTitle, hint: words.removedHint };
  if (scope.kind === 'history') return { icon: 'history', heading: words.historyTitle, hint: words.historyHint };
  if (scope.kind === 'unread' && hasArticles) return { icon: 'check', heading: words.unreadTitle, hint: words.unreadHint };
  return null;
};

/** Why the list is empty and what to do. `scope` is null for a search. */
export const renderEmpty = (
  locale: Locale,
  scope: ListScope | null,
  query: string,
  overview: LibraryOverview | null,
  offers: Offers,
  isSyncing: boolean,
): TemplateResult => {
  const words = locale.words.empty;
  if (scope === null) return renderNoHits(locale, query, offers);
  const own = emptyList(scope, words, (overview?.counts.all ?? 0) > 0);
  if (own) return html`<op-empty-state .icon=${own.icon} .heading=${own.heading} .hint=${own.hint}></op-empty-state>`;
  if (overview && overview.archives.length === 0) {
    return html`<op-empty-state
      .heading=${words.libraryTitle}
      .hint=${words.libraryHint}
      .step=${locale.words.library.addArchive}
      @op-step-taken=${fire(() => new AddArchiveRequestedEvent())}
    ></op-empty-state>`;
  }
  if (isSyncing)
    return html`<op-empty-state .icon=${'refresh'} .heading=${words.syncingTitle} .hint=${words.syncingHint}></op-empty-state>`;
  return html`<op-empty-state
    .icon=${'refresh'}
    .heading=${words.scopeTitle}
    .hint=${words.scopeHint}
    .step=${locale.words.sync.now}
    @op-step-taken=${fire(() => new SyncRequestedEvent(scope.kind === 'archive' ? [scope.archiveId] : null))}
  ></op-empty-state>`;
};

const renderNoHits = (locale: Locale, query: string, { offers, choose, showSyntax }: Offers): TemplateResult => {
  const words = locale.words.empty;
  return html`<op-empty-state
    .icon=${'search'}
    .heading=${words.hitsTitle(query)}
    .hint=${words.hitsHint}
    .step=${words.showAll}
    @op-step-taken=${fire(() => new QueryChangedEvent('', false))}
  >
    <p>${offers.length > 0 ? words.hitsOffer : words.hitsNoOffer}</p>
    ${
      offers.length === 0
        ? nothing
        : html`<div class="offers">
            ${offers.map(
              ({ query: text, total, isTotalExact }) =>
                html`<button class="button" type="button" @click=${() => choose(text)}>
                  <span class="text">${text}</span
                  ><span class="amount">${locale.messages.search.saved.count(total, isTotalExact)}</span>
                </button>`,
            )}
          </div>`
    }
    <button class="link" type="button" @click=${showSyntax}>${locale.messages.search.suggestions.syntax}</button>
  </op-empty-state>`;
};

/** The last sync's failure, if it ended in one, or else the ways in where there is no archive yet. Taking the step and dismissing are for the application to answer. */
export const renderSyncFailure = (
  sync: SyncState | undefined,
  archives: readonly ArchiveSummary[],
): TemplateResult | typeof nothing => {
  const failed = sync ? syncFailure(sync) : null;
  const isFirst = archives.length > 0 && archives.every(({ origin }) => origin === handbookOrigin);
  if (!failed) return isFirst ? html`<op-first-steps></op-first-steps>` : nothing;
  const subject = archives.find((archive) => archive.id === failed.archive)?.name ?? '';
  return html`<op-failure-notice .failure=${failed.failure} .subject=${subject} hasStep isDismissable></op-failure-notice>`;
};

/** Until the first rows are here; seen only where that takes its time. */
export const renderSkeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">${Array.from({ length: 15 }, () => html`<i></i>`)}</div>`;
