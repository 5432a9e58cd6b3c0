import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { RangeShownEvent } from '#renderer/events/range-shown-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { ListRow } from '#renderer/state/list-row.ts';
import { base } from '#renderer/styles/shared.ts';
import { articleListStyles } from './article-list-styles.ts';
import { rowForKey } from './list-keys.ts';
import { ListViewport } from './list-viewport.ts';
import './op-article-row.ts';

/** The engine keeps scroll positions as 32-bit floats: beyond 16 million pixels they are off by up to two. */
const roundingPx = 4;

/**
 * A list of any length up to about 290,000 rows (33 million pixels is the highest element of the engine). Only the rows near the
 * view are in the document, and the one with the focus. Heights are measured as rows appear.
 */
@customElement('op-article-list')
export class OpArticleList extends LitElement {
  static override styles = [base, articleListStyles];

  @property({ attribute: false }) total = 0;
  @property({ attribute: false }) rowAt: (index: number) => ListRow | undefined = () => undefined;
  /** Another number: rows changed. */
  @property({ attribute: false }) version = 0;
  /** Another number: another list, which begins at its top. */
  @property({ attribute: false }) serial = 0;
  @property({ attribute: false }) selectedId: string | null = null;
  @property({ attribute: false }) showsDays = true;
  @property({ attribute: false }) label = '';

