import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary } from '#preload/contract/library-types.ts';
import { BookmarkToggledEvent } from '#renderer/events/bookmark-toggled-event.ts';
import { OutsideLinkRequestedEvent } from '#renderer/events/outside-link-requested-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

/** What can be done with the open article. */
@customElement('op-article-bar')
export class OpArticleBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        height: var(--bar-height);
        padding: 0 var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .space {
        flex: 1;
      }
      .is-yours svg {
        fill: currentColor;
      }
    `,
  ];

  @property({ attribute: false }) article: ArticleSummary | null = null;
  @property({ type: Boolean }) hasBack = false;
  @property({ type: Boolean }) isDark = false;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.words.article;
    const theme = this.isDark ? words.toLight : words.toDark;
    return html`
      ${
        this.hasBack
          ? html`<button class="icon-button" type="button" aria-label=${words.back} title=${words.back} @click=${this.goBack}>
              ${icon('arrowLeft')}
            </button>`
          : nothing
      }
      <span class="space"></span>
      ${this.article ? this.renderBookmark(this.article) : nothing}
      <button class="icon-button" type="button" aria-label=${theme} title=${theme} @click=${this.switchTheme}>
        ${icon(this.isDark ? 'sun' : 'moon')}
      </button>
      ${
        this.article?.originalUrl
          ? html`<button
              class="icon-button"
              type="button"
              aria-label=${words.openOriginal}
              title=${words.openOriginal}
              @click=${this.openOriginal}
            >
              ${icon('externalLink')}
            </button>`
          : nothing
      }
    `;
  }

  private renderBookmark(article: ArticleSummary): TemplateResult {
    const words = this.locale.words.article;
    const label = article.isBookmarked ? words.removeBookmark : words.bookmark;
    return html`<button
      class="icon-button ${article.isBookmarked ? 'is-yours' : ''}"
      type="button"
      aria-label=${label}
      title="${label} (S)"
      aria-keyshortcuts="S"
      @click=${() => this.dispatchEvent(new BookmarkToggledEvent(article.id, !article.isBookmarked))}
    >
      ${icon('bookmark')}
    </button>`;
  }

  private goBack(): void {
    this.dispatchEvent(new PaneRequestedEvent('list'));
  }

  private switchTheme(): void {
    this.dispatchEvent(new SettingsChosenEvent({ theme: this.isDark ? 'light' : 'dark' }));
  }

  private openOriginal(): void {
    if (this.article?.originalUrl) this.dispatchEvent(new OutsideLinkRequestedEvent(this.article.originalUrl));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-article-bar': OpArticleBar;
  }
}
