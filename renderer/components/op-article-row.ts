import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { ListRow } from '#renderer/state/list-row.ts';
import { base } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { markedText } from './marked-text.ts';

/** What an article looks like in the list. Role, focus and place in the list belong to the list that holds it. */
@customElement('op-article-row')
export class OpArticleRow extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        margin: 0 6px;
        padding: 10px 16px 12px;
        border-radius: var(--radius-card);
      }
      :host(:hover) {
        background: var(--surface-hover);
      }
      :host([is-selected]) {
        background: var(--surface-selected);
      }
      :host(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      :host([has-line])::after {
        content: '';
        position: absolute;
        inset: auto 16px 0;
        border-bottom: 1px solid var(--line);
      }
      :host([has-line]:hover)::after,
      :host([has-line]:focus-visible)::after {
        border-color: transparent;
      }
      .dot {
        position: absolute;
        top: 17px;
        left: 4px;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--seal);
      }
      .title,
      .excerpt {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .title {
        font-size: var(--size-title);
        font-weight: var(--weight-strong);
        line-height: 1.42;
        color: var(--ink);
      }
      .is-read .title {
        font-weight: var(--weight-medium);
        color: var(--ink-second);
      }
      :host([is-selected]) .is-read .title {
        color: var(--ink);
      }
      .excerpt {
        margin-top: 2px;
        font-size: var(--size-excerpt);
        line-height: 1.52;
        color: var(--ink-second);
      }
      .is-read .excerpt {
        color: var(--ink-third);
      }
      .meta {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: 4px;
        font-size: var(--size-meta);
        line-height: 18px;
        color: var(--ink-third);
        font-variant-numeric: tabular-nums;
      }
      .facts {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      .badge {
        flex: none;
        display: inline-grid;
        color: var(--ink-third);
      }
      .badge svg {
        width: 13px;
        height: 13px;
      }
      .badge.is-yours {
        color: var(--seal);
      }
      .badge.is-yours svg {
        fill: currentColor;
      }
      mark {
        border-radius: 2px;
        background: var(--mark);
        color: var(--ink);
      }
      @media (forced-colors: active) {
        :host([is-selected]) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
        .dot {
          background: Highlight;
        }
        mark {
          background: Mark;
          color: MarkText;
        }
      }
    `,
  ];

  @property({ attribute: false }) row: ListRow | null = null;
  @property({ type: Boolean, reflect: true, attribute: 'is-selected' }) isSelected = false;
  /** A line below separates the row from the next one of the same day. */
  @property({ type: Boolean, reflect: true, attribute: 'has-line' }) hasLine = false;
  /** Where no heading above the row tells the day. */
  @property({ type: Boolean }) showsDay = false;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    if (!this.row) return nothing;
    const { article, titleMarks } = this.row;
    const { words } = this.locale;
    return html`
      <div class=${article.isRead ? 'is-read' : 'is-unread'}>
        ${article.isRead ? nothing : html`<span class="dot"></span><span class="for-reader-only">${words.list.unread}</span>`}
        <div class="title" lang=${article.titleLanguage}>${markedText(article.title, titleMarks)}</div>
        ${this.renderExcerpt(this.row)}
        <div class="meta">
          <span class="facts">${this.facts(this.row)}</span>
          ${
            article.isRemovedUpstream
              ? html`<span class="badge" role="img" aria-label=${words.list.removed} title=${words.list.removed}
                  >${icon('archiveX')}</span
                >`
              : nothing
          }
          ${
            article.isBookmarked
              ? html`<span class="badge is-yours" role="img" aria-label=${words.list.bookmarked} title=${words.list.bookmarked}
                  >${icon('bookmark')}</span
                >`
              : nothing
          }
        </div>
      </div>
    `;
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
    const section = article.sections[0];
    const facts = [article.source, section === article.source ? null : section, isDayTold ? day : null];
    return [...facts, words.list.minutes(Math.max(1, article.readingMinutes))].filter(Boolean).join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-article-row': OpArticleRow;
  }
}
