import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { ArticleSummary } from '#preload/contract/library-types.ts';
import type { RowMenuItem } from '#preload/contract/menu-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import { BookmarkToggledEvent } from '#renderer/events/bookmark-toggled-event.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import type { RowMenuRequestedEvent } from '#renderer/events/row-menu-requested-event.ts';
import { RowsWishedEvent } from '#renderer/events/rows-wished-event.ts';
import type { RowsWish } from '#renderer/events/rows-wished-event.ts';
import type { SelectionStep } from '#renderer/events/selection-step-event.ts';
import type { SelectedArticles } from '#renderer/state/export-choices.ts';
import { itemsOfRow, itemsOfSelection } from '#renderer/state/row-menu.ts';
import type { PagedRowsController } from './paged-rows-controller.ts';
import type { SelectionController } from './selection-controller.ts';

interface RowActionParts {
  readonly rows: PagedRowsController;
  readonly selection: SelectionController;
  client(): BridgeClient;
  openId(): string | null;
  /** What is selected, as the main side is told of it; null for nothing. */
  selected(): SelectedArticles | null;
}

/** What can be done with a row of the list, or with all that are selected: by the bar over the list, by menu or by command. */
export class RowActions {
  private readonly host: EventTarget;
  private readonly parts: RowActionParts;

  constructor(host: EventTarget, parts: RowActionParts) {
    this.host = host;
    this.parts = parts;
  }

  /** Of the selection: whether each of its known rows is so. */
  isEach(isSo: (article: ArticleSummary) => boolean): boolean {
    return this.parts.rows.isEach((id) => this.parts.selection.has(id), isSo);
  }

  take(step: SelectionStep): void {
    const selected = this.parts.selected();
    if (selected === null) return;
    if (step === 'end') this.parts.selection.clear();
    else if (step === 'bookmark') void this.mark(selected.selection, { isBookmarked: !this.isEach((one) => one.isBookmarked) });
    else if (step === 'read') void this.mark(selected.selection, { isRead: !this.isEach((one) => one.isRead) });
    else if (step === 'tags') this.wish({ kind: 'tags', selection: selected.selection });
    else if (step === 'export') this.wish({ kind: 'export', ...selected });
    else this.wish({ kind: 'copy-list', selection: selected.selection });
  }

  /** A row that is selected stands for the whole selection, any other one for itself. */
  async openMenu({ index, at }: Pick<RowMenuRequestedEvent, 'index' | 'at'>): Promise<void> {
    const article = this.parts.rows.rowAt(index)?.article;
    if (!article) return;
    const selected = this.parts.selected();
    const isOfSelection = selected !== null && selected.articles > 1 && this.parts.selection.has(article.id);
    const items = isOfSelection ? itemsOfSelection((isSo) => this.isEach(isSo), selected.articles) : itemsOfRow(article);
    const item = await this.parts
      .client()
      .call('menus.open', { items: [...items], at })
      .catch(() => null);
    if (item === null) return;
    if (isOfSelection) this.obeySelection(item, selected);
    else this.obeyRow(item, article);
  }

  private obeySelection(item: RowMenuItem, selected: SelectedArticles): void {
    const { selection } = selected;
    if (item === 'bookmark' || item === 'remove-bookmark') void this.mark(selection, { isBookmarked: item === 'bookmark' });
    else if (item === 'mark-read' || item === 'mark-unread') void this.mark(selection, { isRead: item === 'mark-read' });
    else if (item === 'tags') this.take('tags');
    else if (item === 'export') this.take('export');
    else if (item === 'copy-list') this.take('copy-list');
    else if (item === 'select-none') this.take('end');
  }

  private obeyRow(item: RowMenuItem, article: ArticleSummary): void {
    const { id, title } = article;
    if (item === 'open') this.host.dispatchEvent(new ArticleChosenEvent(id));
    else if (item === 'show-original') this.showOriginal(id);
    else if (item === 'bookmark' || item === 'remove-bookmark')
      this.host.dispatchEvent(new BookmarkToggledEvent(id, item === 'bookmark'));
    else if (item === 'mark-read' || item === 'mark-unread') void this.markOne(id, item === 'mark-read');
    else if (item === 'tags') this.wish({ kind: 'tags', selection: { kind: 'articles', ids: [id] } });
    else if (item === 'export') this.wish({ kind: 'export', selection: { kind: 'articles', ids: [id] }, articles: 1, title });
    else if (item === 'copy-title') this.wish({ kind: 'copy', id, form: 'title' });
    else if (item === 'copy-link') this.wish({ kind: 'copy', id, form: 'link' });
    else if (item === 'copy-quotation') this.wish({ kind: 'copy', id, form: 'quotation' });
  }

  private wish(wish: RowsWish): void {
    this.host.dispatchEvent(new RowsWishedEvent(wish));
  }

  /** The article comes into the window first. */
  private showOriginal(id: string): void {
    this.host.dispatchEvent(new ArticleChosenEvent(id));
    setTimeout(() => this.host.dispatchEvent(new CommandChosenEvent('toggle-original')));
  }

  private async markOne(id: string, isRead: boolean): Promise<void> {
    this.parts.rows.change(id, { isRead });
    await this.parts
      .client()
      .call('articles.markRead', { id, isRead })
      .catch(() => this.parts.rows.change(id, { isRead: !isRead }));
  }

  /** Shown at once; asked for anew where it could not be stored. */
  private async mark(
    selection: ExportSelection,
    change: Pick<Partial<ArticleSummary>, 'isBookmarked' | 'isRead'>,
  ): Promise<void> {
    const { rows, selection: held } = this.parts;
    const openId = this.parts.openId();
    if (change.isBookmarked !== undefined && openId !== null && held.has(openId))
      this.tellOfBookmark(openId, change.isBookmarked);
    rows.changeAll((id) => held.has(id), change);
    await this.parts
      .client()
      .call('articles.mark', { selection, ...change })
      .catch(() => rows.refresh());
  }

  /** The article beside the list shows its bookmark too. */
  private tellOfBookmark(id: string, isBookmarked: boolean): void {
    if (
      !this.parts.rows.isEach(
        (one) => one === id,
        (article) => article.isBookmarked === isBookmarked,
      )
    )
      this.host.dispatchEvent(new BookmarkToggledEvent(id, isBookmarked));
  }
}
