import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListDensity } from '#preload/contract/list-types.ts';
import { RangeShownEvent } from '#renderer/events/range-shown-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { isSelected, noSelection } from '#renderer/state/list-selection.ts';
import type { ListSelection } from '#renderer/state/list-selection.ts';
import type { ListRow } from '#renderer/state/list-row.ts';
import { base } from '#renderer/styles/shared.ts';
import { articleListStyles } from './article-list-styles.ts';
import { ListInput } from './list-input.ts';
import { PlaceObserver, startsDay } from './list-places.ts';
import { ListViewport } from './list-viewport.ts';
import './op-article-row.ts';

/** The engine keeps scroll positions as 32-bit floats: beyond 16 million pixels they are off by up to two. */
const roundingPx = 4;
/** Of a row without a heading, until it is measured. */
const estimatedHeightPx: Readonly<Record<ListDensity, number>> = { comfortable: 112, compact: 32 };

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
  /** The article that is open. Where nothing is selected, it counts as selected. */
  @property({ attribute: false }) selectedId: string | null = null;
  @property({ attribute: false }) selection: ListSelection = noSelection;
  @property({ reflect: true }) density: ListDensity = 'comfortable';
  @property({ attribute: false }) showsDays = true;
  @property({ attribute: false }) showsMinutes = false;
  @property({ attribute: false }) label = '';

  @state() activeIndex = 0;
  @query('.rows') private readonly rowsElement!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  readonly viewport = new ListViewport();
  private readonly input = new ListInput(this);
  private shownWidthPx = 0;
  private readonly places = new PlaceObserver((entries) => this.handleResize(entries));
  private isMeasuringDue = false;
  private isFocusDue = false;
  /** After a key moved to a row it stays in view, also when heights become known; until the list is scrolled otherwise. */
  private isFollowing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.takeScroll, { passive: true });
    this.places.begin(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.takeScroll);
    this.places.end();
  }

  /** The row that the keyboard stands on. */
  get activeRow(): ListRow | undefined {
    return this.rowAt(this.activeIndex);
  }

  get rowsPerView(): number {
    return this.viewport.rowsPerView(this.clientHeight);
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
    if (!changed.has('serial') && !changed.has('total') && !changed.has('density')) return;
    this.viewport.reset(this.total, estimatedHeightPx[this.density]);
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
        aria-multiselectable="true"
        aria-label=${this.label}
        .style=${`height: ${this.viewport.totalHeight}px`}
        @keydown=${this.input.handleKey}
        @mousedown=${this.input.handlePress}
        @click=${this.input.handleClick}
        @contextmenu=${this.input.handleMenu}
        @focusin=${this.input.handleFocus}
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
    const day =
      row && this.showsDays && startsDay(this.rowAt, index, row) ? this.locale.current.day(row.article.publishedOn) : null;
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
    const { id } = row.article;
    const isHeld = this.isHeld(id);
    return html`<op-article-row
      role="option"
      tabindex=${index === this.activeIndex ? 0 : -1}
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      aria-selected=${isHeld ? 'true' : 'false'}
      aria-current=${id === this.selectedId ? 'true' : nothing}
      .row=${row}
      .isSelected=${isHeld}
      .isOpen=${id === this.selectedId && !isHeld}
      .density=${this.density}
      .hasLine=${this.hasLine(index, row)}
      .showsDay=${!this.showsDays}
      .showsMinutes=${this.showsMinutes}
    ></op-article-row>`;
  }

  private renderBlank(index: number): TemplateResult {
    return html`<div
      class="blank"
      role="option"
      aria-selected=${this.selection.isAll ? 'true' : 'false'}
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      aria-label=${this.locale.words.list.loading}
      tabindex=${index === this.activeIndex ? 0 : -1}
    >
      <i></i><i></i><i></i>
    </div>`;
  }

  get hasSelection(): boolean {
    return this.selection.isAll || this.selection.ids.size > 0;
  }

  private isHeld(id: string): boolean {
    return this.hasSelection ? isSelected(this.selection, id) : id === this.selectedId;
  }

  private hasLine(index: number, row: ListRow): boolean {
    const next = this.rowAt(index + 1);
    if (!next || this.density === 'compact' || this.isHeld(row.article.id) || this.isHeld(next.article.id)) return false;
    return !this.showsDays || next.article.publishedOn === row.article.publishedOn;
  }

  protected override updated(): void {
    const places = this.rowsElement?.querySelectorAll<HTMLElement>('.place') ?? [];
    this.places.follow(places);
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

  moveTo(index: number): void {
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

declare global {
  interface HTMLElementTagNameMap {
    'op-article-list': OpArticleList;
  }
}
