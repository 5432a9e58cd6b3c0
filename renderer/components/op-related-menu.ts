import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { RelatedArticle, RelatedReason } from '#preload/contract/related-types.ts';
import { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import { RelatedWantedEvent } from '#renderer/events/related-wanted-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { rowForKey } from './list-keys.ts';
import { relatedMenuStyles } from './related-menu-styles.ts';

/** All there are at most: Page Up and Page Down lead to the first and the last. */
const pageRows = 8;
const shownTopics = 3;
const middleButton = 1;

/** What to read beside the open article, in a panel that opens under its button. */
@customElement('op-related-menu')
export class OpRelatedMenu extends LitElement {
  static override styles = [base, buttons, relatedMenuStyles];

  /** The most related first; null while it is not known. */
  @property({ attribute: false }) rows: readonly RelatedArticle[] | null = null;
  @property({ type: Boolean }) hasFailed = false;
  @query('.opener') private readonly opener!: HTMLButtonElement | null;
  @query('#panel') private readonly panel!: HTMLElement | null;

  private readonly locale = new LocaleController(this);

  /** Opens the panel, or closes it. */
  toggle(): void {
    this.panel?.togglePopover();
  }

  close(): void {
    if (this.isOpen) this.panel?.hidePopover();
  }

  private get isOpen(): boolean {
    return this.panel?.matches(':popover-open') ?? false;
  }

  /** What was waited for takes the focus from the panel, where nothing else has it by now. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') && this.isOpen && this.matches(':focus-within')) this.focusFirst();
  }

  override render(): TemplateResult {
    const { label } = this.locale.current.messages.related;
    return html`
      <button
        class="icon-button opener"
        type="button"
        popovertarget="panel"
        aria-label=${label}
        aria-keyshortcuts="R"
        title="${label} (R)"
      >
        ${icon('related')}
      </button>
      <nav
        id="panel"
        popover
        tabindex="-1"
        aria-labelledby="heading"
        @keydown=${this.handleKey}
        @toggle=${this.handleToggle}
        @focusout=${this.handleFocusOut}
      >
        <h2 id="heading">${label}</h2>
        ${this.renderRows()}
      </nav>
    `;
  }

  private renderRows(): TemplateResult {
    const { related } = this.locale.current.messages;
    if (this.hasFailed) return html`<p role="alert">${related.failed}</p>`;
    if (!this.rows) return html`<p class="waiting">${related.waiting}</p>`;
    if (this.rows.length === 0) return html`<p role="status">${related.none}</p>`;
    return html`<ul>
      ${this.rows.map((row) => this.renderRow(row))}
    </ul>`;
  }

  private renderRow({ article, reasons }: RelatedArticle): TemplateResult {
    const { words, shortDay } = this.locale.current;
    const day = article.isDateEstimated ? words.list.about(shortDay(article.publishedOn)) : shortDay(article.publishedOn);
    const facts = [article.source, day, article.isRemovedUpstream ? words.list.removed : null].filter(Boolean).join(' · ');
    return html`<li>
      <button
        class=${article.isRead ? 'is-read' : ''}
        type="button"
        @mousedown=${this.handlePress}
        @click=${(event: MouseEvent) => this.choose(article.id, isWithCommand(event))}
        @auxclick=${(event: MouseEvent) => this.handleOtherClick(event, article.id)}
      >
        <span class="title" lang=${article.titleLanguage}>${article.title}</span>
        ${article.isRead ? nothing : html`<span class="for-reader-only">${words.list.unread}</span>`}
        <span class="meta"
          ><span class="reasons">${reasons.map((reason) => this.wordOf(reason)).join(' · ')}</span>${` · ${facts}`}</span
        >
      </button>
    </li>`;
  }

  private wordOf(reason: RelatedReason): string {
    const { reasons } = this.locale.current.messages.related;
    if (reason.kind === 'topics') return reasons.topics(reason.topics.slice(0, shownTopics));
    return reason.kind === 'section' ? reasons.section(reason.section) : reasons[reason.kind];
  }

  private get buttons(): readonly HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('li button')];
  }

  private focusFirst(): void {
    (this.buttons[0] ?? this.panel)?.focus();
  }

  private choose(id: string, isInNewTab: boolean): void {
    this.close();
    this.dispatchEvent(new ArticleChosenEvent(id, isInNewTab));
  }

  /** Else some systems would begin to scroll. */
  private handlePress(event: MouseEvent): void {
    if (event.button === middleButton) event.preventDefault();
  }

  private handleOtherClick(event: MouseEvent, id: string): void {
    if (event.button === middleButton) this.choose(id, true);
  }

  private handleToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    this.dispatchEvent(new RelatedWantedEvent());
    this.focusFirst();
  }

  /** A press in the article's frame closes no panel by itself: the window does not see it, only that the focus went there. */
  private handleFocusOut(): void {
    setTimeout(() => {
      if (document.activeElement !== null && !this.matches(':focus-within') && document.activeElement !== document.body)
        this.close();
    });
  }

  /** Keys mean this panel, not whatever they mean in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    const { buttons: rows } = this;
    const from = rows.findIndex((row) => row.matches(':focus'));
    const target = rowForKey(event.key, from, rows.length, pageRows);
    if (event.key === 'Escape') {
      this.close();
      this.opener?.focus();
    } else if (event.key === 'Enter' && isWithCommand(event)) this.chooseAt(from);
    else if (target !== null) rows[Math.max(0, Math.min(rows.length - 1, target))]?.focus();
    else return;
    event.preventDefault();
  }

  private chooseAt(index: number): void {
    const row = this.rows?.[index];
    if (row) this.choose(row.article.id, true);
  }
}

const isWithCommand = ({ ctrlKey, metaKey }: MouseEvent | KeyboardEvent): boolean => (isMacKeyboard ? metaKey : ctrlKey);

declare global {
  interface HTMLElementTagNameMap {
    'op-related-menu': OpRelatedMenu;
  }
}
