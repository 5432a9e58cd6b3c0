import { ContextProvider } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ListScope } from '#preload/contract/library-types.ts';
import { SavedSearchesController } from '#renderer/controllers/saved-searches-controller.ts';
import { LibraryController } from '#renderer/controllers/library-controller.ts';
import { LinkController } from '#renderer/controllers/link-controller.ts';
import { PaneController } from '#renderer/controllers/pane-controller.ts';
import { ExportController } from '#renderer/controllers/export-controller.ts';
import { SettingsController } from '#renderer/controllers/settings-controller.ts';
import { SyncController } from '#renderer/controllers/sync-controller.ts';
import type { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import type { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import type { BookmarkToggledEvent } from '#renderer/events/bookmark-toggled-event.ts';
import type { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import type { DialogRequestedEvent } from '#renderer/events/dialog-requested-event.ts';
import type { OutsideLinkRequestedEvent } from '#renderer/events/outside-link-requested-event.ts';
import type { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import type { ExportStepEvent } from '#renderer/events/export-step-event.ts';
import type { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';
import type { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import type { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import type { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import type { SyncStepRequestedEvent } from '#renderer/events/sync-step-requested-event.ts';
import type { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { bridgeContext } from '#renderer/state/bridge-context.ts';
import type { PaneName } from '#renderer/state/pane-layout.ts';
import { syncFailure } from '#renderer/state/sync-context.ts';
import { base } from '#renderer/styles/shared.ts';
import '#renderer/views/op-article-view.ts';
import type { OpArticleView } from '#renderer/views/op-article-view.ts';
import '#renderer/views/op-commands-view.ts';
import type { OpCommandsView } from '#renderer/views/op-commands-view.ts';
import '#renderer/views/op-dialogs-view.ts';
import type { OpDialogsView } from '#renderer/views/op-dialogs-view.ts';
import '#renderer/views/op-library-view.ts';
import type { OpLibraryView } from '#renderer/views/op-library-view.ts';
import '#renderer/views/op-export-view.ts';
import type { OpExportView } from '#renderer/views/op-export-view.ts';
import '#renderer/views/op-list-view.ts';
import type { OpListView } from '#renderer/views/op-list-view.ts';
import '#renderer/views/op-sign-in-view.ts';
import type { OpSignInView } from '#renderer/views/op-sign-in-view.ts';
import '#renderer/views/op-status-view.ts';
import { appStyles } from './app-styles.ts';
import { createBridgeClient } from './bridge-client.ts';
import { CommandsController } from './commands-controller.ts';
import { renderSeparator } from './render-separator.ts';
import { WelcomeController } from './welcome-controller.ts';

/** The whole window: holds what is shown where, and carries the reader's wishes between the panes and the main side. */
@customElement('op-app')
export class OpApp extends LitElement {
  static override styles = [base, appStyles];

  @state() private scope: ListScope = { kind: 'all' };
  @state() private searchText = '';
  @state() private articleId: string | null = null;
  /** The search as it was when the article was chosen: typing on does not reload the article. */
  @state() private find = '';
  /** Where in the article the link led that opened it. */
  @state() private anchor: string | null = null;
  @state() private isSyncFailureDismissed = false;
  @query('op-library-view') private readonly libraryView!: OpLibraryView | null;
  @query('op-list-view') private readonly listView!: OpListView | null;
  @query('op-article-view') private readonly articleView!: OpArticleView | null;
  @query('op-dialogs-view') private readonly dialogs!: OpDialogsView | null;
  @query('op-sign-in-view') private readonly signInView!: OpSignInView | null;
  @query('op-export-view') private readonly exportView!: OpExportView | null;
  @query('op-commands-view') private readonly commandsView!: OpCommandsView | null;

  private readonly client = createBridgeClient(window.offprint);
  private readonly settings = new SettingsController(this, this.client);
  private readonly library = new LibraryController(this, this.client);
  private readonly sync = new SyncController(this, this.client, localStorage);
  private readonly exporter = new ExportController(this, this.client);
  private readonly panes = new PaneController(this);
  private readonly commands = new CommandsController(this, this.commandParts());

  constructor() {
    super();
    this.addController(new ContextProvider(this, { context: bridgeContext, initialValue: this.client }));
    const links = new LinkController(this.client, {
      from: () => this.articleId,
      openArticle: (id, anchor) => this.openArticle(id, anchor),
      showAnew: () => this.articleView?.showAnew(),
      openList: (scope) => this.showScope(scope),
      leave: (url, repository) => this.dialogs?.askOutside(url, repository),
    });
    this.addController(links);
    this.addController(new SavedSearchesController(this, this.client, (text, name) => this.dialogs?.nameSearch(text, name)));
    const welcome = new WelcomeController({
      client: this.client,
      ready: Promise.all([this.library.ready, this.settings.ready]),
      overview: () => this.library.state.overview,
      language: () => this.settings.locale.language,
      isReading: () => this.articleId !== null,
      open: (id, scope) => {
        if (scope) this.scope = scope;
        this.openArticle(id);
      },
    });
    this.addController(welcome);
  }

  /** What the commands act on, as it is at that moment. */
  private commandParts(): ConstructorParameters<typeof CommandsController>[1] {
    return {
      client: this.client,
      settings: () => this.settings.settings,
      views: () => ({
        library: this.libraryView,
        list: this.listView,
        article: this.articleView,
        dialogs: this.dialogs,
        commands: this.commandsView,
        exports: this.exportView,
        signIn: this.signInView,
      }),
      shown: () => ({ scope: this.scope, articleId: this.articleId, searchText: this.searchText }),
      showScope: (scope) => this.showScope(scope),
      updated: () => this.updateComplete,
      showPane: (pane) => this.panes.show(pane),
      showList: () => this.showList(),
      goTo: (pane) => this.goTo(pane),
      searchFor: (text) => this.searchFor(text),
      openArticle: (id) => this.openArticle(id),
      bookmark: (id, isBookmarked) => void this.bookmark(id, isBookmarked),
      sync: () => void this.startSync(null),
      steerSync: (step) => this.sync.take(step),
    };
  }

  override render(): TemplateResult {
    const { columns, widths } = this.panes;
    return html`
      <main
        class="columns-${columns}"
        .style=${`--library-width: ${widths.libraryPx}px; --list-width: ${widths.listPx}px`}
        @op-scope-chosen=${(event: ScopeChosenEvent) => this.showScope(event.scope)}
        @op-query-changed=${this.handleQuery}
        @op-article-chosen=${(event: ArticleChosenEvent) => this.openArticle(event.id)}
        @op-bookmark-toggled=${(event: BookmarkToggledEvent) => void this.bookmark(event.id, event.isBookmarked)}
        @op-pane-requested=${(event: PaneRequestedEvent) => this.goTo(event.pane)}
        @op-settings-chosen=${(event: SettingsChosenEvent) => void this.settings.change(event.change)}
        @op-sync-requested=${(event: SyncRequestedEvent) => void this.startSync(event.archiveIds)}
        @op-add-archive-requested=${(event: AddArchiveRequestedEvent) => this.dialogs?.askForArchive(event.origin)}
        @op-place-requested=${(event: PlaceRequestedEvent) => void this.dialogs?.choosePlace(event.kind)}
        @op-dialog-requested=${(event: DialogRequestedEvent) => this.dialogs?.obey(event.dialog, null)}
        @op-command-chosen=${(event: CommandChosenEvent) => this.commands.run(event.command)}
        @op-archive-action=${(event: ArchiveActionEvent) => this.dialogs?.act(event.archiveId, event.action)}
        @op-outside-link-requested=${(event: OutsideLinkRequestedEvent) => this.dialogs?.askOutside(event.url)}
        @op-step-taken=${this.handleStep}
        @op-notice-dismissed=${this.handleDismissal}
      >
        ${this.renderPanes()}
      </main>
      <op-status-view
        @op-sync-step-requested=${(event: SyncStepRequestedEvent) => this.sync.take(event.step)}
        @op-dialog-requested=${(event: DialogRequestedEvent) => this.dialogs?.obey(event.dialog, null)}
        @op-export-step=${(event: ExportStepEvent) => this.exportView?.take(event.step)}
      ></op-status-view>
      ${this.renderDialogs()}
    `;
  }

  private renderDialogs(): TemplateResult {
    return html`
      <op-sign-in-view
        @op-sync-requested=${(event: SyncRequestedEvent) => void this.startSync(event.archiveIds)}
      ></op-sign-in-view>
      <op-export-view .exporter=${this.exporter}></op-export-view>
      <op-dialogs-view
        @op-dialog-toggled=${() => this.commandsView?.refresh()}
        @op-scope-chosen=${(event: ScopeChosenEvent) => this.showScope(event.scope)}
        @op-sync-requested=${(event: SyncRequestedEvent) => void this.startSync(event.archiveIds)}
      ></op-dialogs-view>
      <op-commands-view
        .settings=${this.settings.settings}
        @op-command-chosen=${(event: CommandChosenEvent) => this.commands.run(event.command)}
        @op-settings-chosen=${(event: SettingsChosenEvent) => void this.settings.change(event.change)}
        @op-archive-action=${(event: ArchiveActionEvent) => this.dialogs?.act(event.archiveId, event.action)}
      ></op-commands-view>
    `;
  }

  private renderPanes(): TemplateResult {
    const { columns, visible } = this.panes;
    return html`
      <op-library-view
        class="library"
        ?hidden=${!visible.includes('library')}
        .scope=${this.searchText === '' ? this.scope : null}
        .searchText=${this.searchText}
        .settings=${this.settings.settings}
        .hasListButton=${columns < 3}
      ></op-library-view>
      ${columns === 3 ? renderSeparator('library', this.panes, this.settings.locale.words.panes) : nothing}
      <op-list-view
        class="list"
        ?hidden=${!visible.includes('list')}
        .scope=${this.scope}
        .searchText=${this.searchText}
        .selectedId=${this.articleId}
        .hasLibraryButton=${columns < 3}
        .isSyncFailureDismissed=${this.isSyncFailureDismissed}
      ></op-list-view>
      ${columns > 1 ? renderSeparator('list', this.panes, this.settings.locale.words.panes) : nothing}
      <op-article-view
        class="article"
        ?hidden=${!visible.includes('article')}
        .articleId=${this.articleId}
        .find=${this.find}
        .anchor=${this.anchor}
        .hasBack=${columns === 1}
      ></op-article-view>
    `;
  }

  private showScope(scope: ListScope): void {
    this.scope = scope;
    this.searchFor('');
    if (this.panes.columns < 3) this.goTo('list');
  }

  private handleQuery(event: QueryChangedEvent): void {
    this.searchFor(event.query);
    if (event.isSubmitted) this.showList();
  }

  /** The marks in the article go with the search that brought them; typing on leaves them. */
  private searchFor(text: string): void {
    this.searchText = text;
    if (text.trim() === '') this.find = '';
  }

  private handleDismissal(): void {
    this.isSyncFailureDismissed = true;
  }

  private handleStep(): void {
    const failed = syncFailure(this.sync.state);
    const code = failed?.failure.code;
    if (failed && code === 'origin-needs-login') void this.signInView?.open(failed.failure, failed.archive);
    else if (code === 'origin-not-found' || code === 'not-a-repository') this.dialogs?.askForArchive();
    else if (code) void this.startSync(null);
    else void this.library.refresh();
  }

  private openArticle(id: string, anchor: string | null = null): void {
    this.articleId = id;
    this.anchor = anchor;
    this.find = anchor === null ? this.searchText.trim() : '';
    this.panes.show('article');
    this.client.call('articles.markRead', { id, isRead: true }).then(
      () => this.listView?.changeArticle(id, { isRead: true }),
      // The article view tells about an article that is not there; a lost read mark is no news.
      () => undefined,
    );
  }

  /** Shown at once, taken back if it could not be stored. */
  private async bookmark(id: string, isBookmarked: boolean): Promise<void> {
    const apply = (isNowBookmarked: boolean): void => {
      this.listView?.changeArticle(id, { isBookmarked: isNowBookmarked });
      this.articleView?.changeArticle(id, { isBookmarked: isNowBookmarked });
      this.library.countBookmark(isNowBookmarked ? 1 : -1);
    };
    apply(isBookmarked);
    try {
      await this.client.call('articles.bookmark', { id, isBookmarked });
    } catch {
      apply(!isBookmarked);
    }
  }

  private startSync(archiveIds: readonly string[] | null): Promise<void> {
    this.isSyncFailureDismissed = false;
    return this.sync.run(archiveIds);
  }

  private goTo(pane: PaneName): void {
    this.panes.show(pane);
    const views = { library: this.libraryView, list: this.listView, article: this.articleView };
    void this.updateComplete.then(() => views[pane]?.focus());
  }

  private showList(): void {
    if (!this.panes.visible.includes('list')) this.panes.show('list');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-app': OpApp;
  }
}
