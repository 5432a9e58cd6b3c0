import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FirstPicture } from '#preload/contract/library-types.ts';
import type { ListDensity } from '#preload/contract/list-types.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { ListRow } from '#renderer/state/list-row.ts';
import { base } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { listRowStyles } from './list-row-styles.ts';
import { markedText } from './marked-text.ts';

/** What an article looks like in the list. Role, focus and place in the list belong to the list that holds it. */
@customElement('op-article-row')
export class OpArticleRow extends LitElement {
  static override styles = [base, listRowStyles];

  @property({ attribute: false }) row: ListRow | null = null;
  @property({ type: Boolean, reflect: true, attribute: 'is-selected' }) isSelected = false;
  /** A line below separates the row from the next one of the same day. */
  @property({ type: Boolean, reflect: true, attribute: 'has-line' }) hasLine = false;
  /** Where no heading above the row tells the day. */
  @property({ type: Boolean }) showsDay = false;
  /** Of one line too, where the list is in that order. */
  @property({ type: Boolean }) showsMinutes = false;
  /** Open while other rows are selected. */
  @property({ type: Boolean, reflect: true, attribute: 'is-open' }) isOpen = false;
  @property({ reflect: true }) density: ListDensity = 'comfortable';

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    if (!this.row) return nothing;
    const { article, titleMarks } = this.row;
    const { words } = this.locale;
    const isCompact = this.density === 'compact';
    return html`
      <div class="row ${article.isRead ? 'is-read' : 'is-unread'}">
        ${article.isRead ? nothing : html`<span class="dot"></span><span class="for-reader-only">${words.list.unread}</span>`}
        <div class="text">
          <div class="title" lang=${article.titleLanguage} title=${isCompact ? article.title : nothing}>
            ${markedText(article.title, titleMarks)}
          </div>
          ${isCompact ? nothing : this.renderExcerpt(this.row)}
          <div class="meta">
            <span class="facts">${this.facts(this.row)}</span>
            ${article.isRemovedUpstream ? this.renderBadge('archiveX', words.list.removed) : nothing}
            ${article.isBookmarked ? this.renderBadge('bookmark', words.list.bookmarked) : nothing}
          </div>
        </div>
        ${isCompact || !article.firstPicture ? nothing : renderPicture(article.firstPicture)}
      </div>
    `;
  }

  private renderBadge(name: 'archiveX' | 'bookmark', label: string): TemplateResult {
    return html`<span class="badge ${name === 'bookmark' ? 'is-yours' : ''}" role="img" aria-label=${label} title=${label}
      >${icon(name)}</span
    >`;
  }

  private renderExcerpt(row: ListRow): TemplateResult | typeof nothing {
    const snippet = row.snippets[0];
    const text = snippet?.text ?? row.article.excerpt;
    return text === ''
      ? nothing
      : html`<div class="excerpt" lang=${row.article.language}>${markedText(text, snippet?.marks ?? [])}</div>`;
  }

  private facts({ article }: ListRow): string {
    const { words, shortDay } = this.locale.current;
    const day = article.isDateEstimated ? words.list.about(shortDay(article.publishedOn)) : shortDay(article.publishedOn);
    const isDayTold = this.showsDay || article.isDateEstimated;
    const [section] = article.sections;
    const minutes = words.list.minutes(Math.max(1, article.readingMinutes));
    // There is no room for everything beside a picture.
    const isSectionTold = section !== article.source && !(isDayTold && article.firstPicture);
    const where = [article.source, isSectionTold && this.density === 'comfortable' ? section : null, isDayTold ? day : null];
    const isLast = this.density === 'comfortable' && !this.showsMinutes;
    const facts = [this.showsMinutes ? minutes : null, ...where, isLast ? minutes : null];
    return facts.filter(Boolean).join(' · ');
  }
}

/** It says nothing that the title does not: screen readers pass it by. Always of one size, so that nothing moves when it comes. */
const renderPicture = ({ sha256 }: FirstPicture): TemplateResult =>
  html`<img
    class="picture"
    src=${`offprint-article://picture/${sha256}`}
    alt=""
    width="72"
    height="72"
    loading="lazy"
    decoding="async"
    draggable="false"
  />`;

declare global {
  interface HTMLElementTagNameMap {
    'op-article-row': OpArticleRow;
  }
}
