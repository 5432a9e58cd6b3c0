import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { PaneController } from '#renderer/controllers/pane-controller.ts';
import type { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import type { TabStepEvent } from '#renderer/events/tab-step-event.ts';
import { keepTabs, readTabs } from '#renderer/state/kept-tabs.ts';
import { isScopeThere } from '#renderer/state/lasting-places.ts';
import type { PaneName } from '#renderer/state/pane-layout.ts';
import {
  canStep,
  currentEntry,
  firstPlace,
  isSameDocument,
  isSameList,
  movedTo,
  startHistory,
  visited,
  withoutEntry,
} from '#renderer/state/window-history.ts';
import type { HistoryEntry, WindowHistory, WindowPlace } from '#renderer/state/window-history.ts';
import {
  currentTab,
  mostTabs,
  oneTab,
  tabBeside,
  withHistory,
  withNewTab,
  withShown,
  withoutTab,
} from '#renderer/state/window-tabs.ts';
import type { WindowTabs } from '#renderer/state/window-tabs.ts';
import type { OpArticleView } from '#renderer/views/op-article-view.ts';
import type { OpListView } from '#renderer/views/op-list-view.ts';
import { asFailure } from './bridge-client.ts';
import type { BridgeClient } from './bridge-client.ts';
import { StandingController, standingOf } from './standing.ts';

interface PlaceParts {
  readonly client: BridgeClient;
  readonly panes: PaneController;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The article that the window is opened for. */
  readonly first: string | null;
  views(): Readonly<Record<PaneName, HTMLElement | null>> & {
    readonly list: OpListView | null;
    readonly article: OpArticleView | null;
  };
  overview(): LibraryOverview | null;
  markRead(id: string): void;
}

/** Where the window is and was: its places, the way back and forth between them, and its tabs. */
export class PlaceController implements ReactiveController {
  private all: WindowTabs = oneTab(startHistory(firstPlace));
  private readonly host: ReactiveControllerHost;
  private readonly parts: PlaceParts;
  private readonly standing: StandingController;
  /** Another number: the reader went on meanwhile. */
  private turn = 0;
  private lastStep = Promise.resolve();

  constructor(host: ReactiveControllerHost, parts: PlaceParts) {
    this.host = host;
    this.parts = parts;
    this.standing = new StandingController(() => parts.views());
    host.addController(this);
    host.addController(this.standing);
  }

  hostConnected(): void {
    if (this.parts.first !== null) return this.beginWith(this.parts.first, null);
    const kept = readTabs(this.parts.storage);
    if (kept) void this.bringTabs(kept);
  }

  get shown(): WindowPlace {
    return currentEntry(this.history).place;
  }

  get tabs(): WindowTabs {
    return this.all;
  }

  /** The article has the window for itself. */
  get isAlone(): boolean {
    return this.parts.panes.isAlone;
  }

  get canOpenTab(): boolean {
    return this.shown.articleId !== null && this.all.tabs.length < mostTabs;
  }

  canGo(direction: 1 | -1): boolean {
    return canStep(this.history, direction);
  }

  showScope(scope: ListScope): void {
    this.visit({ scope, searchText: '', find: '' });
    if (this.parts.panes.columns < 3) this.goTo('list');
  }

  /** The marks in the article go with the search that brought them; typing on leaves them. */
  searchFor(searchText: string, isTyping = false): void {
    const isEmpty = searchText.trim() === '';
    this.visit(isEmpty ? { searchText, find: '' } : { searchText }, isTyping || isEmpty);
  }

  openArticle(articleId: string, anchor: string | null = null): void {
    this.visit({ articleId, anchor, find: anchor === null ? this.shown.searchText.trim() : '' });
    this.showOpened(articleId);
  }

  /** Where there are as many tabs as there can be, the present one takes it. */
  takeChoice({ id, isInNewTab }: ArticleChosenEvent): void {
    if (isInNewTab) this.openTab();
    this.openArticle(id);
  }

  /** There was nothing before it to go back to. `scope`: the list that the article is shown in; null for the present one. */
  beginWith(articleId: string, scope: ListScope | null): void {
    this.history = startHistory({ ...this.shown, articleId, scope: scope ?? this.shown.scope });
    this.showOpened(articleId);
  }

  /** One step back (-1) or forth; places that are no longer there are passed over. Of several steps each waits for the one before. */
  step(direction: 1 | -1): void {
    const { turn } = this;
    this.lastStep = this.lastStep.then(() => this.stepNow(direction, turn));
  }

  private async stepNow(direction: 1 | -1, turn: number): Promise<void> {
    for (;;) {
      const target = this.history.index + direction;
      const entry = this.history.entries[target];
      if (!entry || turn !== this.turn) return;
      const isThere = await this.isThere(entry.place);
      if (turn !== this.turn) return;
      if (!isThere) this.history = withoutEntry(this.history, target);
      else {
        const from = this.shown;
        this.history = movedTo(this.history, this.measure(), target);
        return this.show(entry, from);
      }
    }
  }

  openTab(): void {
    if (!this.canOpenTab) return;
    this.turn += 1;
    this.all = withNewTab(this.all, this.measure());
    this.changed();
  }

  /** False where there is no other tab: the window is what remains to be closed. */
  closeTab(index = this.all.current): boolean {
    if (this.all.tabs.length < 2) return false;
    this.turn += 1;
    const from = this.shown;
    const isShown = index === this.all.current;
    this.all = withoutTab(this.all, index);
    this.changed();
    if (isShown) void this.show(currentEntry(this.history), from);
    return true;
  }

  showTab(index: number): void {
    if (index === this.all.current) return;
    this.turn += 1;
    const from = this.shown;
    this.all = withShown(this.all, this.measure(), index);
    this.changed();
    void this.show(currentEntry(this.history), from);
  }

  /** From the strip of tabs; the focus does not fall into nothing when the strip goes. */
  takeTabStep({ step, index }: TabStepEvent): void {
    if (step === 'show') return this.showTab(index);
    this.closeTab(index);
    if (this.all.tabs.length === 1) this.standing.focusArticle(this.shown.articleId);
  }

  stepTab(direction: 1 | -1): void {
    this.showTab(tabBeside(this.all, direction));
  }

  goTo(pane: PaneName): void {
    this.parts.panes.show(pane);
    void this.host.updateComplete.then(() => this.parts.views()[pane]?.focus());
  }

  showList(): void {
    const { panes } = this.parts;
    if (!panes.visible.includes('list')) panes.show('list');
  }

  private get history(): WindowHistory {
    return currentTab(this.all).history;
  }

  private set history(history: WindowHistory) {
    this.all = withHistory(this.all, history);
    this.changed();
  }

  private changed(): void {
    keepTabs(this.parts.storage, this.all);
    this.host.requestUpdate();
  }

  private measure(): HistoryEntry['standing'] {
    return standingOf(this.parts.views(), this.shown.articleId);
  }

  private visit(change: Partial<WindowPlace>, isTyping = false): void {
    this.turn += 1;
    this.standing.forget();
    this.history = visited(this.history, this.measure(), { ...this.shown, ...change }, isTyping);
  }

  private showOpened(articleId: string): void {
    this.parts.panes.show('article');
    this.parts.markRead(articleId);
  }

  /** What the place shows is fetched first; then list and article are brought to where they were. */
  private async show({ place, standing }: HistoryEntry, from: WindowPlace): Promise<void> {
    const { turn } = this;
    this.standing.forget();
    if (!isSameDocument(place, from)) this.parts.panes.show(place.articleId === null ? 'list' : 'article');
    else if (!isSameList(place, from)) this.showList();
    await this.host.updateComplete;
    await this.parts.views().list?.updateComplete;
    if (turn !== this.turn) return;
    const { articleId } = place;
    const isMoved = articleId !== null && standing.paragraph !== null && !isSameDocument(place, from);
    this.standing.restore({
      list: standing.list,
      paragraph: isMoved ? { articleId, id: standing.paragraph } : null,
    });
  }

  private async isThere({ scope, articleId }: WindowPlace): Promise<boolean> {
    if (!isScopeThere(scope, this.parts.overview())) return false;
    if (articleId === null || articleId === this.shown.articleId) return true;
    return this.parts.client.call('articles.show', { id: articleId }).then(
      () => true,
      (error: unknown) => asFailure(error).code !== 'not-found',
    );
  }

  /** Articles may have gone with their archive since the tabs were kept. */
  private async bringTabs(kept: WindowTabs): Promise<void> {
    const { turn } = this;
    const there = await Promise.all(kept.tabs.map(({ history }) => this.isThere(currentEntry(history).place)));
    if (turn !== this.turn) return;
    const tabs = kept.tabs.filter((_, index) => there[index]);
    const shown = kept.tabs[kept.current];
    if (tabs.length === 0) return;
    this.all = { tabs, current: Math.max(0, shown ? tabs.indexOf(shown) : 0) };
    this.changed();
  }
}
