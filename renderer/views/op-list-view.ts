import { ContextConsumer } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ArticleSummary, ListScope } from '#preload/contract/library-types.ts';
import type { SearchOffer, SearchSort } from '#preload/contract/search-types.ts';
import { icon } from '#renderer/components/icons.ts';
import '#renderer/components/op-article-list.ts';
import type { OpArticleList } from '#renderer/components/op-article-list.ts';
import '#renderer/components/op-facets.ts';
import '#renderer/components/op-failure-notice.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { HitCountsController } from '#renderer/controllers/hit-counts-controller.ts';
import { PagedRowsController } from '#renderer/controllers/paged-rows-controller.ts';
import type { FetchRows } from '#renderer/controllers/paged-rows-controller.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import type { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import type { RangeShownEvent } from '#renderer/events/range-shown-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { scopeLabel } from '#renderer/state/library-tree.ts';
import { rowOfArticle, rowOfHit } from '#renderer/state/list-row.ts';
import { savedSearchesContext } from '#renderer/state/saved-searches-context.ts';
import { syncContext } from '#renderer/state/sync-context.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { renderRemove, renderSave, renderSort } from './list-head.ts';
import { renderEmpty, renderSyncFailure } from './list-states.ts';
import { listViewStyles } from './list-view-styles.ts';
import './op-search-view.ts';
import type { OpSearchView } from './op-search-view.ts';

/** A high window full: most of a search's work is the passages around its hits. */
const hitsPerPage = 24;

/** The middle pane: the search field, and the articles of a scope or of a search. */
@customElement('op-list-view')
export class OpListView extends LitElement {
  static override styles = [base, buttons, listViewStyles];

  @property({ attribute: false }) scope: ListScope = { kind: 'all' };
  @property({ attribute: false }) searchText = '';
  @property({ attribute: false }) selectedId: string | null = null;
  @property({ type: Boolean }) hasLibraryButton = false;
  @property({ type: Boolean }) isSyncFailureDismissed = false;

  @state() private sort: SearchSort = 'newest';
  /** The search whose rows are shown or on their way, without the spaces around it. */
  @state() private runningQuery = '';
  @query('op-search-view') private readonly field!: OpSearchView | null;
  @query('op-article-list') private readonly list!: OpArticleList | null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly sync = new ContextConsumer(this, { context: syncContext, subscribe: true });
  private readonly rows = new PagedRowsController(this);
  private readonly saved = new ContextConsumer(this, { context: savedSearchesContext, subscribe: true });
  private readonly counts = new HitCountsController(this, {
    client: () => this.bridge.client,
    settle: (total) => this.rows.settle(total),
  });
  private seenVersion = 0;
  private seenSerial = 0;
  /** The search that was submitted, while its rows are on their way: the first of them gets the focus. */
  private submitted: string | null = null;

  /** Asked only when a search found nothing: which parts of it would. */
  private readonly offers = new Task(this, {
    args: () =>
      [this.isSearch && this.rows.hasList && !this.rows.isLoading && this.rows.total === 0 ? this.runningQuery : ''] as const,
    task: async ([text], { signal }): Promise<readonly SearchOffer[]> =>
      text === '' ? [] : this.bridge.client.call('search.offers', { query: text }, signal),
  });

  private get isSearch(): boolean {
    return this.runningQuery !== '';
  }

  focusSearch(): void {
    this.field?.focus();
  }

  override focus(): void {
    if (this.list) this.list.focusRow();
    else this.field?.focus();
  }

  /** The article on which the keyboard stands, if the list has the focus. */
  get focusedArticle(): ArticleSummary | null {
    return this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement === this.list
      ? (this.list?.activeRow?.article ?? null)
      : null;
  }

  /** The article before (-1) or after (1) the open one, brought into view; null at the ends of what is loaded. */
  step(direction: 1 | -1): ArticleSummary | null {
    const index = this.selectedId === null ? -1 : this.rows.indexOf(this.selectedId);
    const next = index < 0 ? 0 : index + direction;
    const row = this.rows.rowAt(next);
    if (row) this.list?.reveal(next);
    return row?.article ?? null;
  }

  changeArticle(id: string, change: Partial<ArticleSummary>): void {
    this.rows.change(id, change);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('searchText') && this.searchText.trim() !== this.runningQuery;
    if (changed.has('scope') || isOther) this.start();
    const version = this.library.value?.version ?? 0;
    const isChanged = version !== this.seenVersion;
    if (isChanged && this.seenVersion > 0) this.rows.refresh();
    this.seenVersion = version;
    const isOtherList = this.rows.serial !== this.seenSerial;
    this.seenSerial = this.rows.serial;
    if ((isOtherList || isChanged) && this.isSearch && !this.rows.isLoading && this.rows.total > 0)
      this.counts.ask(this.runningQuery, this.rows.isTotalExact && isOtherList);
  }

  protected override updated(): void {
    if (this.submitted !== this.runningQuery || this.rows.isLoading) return;
    this.submitted = null;
    this.list?.focusRow();
  }

  /** At once, at every keystroke: the search before is cancelled, and its rows stay until there are others. */
  private start(): void {
    this.counts.stop();
    this.runningQuery = this.searchText.trim();
    if (this.submitted !== this.runningQuery) this.submitted = null;
    if (this.isSearch) this.rows.start(this.searchRows(this.runningQuery, this.sort), hitsPerPage);
    else this.rows.start(this.scopeRows(this.scope));
  }

  private scopeRows(scope: ListScope): FetchRows {
    return async (offset, limit, signal) => {
      const page = await this.bridge.client.call('articles.list', { scope, offset, limit }, signal);
      return { total: page.total, isTotalExact: true, rows: page.rows.map(rowOfArticle) };
    };
  }

