import { ContextConsumer } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { ArticleSummary, ListScope } from '#preload/contract/library-types.ts';
import type { ListAppearance } from '#preload/contract/list-types.ts';
import type { SearchSort } from '#preload/contract/search-types.ts';
import '#renderer/components/op-article-list.ts';
import type { OpArticleList } from '#renderer/components/op-article-list.ts';
import '#renderer/components/op-failure-notice.ts';
import { AskedSearchController } from '#renderer/controllers/asked-search-controller.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { HitCountsController } from '#renderer/controllers/hit-counts-controller.ts';
import { RowActions } from '#renderer/controllers/row-actions.ts';
import { createSearchOffers } from '#renderer/controllers/search-offers.ts';
import { SelectionController } from '#renderer/controllers/selection-controller.ts';
import { pagesOfScope, pagesOfSearch } from '#renderer/controllers/list-pages.ts';
import { PagedRowsController } from '#renderer/controllers/paged-rows-controller.ts';
import type { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import type { RangeShownEvent } from '#renderer/events/range-shown-event.ts';
import type { RowMenuRequestedEvent } from '#renderer/events/row-menu-requested-event.ts';
import type { RowsSelectedEvent } from '#renderer/events/rows-selected-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { SelectedArticles } from '#renderer/state/export-choices.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { isByDay, scopeAsOfNow } from '#renderer/state/list-row.ts';
import { savedSearchesContext } from '#renderer/state/saved-searches-context.ts';
import { settingsContext } from '#renderer/state/settings-context.ts';
import { syncContext } from '#renderer/state/sync-context.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { renderLibraryButton, renderSyncButton } from './list-bar.ts';
import { renderFacets, renderListHead, renderSelection } from './list-head.ts';
import { renderEmpty, renderSkeleton, renderSyncFailure } from './list-states.ts';
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
  /** Only for what it hears. */
  protected readonly asked = new AskedSearchController(this, () => this.bridge.client);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly sync = new ContextConsumer(this, { context: syncContext, subscribe: true });
  private readonly rows = new PagedRowsController(this);
  private readonly saved = new ContextConsumer(this, { context: savedSearchesContext, subscribe: true });
  private readonly counts = new HitCountsController(this, {
    client: () => this.bridge.client,
    settle: (total) => this.rows.settle(total),
  });
  private readonly settings = new ContextConsumer(this, { context: settingsContext, subscribe: true });
  private readonly selecting = new SelectionController(this, this.rows, () => this.selectedId);
  private readonly actions = new RowActions(this, {
    rows: this.rows,
    selection: this.selecting,
    client: () => this.bridge.client,
    openId: () => this.selectedId,
    selected: () => this.selected,
  });
  private shownLook: ListAppearance = defaultSettings.list;
  private seenVersion = 0;
  private seenSerial = 0;
  /** The search that was submitted, while its rows are on their way: the first of them gets the focus. */
  private submitted: string | null = null;

  private readonly offers = createSearchOffers(this, {
    client: () => this.bridge.client,
    fruitless: () =>
      this.isSearch && this.rows.hasList && !this.rows.isLoading && this.rows.total === 0 ? this.runningQuery : '',
  });

  private get look(): ListAppearance {
    return this.settings.value?.list ?? defaultSettings.list;
  }

  /** What is selected, for whoever does something with it; null for nothing. */
  get selected(): SelectedArticles | null {
    return this.selecting.selectedOf(
      this.isSearch
        ? { kind: 'search', query: this.runningQuery, sort: this.sort }
        : { kind: 'scope', scope: this.scope, sort: this.look.sort },
    );
  }

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

  toggleBookmarks(): void {
    this.actions.take('bookmark');
  }

  changeArticle(id: string, change: Partial<ArticleSummary>): void {
    this.rows.change(id, change);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('searchText') && this.searchText.trim() !== this.runningQuery;
    const { sort, hasPictures } = this.shownLook;
    this.shownLook = this.look;
    const isSorted = this.look.sort !== sort && !this.isSearch;
    if (changed.has('scope') || isOther || isSorted) this.start();
    else if (this.look.hasPictures !== hasPictures) this.rows.refresh();
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
    this.selecting.clear();
    this.runningQuery = this.searchText.trim();
    if (this.submitted !== this.runningQuery) this.submitted = null;
    if (this.isSearch) this.rows.start(pagesOfSearch(this.bridge.client, this.runningQuery, this.sort), hitsPerPage);
    else this.rows.start(pagesOfScope(this.bridge.client, scopeAsOfNow(this.scope), this.look.sort));
  }

  override render(): TemplateResult {
    return html`
      ${this.renderBar()} ${this.renderHead()}
      ${renderFacets(this.isSearch ? this.rows : null, this.counts.facets, this.runningQuery)}
      ${renderSyncFailure(this.isSyncFailureDismissed ? undefined : this.sync.value, this.library.value?.overview?.archives ?? [])}
      ${this.renderRows()}
    `;
  }

  private renderBar(): TemplateResult {
    const { words } = this.locale;
    return html`
      <div class="bar ${this.hasLibraryButton ? 'has-library-button' : ''}">
        ${renderLibraryButton(words, this.hasLibraryButton)}
        <op-search-view .value=${this.searchText} @op-query-changed=${this.handleQuery}></op-search-view>
        ${renderSyncButton(words, this.sync.value?.kind === 'running')}
      </div>
    `;
  }

  private renderHead(): TemplateResult {
    if (this.selecting.count > 0)
      return renderSelection(this.selecting, this.actions, (step) => {
        this.actions.take(step);
        // The bar goes with its selection.
        if (step === 'end') this.list?.focusRow();
      });
    return renderListHead(this.locale.current, {
      query: this.isSearch ? this.runningQuery : null,
      scope: this.scope,
      overview: this.library.value?.overview ?? null,
      saved: this.saved.value ?? [],
      rows: this.rows,
      look: this.look,
      searchSort: this.sort,
      sortSearch: (sort) => this.sortBy(sort),
    });
  }

  private renderRows(): TemplateResult {
    const { rows } = this;
    if (rows.failure && (rows.total === 0 || !rows.hasList)) return this.renderFailure(rows.failure);
    if (!rows.hasList) return renderSkeleton();
    if (rows.total === 0 && !rows.isLoading) {
      return renderEmpty(
        this.locale.current,
        this.isSearch ? null : this.scope,
        this.runningQuery,
        this.library.value?.overview ?? null,
        {
          offers: this.offers.value ?? [],
          choose: (text) => this.field?.replace(text),
          showSyntax: () => this.field?.showSyntax(),
        },
        this.sync.value?.kind === 'running' || this.sync.value?.kind === 'upkeep',
      );
    }
    return html`${rows.failure ? this.renderFailure(rows.failure) : nothing}${this.renderList()}`;
  }

  private renderFailure(failure: Failure): TemplateResult {
    return html`<op-failure-notice .failure=${failure} hasStep @op-step-taken=${this.handleRetry}></op-failure-notice>`;
  }

  private renderList(): TemplateResult {
    const { rows } = this;
    return html`
      <op-article-list
        class=${rows.isLoading ? 'is-old' : ''}
        aria-busy=${rows.isLoading ? 'true' : 'false'}
        .total=${rows.total}
        .rowAt=${rows.rowAt}
        .version=${rows.version}
        .serial=${rows.serial}
        .selectedId=${this.selectedId}
        .selection=${this.selecting.selection}
        .density=${this.look.density}
        .showsDays=${this.isSearch ? this.sort === 'newest' : isByDay(this.look.sort)}
        .showsMinutes=${!this.isSearch && this.look.sort === 'longest'}
        .label=${this.locale.words.list.label}
        @op-article-chosen=${this.handleChoice}
        @op-rows-selected=${(event: RowsSelectedEvent) => this.selecting.take(event)}
        @op-row-menu-requested=${(event: RowMenuRequestedEvent) => void this.actions.openMenu(event)}
        @op-range-shown=${(event: RangeShownEvent) => this.rows.show(event.first, event.last)}
      ></op-article-list>
    `;
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