  @state() private activeIndex = 0;
  @query('.rows') private readonly rowsElement!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly viewport = new ListViewport();
  private shownWidthPx = 0;
  private readonly resizing = new ResizeObserver((entries) => this.handleResize(entries));
  private readonly observed = new Set<Element>();
  private isMeasuringDue = false;
  private isFocusDue = false;
  /** After a key moved to a row it stays in view, also when heights become known; until the list is scrolled otherwise. */
  private isFollowing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.takeScroll, { passive: true });
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.takeScroll);
    this.resizing.disconnect();
    this.observed.clear();
  }

  /** The row that the keyboard stands on. */
  get activeRow(): ListRow | undefined {
    return this.rowAt(this.activeIndex);
  }

  /** Gives the focus to the row the keyboard stands on. */
  focusRow(): void {
    this.moveTo(this.activeIndex);
  }

  /** Makes a row the one the keyboard stands on and brings it into view; the focus follows only if it is in the list. */
  reveal(index: number): void {
    if (this.shadowRoot?.activeElement) return this.moveTo(this.clamp(index));
    this.activeIndex = this.clamp(index);
    this.bringIntoView(this.activeIndex);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Before the event tells of it, or the update would scroll back. A leap is the engine's, which brings a row with the focus into view wrongly.
    if (!this.isFollowing && Math.abs(this.scrollTop - this.viewport.top) < this.clientHeight) this.takeScroll();
    if (changed.has('serial')) {
      this.activeIndex = 0;
      this.viewport.scrollTo(0);
    }
    if (!changed.has('serial') && !changed.has('total')) return;
    this.viewport.reset(this.total);
    this.isMeasuringDue = true;
    this.activeIndex = this.clamp(this.activeIndex);
  }

  override render(): TemplateResult {
    const [first, last] = this.viewport.range(this.clientHeight);
    const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
    if (this.total > 0 && this.activeIndex < first) indexes.unshift(this.activeIndex);
    if (this.total > 0 && this.activeIndex > last) indexes.push(this.activeIndex);
    return html`
      <div
        class="rows"
        role="listbox"
        aria-label=${this.label}
        .style=${`height: ${this.viewport.totalHeight}px`}
        @keydown=${this.handleKey}
        @click=${this.handleClick}
        @focusin=${this.handleFocus}
      >
        <div class="places" role="presentation" .style=${`top: ${this.viewport.origin}px`}>
          ${repeat(
            indexes,
            (index) => index,
            (index) => this.renderPlace(index),
          )}
        </div>
      </div>
    `;
  }

  private renderPlace(index: number): TemplateResult {
    const row = this.rowAt(index);
    const day = row && this.startsDay(index, row) ? this.locale.current.day(row.article.publishedOn) : null;
    return html`
      <div
        class="place"
        role="presentation"
        data-index=${index}
        .style=${`transform: translateY(${this.viewport.offsetOf(index) - this.viewport.origin}px)`}
      >
        ${day === null ? nothing : html`<div class="day" aria-hidden="true">${day}</div>`}
        ${row ? this.renderRow(index, row) : this.renderBlank(index)}
      </div>
    `;
  }

  private renderRow(index: number, row: ListRow): TemplateResult {
    const isSelected = row.article.id === this.selectedId;
    return html`<op-article-row
      role="option"
      tabindex=${index === this.activeIndex ? 0 : -1}
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      aria-selected=${isSelected ? 'true' : 'false'}
      .row=${row}
      .isSelected=${isSelected}
      .hasLine=${this.hasLine(index, row)}
      .showsDay=${!this.showsDays}
    ></op-article-row>`;
  }

  private renderBlank(index: number): TemplateResult {
    return html`<div
      class="blank"
      role="option"
      aria-selected="false"
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      aria-label=${this.locale.words.list.loading}
      tabindex=${index === this.activeIndex ? 0 : -1}
    >
      <i></i><i></i><i></i>
    </div>`;
  }

  private startsDay(index: number, row: ListRow): boolean {
    if (!this.showsDays) return false;
    const before = this.rowAt(index - 1);
    return index === 0 || (before !== undefined && before.article.publishedOn !== row.article.publishedOn);
  }

  private hasLine(index: number, row: ListRow): boolean {
    const next = this.rowAt(index + 1);
    if (!next || row.article.id === this.selectedId || next.article.id === this.selectedId) return false;
    return !this.showsDays || next.article.publishedOn === row.article.publishedOn;
  }

  protected override updated(): void {
    const places = this.rowsElement?.querySelectorAll<HTMLElement>('.place') ?? [];
    this.observe(places);
    if (this.isMeasuringDue) {
      this.isMeasuringDue = false;
      for (const place of places) if (place.querySelector('op-article-row')?.hasUpdated) this.measure(place);
    }
    if (this.isFollowing) this.viewport.bringIntoView(this.activeIndex, this.clientHeight);
    this.holdAnchor();
    const [first, last] = this.viewport.range(this.clientHeight);
    if (last >= first) this.dispatchEvent(new RangeShownEvent(first, last));
    if (this.isFocusDue) this.focusActive();
  }

  private observe(places: Iterable<HTMLElement>): void {
    const present = new Set<Element>(places);
    for (const place of this.observed) {
      if (present.has(place)) continue;
      this.resizing.unobserve(place);
      this.observed.delete(place);
    }
    for (const place of present) {
      if (this.observed.has(place)) continue;
      this.resizing.observe(place);
      this.observed.add(place);
    }
  }

  private measure(place: HTMLElement): void {
    const isChanged = this.viewport.measure(Number(place.dataset['index']), place.offsetHeight);
    if (isChanged) this.requestUpdate();
  }

  private holdAnchor(): void {
    if (Math.abs(this.scrollTop - this.viewport.top) >= 1) this.scrollTop = this.viewport.top;
    this.viewport.see(this.scrollTop);
  }

  /** A list that is hidden stands nowhere. */
  private readonly takeScroll = (): void => {
    if (this.clientHeight > 0 && this.viewport.take(this.scrollTop) >= roundingPx) this.isFollowing = false;
    this.requestUpdate();
  };

  /** Called after layout and before painting: a row is never seen at the wrong place. */
  private handleResize(entries: readonly ResizeObserverEntry[]): void {
    if (this.clientWidth !== this.shownWidthPx) {
      this.shownWidthPx = this.clientWidth;
      this.viewport.reset(this.total);
      this.isMeasuringDue = true;
    }
    for (const { target } of entries) if (target instanceof HTMLElement && target !== this) this.measure(target);
    this.requestUpdate();
  }

  private handleClick(event: MouseEvent): void {
    const index = indexOf(event);
    const row = index === null ? undefined : this.rowAt(index);
    if (index === null || !row) return;
    this.activeIndex = index;
    this.dispatchEvent(new ArticleChosenEvent(row.article.id));
  }

  private handleFocus(event: FocusEvent): void {
    const index = indexOf(event);
    if (index !== null) this.activeIndex = index;
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = rowForKey(event.key, this.activeIndex, this.total, this.viewport.rowsPerView(this.clientHeight));
    if (target !== null) this.moveTo(target);
    else if (event.key === 'Enter' || event.key === ' ') this.openActive();
    else if (event.key === 'ArrowLeft') this.dispatchEvent(new PaneRequestedEvent('library'));
    else if (event.key === 'ArrowRight') this.dispatchEvent(new PaneRequestedEvent('article'));
    else return;
    event.preventDefault();
  }

  private openActive(): void {
    const row = this.activeRow;
    if (row) this.dispatchEvent(new ArticleChosenEvent(row.article.id));
  }

  private moveTo(index: number): void {
    if (this.total === 0) return;
    this.activeIndex = this.clamp(index);
    this.bringIntoView(this.activeIndex);
    this.isFocusDue = true;
    this.requestUpdate();
  }

  private focusActive(): void {
    const element = this.rowsElement?.querySelector<HTMLElement>(`.place[data-index="${this.activeIndex}"] [role="option"]`);
    if (!element) return;
    // A place that is still blank gives way to its row, and the focus with it.
    this.isFocusDue = element.classList.contains('blank');
    element.focus({ preventScroll: true });
    this.bringIntoView(this.activeIndex);
  }

  private bringIntoView(index: number): void {
    this.isFollowing = true;
    this.viewport.bringIntoView(index, this.clientHeight);
    this.holdAnchor();
  }

  private clamp(index: number): number {
    return Math.max(0, Math.min(this.total - 1, index));
  }
}

const indexOf = (event: Event): number | null => {
  const place = event.composedPath().find((target) => target instanceof HTMLElement && target.classList.contains('place'));
  const index = place instanceof HTMLElement ? place.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
};

declare global {
  interface HTMLElementTagNameMap {
    'op-article-list': OpArticleList;
  }
}
