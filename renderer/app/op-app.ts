import { ContextProvider } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { SavedSearchesController } from '#renderer/controllers/saved-searches-controller.ts';
import { LibraryController } from '#renderer/controllers/library-controller.ts';
import { PaneController } from '#renderer/controllers/pane-controller.ts';
import { ExportController } from '#renderer/controllers/export-controller.ts';
import { SettingsController } from '#renderer/controllers/settings-controller.ts';
import { TagsController } from '#renderer/controllers/tags-controller.ts';
import { SyncController } from '#renderer/controllers/sync-controller.ts';
import type { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import type { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import type { BookmarkToggledEvent } from '#renderer/events/bookmark-toggled-event.ts';
import type { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import type { DialogRequestedEvent } from '#renderer/events/dialog-requested-event.ts';
import type { HeadingChosenEvent } from '#renderer/events/heading-chosen-event.ts';
import type { LinkFollowedEvent } from '#renderer/events/link-followed-event.ts';
import type { OutsideLinkRequestedEvent } from '#renderer/events/outside-link-requested-event.ts';
import type { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import type { ExportStepEvent } from '#renderer/events/export-step-event.ts';
import type { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';
import type { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import type { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import type { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import type { SyncStepRequestedEvent } from '#renderer/events/sync-step-requested-event.ts';
import type { TagActionEvent } from '#renderer/events/tag-action-event.ts';
import type { RowsWish } from '#renderer/events/rows-wished-event.ts';
import type { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { bridgeContext } from '#renderer/state/bridge-context.ts';
import { base } from '#renderer/styles/shared.ts';
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
import '#renderer/views/op-note-view.ts';
import type { OpNoteView } from '#renderer/views/op-note-view.ts';
import '#renderer/views/op-picture-view.ts';
import type { OpPictureView } from '#renderer/views/op-picture-view.ts';
import '#renderer/views/op-sign-in-view.ts';
import type { OpSignInView } from '#renderer/views/op-sign-in-view.ts';
import '#renderer/views/op-status-view.ts';
import { articleAlone, forgetfulStorage } from './alone.ts';
import { appStyles } from './app-styles.ts';
import { createArticleMarks } from './article-marks.ts';
import { createBridgeClient } from './bridge-client.ts';
import { CommandsController } from './commands-controller.ts';
import type { ControllerParts } from './commands-controller.ts';
import { followLinks } from './follow-links.ts';
import { PlaceController } from './place-controller.ts';
import { SyncNoticeController } from './sync-notice-controller.ts';
import { PointerController } from './pointer-controller.ts';
import { renderArticlePane } from './render-article-pane.ts';
import { renderSeparator } from './render-separator.ts';
import { WelcomeController } from './welcome-controller.ts';

/** The whole window: holds what is shown where, and carries the reader's wishes between the panes and the main side. */
@customElement('op-app')
export class OpApp extends LitElement {
  static override styles = [base, appStyles];

  @query('op-library-view') private readonly libraryView!: OpLibraryView | null;
  @query('op-list-view') private readonly listView!: OpListView | null;
  @query('op-article-view') private readonly articleView!: OpArticleView | null;
  @query('op-dialogs-view') private readonly dialogs!: OpDialogsView | null;
  @query('op-sign-in-view') private readonly signInView!: OpSignInView | null;
  @query('op-export-view') private readonly exportView!: OpExportView | null;
  @query('op-note-view') private readonly noteView!: OpNoteView | null;
  @query('op-picture-view') private readonly pictureView!: OpPictureView | null;
  @query('op-commands-view') private readonly commandsView!: OpCommandsView | null;

  private readonly alone = articleAlone(location.href);
  private readonly client = createBridgeClient(window.offprint);
  private readonly settings = new SettingsController(this, this.client);
  private readonly library = new LibraryController(this, this.client);
  private readonly sync = new SyncController(this, this.client, localStorage);
  private readonly notice = new SyncNoticeController(this, { sync: this.sync, library: this.library, views: () => this.views() });
  private readonly exporter = new ExportController(this, this.client);
  private readonly panes = new PaneController(this, this.alone !== null);
  private readonly marks = createArticleMarks({ client: this.client, library: this.library, views: () => this.views() });
  private readonly place = new PlaceController(this, {
    client: this.client,
    panes: this.panes,
    storage: this.alone === null ? localStorage : forgetfulStorage,
    first: this.alone,
    views: () => this.views(),
    overview: () => this.library.state.overview,
    markRead: (id) => this.marks.markRead(id),
  });
  private readonly commands = new CommandsController(this, this.commandParts());

  private readonly links = followLinks(this.client, this.place, () => this.views());

  constructor() {
    super();
    this.addController(new ContextProvider(this, { context: bridgeContext, initialValue: this.client }));
    this.addController(this.links);
    this.addController(new SavedSearchesController(this, this.client, (text, name) => this.dialogs?.nameSearch(text, name)));
    this.addController(new TagsController(this, this.client));
    this.addController(this.welcome());
    this.addController(new PointerController(this, this.commandParts()));
  }

  private welcome(): WelcomeController {
    return new WelcomeController({
      client: this.client,
      ready: Promise.all([this.library.ready, this.settings.ready]),
      overview: () => this.library.state.overview,
      language: () => this.settings.locale.language,
      isReading: () => this.place.shown.articleId !== null,
      open: (id, scope) => this.place.beginWith(id, scope),
    });
  }

  private views(): ReturnType<ControllerParts['views']> {
    return {
      library: this.libraryView,
      list: this.listView,
      article: this.articleView,
      dialogs: this.dialogs,
      commands: this.commandsView,
      exports: this.exportView,
      notes: this.noteView,
      pictures: this.pictureView,
      signIn: this.signInView,
    };
  }

  /** What the commands act on, as it is at that moment. */
  private commandParts(): ControllerParts {
    const { place, panes, marks } = this;
    return {
      client: this.client,
      settings: () => this.settings.settings,
      views: () => this.views(),
      place,
      overview: () => this.library.state.overview,
      language: () => this.settings.locale.language,
      syncState: () => this.sync.state,
      shown: () => ({ scope: place.shown.scope, articleId: place.shown.articleId, searchText: place.shown.searchText }),
      showScope: (scope) => place.showScope(scope),
      updated: () => this.updateComplete,
      showPane: (pane) => panes.show(pane),
      showList: () => place.showList(),
      goTo: (pane) => place.goTo(pane),
      searchFor: (text) => place.searchFor(text),
      openArticle: (id, anchor) => place.openArticle(id, anchor),
      openWindow: (id) => void this.client.call('window.openArticle', { id }).catch(() => undefined),
      run: (command) => this.commands.run(command),
      bookmark: (id, isBookmarked) => marks.bookmark(id, isBookmarked),
      sync: () => this.notice.start(null),
      steerSync: (step) => this.sync.take(step),
    };
  }

  override render(): TemplateResult {
    const { columns, widths } = this.panes;
    return html`
      <main
        class="columns-${columns}"
        .style=${`--library-width: ${widths.libraryPx}px; --list-width: ${widths.listPx}px`}
        @op-scope-chosen=${(event: ScopeChosenEvent) => this.place.showScope(event.scope)}
        @op-query-changed=${this.handleQuery}
        @op-article-chosen=${(event: ArticleChosenEvent) => this.place.takeChoice(event)}
        @op-bookmark-toggled=${(event: BookmarkToggledEvent) => this.marks.bookmark(event.id, event.isBookmarked)}
        @op-pane-requested=${(event: PaneRequestedEvent) => this.place.goTo(event.pane)}
        @op-settings-chosen=${(event: SettingsChosenEvent) => void this.settings.change(event.change)}
        @op-sync-requested=${(event: SyncRequestedEvent) => this.notice.start(event.archiveIds)}
        @op-add-archive-requested=${(event: AddArchiveRequestedEvent) => this.dialogs?.askForArchive(event.origin)}
        @op-place-requested=${(event: PlaceRequestedEvent) => void this.dialogs?.choosePlace(event.kind)}
        @op-dialog-requested=${(event: DialogRequestedEvent) => this.dialogs?.obey(event.dialog, null)}
        @op-command-chosen=${(event: CommandChosenEvent) => this.commands.run(event.command)}
        @op-archive-action=${(event: ArchiveActionEvent) => this.dialogs?.act(event.archiveId, event.action)}
        @op-outside-link-requested=${(event: OutsideLinkRequestedEvent) => this.dialogs?.askOutside(event.url)}
        @op-rows-wished=${(event: GlobalEventHandlersEventMap['op-rows-wished']) => this.obeyRows(event.wish)}
        @op-tag-action=${(event: TagActionEvent) => this.actOnTag(event)}
        @op-step-taken=${this.notice.takeStep}
        @op-notice-dismissed=${this.notice.dismiss}
      >
        ${this.renderPanes()}
      </main>
      <op-status-view
        ?hidden=${this.panes.isAlone}
        @op-sync-step-requested=${(event: SyncStepRequestedEvent) => this.sync.take(event.step)}
        @op-dialog-requested=${(event: DialogRequestedEvent) => this.dialogs?.obey(event.dialog, null)}
        @op-export-step=${(event: ExportStepEvent) => this.exportView?.take(event.step)}
      ></op-status-view>
      ${this.renderDialogs()}
    `;
  }

  private renderDialogs(): TemplateResult {
    return html`
      <op-sign-in-view @op-sync-requested=${(event: SyncRequestedEvent) => this.notice.start(event.archiveIds)}></op-sign-in-view>
      <op-export-view .exporter=${this.exporter}></op-export-view>
      <op-picture-view></op-picture-view>
      <op-note-view
        .articleId=${this.place.shown.articleId}
        @op-heading-chosen=${(event: HeadingChosenEvent) => this.articleView?.goTo(event)}
        @op-link-followed=${(event: LinkFollowedEvent) => void this.links.follow(event.url)}
      ></op-note-view>
      <op-dialogs-view
        @op-dialog-toggled=${() => this.commandsView?.refresh()}
        @op-scope-chosen=${(event: ScopeChosenEvent) => this.place.showScope(event.scope)}
        @op-sync-requested=${(event: SyncRequestedEvent) => this.notice.start(event.archiveIds)}
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
    const { shown } = this.place;
    return html`
      ${visible.includes('library') ? nothing : html`<h1 class="for-reader-only">Offprint</h1>`}
      <op-library-view
        class="library"
        ?hidden=${!visible.includes('library')}
        .scope=${shown.searchText === '' ? shown.scope : null}
        .searchText=${shown.searchText}
        .settings=${this.settings.settings}
        .hasListButton=${columns < 3}
      ></op-library-view>
      ${columns === 3 ? renderSeparator('library', this.panes, this.settings.locale.words.panes) : nothing}
      <op-list-view
        class="list"
        ?hidden=${!visible.includes('list')}
        .scope=${shown.scope}
        .searchText=${shown.searchText}
        .selectedId=${shown.articleId}
        .hasLibraryButton=${columns < 3}
        .isSyncFailureDismissed=${this.notice.isDismissed}
      ></op-list-view>
      ${columns > 1 ? renderSeparator('list', this.panes, this.settings.locale.words.panes) : nothing}
      ${renderArticlePane(this.place, this.panes)}
    `;
  }

  private obeyRows(wish: RowsWish): void {
    if (wish.kind === 'tags') void this.dialogs?.tags?.edit(wish.selection);
    else this.exportView?.obey(wish);
  }

  private actOnTag({ name, action }: TagActionEvent): void {
    const { scope, searchText } = this.place.shown;
    const isShown = searchText === '' && scope.kind === 'tag' && scope.name === name;
    this.dialogs?.tags?.act(name, action, isShown);
  }

  private handleQuery(event: QueryChangedEvent): void {
    this.place.searchFor(event.query, !event.isSubmitted);
    if (event.isSubmitted) this.place.showList();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-app': OpApp;
  }
}