  private searchRows(text: string, sort: SearchSort): FetchRows {
    return async (offset, limit, signal) => {
      const answer = await this.bridge.client.call('search.run', { query: text, sort, offset, limit }, signal);
      return { total: answer.total, isTotalExact: answer.isTotalExact, rows: answer.hits.map(rowOfHit) };
    };
  }

  override render(): TemplateResult {
    return html`
      ${this.renderBar()} ${this.renderHead()} ${this.renderFacets()}
      ${renderSyncFailure(this.isSyncFailureDismissed ? undefined : this.sync.value, this.library.value?.overview?.archives ?? [])}
      ${this.renderRows()}
    `;
  }

  private renderBar(): TemplateResult {
    const { words } = this.locale;
    const isSyncing = this.sync.value?.kind === 'running';
    const syncLabel = isSyncing ? words.sync.running : words.sync.now;
    return html`
      <div class="bar ${this.hasLibraryButton ? 'has-library-button' : ''}">
        ${
          this.hasLibraryButton
            ? html`<button
                class="icon-button"
                type="button"
                aria-label=${words.list.showLibrary}
                title=${words.list.showLibrary}
                @click=${() => this.dispatchEvent(new PaneRequestedEvent('library'))}
              >
                ${icon('panelLeft')}
              </button>`
            : nothing
        }
        <op-search-view .value=${this.searchText} @op-query-changed=${this.handleQuery}></op-search-view>
        <button
          class="icon-button ${isSyncing ? 'is-turning' : ''}"
          type="button"
          aria-label=${syncLabel}
          title="${syncLabel} (F5)"
          aria-disabled=${isSyncing ? 'true' : 'false'}
          @click=${() => this.dispatchEvent(new SyncRequestedEvent(null))}
        >
          ${icon('refresh')}
        </button>
      </div>
    `;
  }

  private renderHead(): TemplateResult {
    const { words } = this.locale;
    const overview = this.library.value?.overview;
    const label = this.isSearch ? this.runningQuery : overview ? scopeLabel(overview, words.library, this.scope) : '';
    const count = this.isSearch ? words.search.found(this.rows.total, this.rows.isTotalExact) : words.list.count(this.rows.total);
    return html`
      <div class="head">
        <h2 title=${label ?? ''}>${label}</h2>
        <span class="count" role=${this.isSearch ? 'status' : nothing}
          >${this.rows.hasList && !this.rows.failure ? count : nothing}</span
        >
        ${this.isSearch ? this.renderSearchTools() : renderRemove(this.locale.words, this.scope, overview)}
      </div>
    `;
  }

  private renderSearchTools(): TemplateResult {
    const { words, messages } = this.locale.current;
    return html`
      ${renderSave(messages.search.saved, this.runningQuery, this.saved.value ?? [])}
      ${renderSort(words, this.sort, (sort) => this.sortBy(sort))}
    `;
  }

  private renderFacets(): TemplateResult | typeof nothing {
    if (!this.isSearch || !this.rows.hasList || this.rows.total === 0) return nothing;
    return html`<op-facets .facets=${this.counts.facets} .text=${this.runningQuery}></op-facets>`;
  }

  private renderRows(): TemplateResult {
    const { rows } = this;
    if (rows.failure && (rows.total === 0 || !rows.hasList)) {
      return html`<op-failure-notice .failure=${rows.failure} hasStep @op-step-taken=${this.handleRetry}></op-failure-notice>`;
    }
    if (!rows.hasList)
      return html`<div class="skeleton" aria-hidden="true">${Array.from({ length: 15 }, () => html`<i></i>`)}</div>`;
    if (rows.total === 0 && !rows.isLoading) {
      return renderEmpty(
        this.locale.current,
        this.isSearch ? null : this.scope,
        this.runningQuery,
        this.library.value?.overview ?? null,
        this.emptyParts(),
        this.sync.value?.kind === 'running' || this.sync.value?.kind === 'upkeep',
      );
    }
    return html`
      ${
        rows.failure
          ? html`<op-failure-notice .failure=${rows.failure} hasStep @op-step-taken=${this.handleRetry}></op-failure-notice>`
          : nothing
      }
      <op-article-list
        class=${rows.isLoading ? 'is-old' : ''}
        aria-busy=${rows.isLoading ? 'true' : 'false'}
        .total=${rows.total}
        .rowAt=${rows.rowAt}
        .version=${rows.version}
        .serial=${rows.serial}
        .selectedId=${this.selectedId}
        .showsDays=${!this.isSearch || this.sort === 'newest'}
        .label=${this.locale.words.list.label}
        @op-article-chosen=${this.handleChoice}
        @op-range-shown=${(event: RangeShownEvent) => this.rows.show(event.first, event.last)}
      ></op-article-list>
    `;
  }

  private emptyParts(): Parameters<typeof renderEmpty>[4] {
    return {
      offers: this.offers.value ?? [],
      choose: (text) => this.field?.replace(text),
      showSyntax: () => this.field?.showSyntax(),
    };
  }

  private handleRetry(event: Event): void {
    event.stopPropagation();
    if (this.rows.failure?.code === 'library-damaged') this.dispatchEvent(new SyncRequestedEvent(null));
    this.start();
  }

  private sortBy(sort: SearchSort): void {
    this.sort = sort;
    this.start();
  }

  /** The text itself goes up to the application and comes back as `searchText`. */
  private handleQuery(event: QueryChangedEvent): void {
    if (!event.isSubmitted) return;
    this.submitted = event.query.trim();
    this.requestUpdate();
  }

  /** A search that led somewhere is worth finding again. */
  private handleChoice(): void {
    if (this.isSearch) void this.bridge.client.call('search.remember', { query: this.runningQuery }).catch(() => null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-list-view': OpListView;
  }
}
