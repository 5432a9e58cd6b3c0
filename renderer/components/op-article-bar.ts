import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import type { ArticleDetail, ArticleSummary, PlaceInArticle } from '#preload/contract/library-types.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { BookmarkToggledEvent } from '#renderer/events/bookmark-toggled-event.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { OriginalToggledEvent } from '#renderer/events/original-toggled-event.ts';
import { OutsideLinkRequestedEvent } from '#renderer/events/outside-link-requested-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import './op-history-buttons.ts';
import './op-outline-menu.ts';
import './op-reading-menu.ts';
import type { OpOutlineMenu } from './op-outline-menu.ts';
import './op-versions-menu.ts';
import type { OpVersionsMenu } from './op-versions-menu.ts';

/** Fewer headings are found faster by reading on. */
const outlineMinimum = 3;

/** What can be done with the open article. */
@customElement('op-article-bar')
export class OpArticleBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--space-1);
        height: var(--bar-height);
        padding: 0 var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .space {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }
      .left {
        overflow: hidden;
        text-overflow: ellipsis;
        font-size: var(--size-meta);
        font-variant-numeric: tabular-nums;
        color: var(--ink-third);
        white-space: nowrap;
      }
      .progress {
        position: absolute;
        inset: auto 0 -1px;
        height: 2px;
        background: var(--seal);
        transform-origin: left;
        transition: transform var(--quick) linear;
      }
      @media (forced-colors: active) {
        .progress {
          background: Highlight;
        }
      }
      .is-yours svg {
        fill: currentColor;
      }
      .icon-button[aria-pressed='true'] {
        background: var(--surface-selected);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) article: ArticleDetail | null = null;
  /** The page as published is shown instead of the article. */
  @property({ type: Boolean }) isOriginal = false;
  /** The earlier version that is shown instead of the article as it is now; null for that. */
  @property({ attribute: false }) version: number | null = null;
  @property({ type: Boolean }) hasBack = false;
  @property({ attribute: false }) settings: Settings = defaultSettings;
  /** Where the article's frame stands; null where that is not known. */
  @property({ attribute: false }) place: PlaceInArticle | null = null;
  @query('op-outline-menu') private readonly outline!: OpOutlineMenu | null;
  @query('op-versions-menu') private readonly versions!: OpVersionsMenu | null;

  private readonly locale = new LocaleController(this);

  /** Opens or closes the contents or the list of earlier versions, where the article has any. */
  toggle(menu: 'outline' | 'versions'): void {
    this[menu]?.toggle();
  }

  override render(): TemplateResult {
    const words = this.locale.words.article;
    return html`
      ${
        this.hasBack
          ? html`<button class="icon-button" type="button" aria-label=${words.back} title=${words.back} @click=${this.goBack}>
              ${icon('arrowLeft')}
            </button>`
          : nothing
      }
      <op-history-buttons></op-history-buttons>
      <div class="space">${this.renderLeft()}<slot></slot></div>
      ${this.article ? [this.renderOutline(this.article), this.renderVersions(this.article), html`<slot name="related"></slot>`, this.renderOriginal(), this.renderBookmark(this.article), this.renderTags()] : nothing}
      ${this.article ? [this.renderCommand('read-aloud', 'speech', this.locale.current.messages.aloud.start), this.renderExport()] : nothing}
      <op-reading-menu .settings=${this.settings}></op-reading-menu>
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

  /** Nothing at the beginning of an article that fits the window, nor of the page as published. */
  private renderLeft(): TemplateResult | typeof nothing {
    if (!this.article || !this.place || this.isOriginal || this.version !== null) return nothing;
    const { progress } = this.place;
    const minutes = Math.ceil(this.article.readingMinutes * (1 - progress));
    return html`
      ${minutes > 0 ? html`<span class="left">${this.locale.current.messages.reading.left(minutes)}</span>` : nothing}
      <span class="progress" .style=${`transform: scaleX(${progress})`} aria-hidden="true"></span>
    `;
  }

  private renderOutline({ outline, language }: ArticleDetail): TemplateResult | typeof nothing {
    // Of the article as it is now: an earlier version may have other headings.
    if (this.isOriginal || this.version !== null || outline.length < outlineMinimum) return nothing;
    return html`<op-outline-menu
      .entries=${outline}
      .language=${language}
      .current=${this.place?.heading ?? null}
    ></op-outline-menu>`;
  }

  private renderVersions({ earlierVersions }: ArticleDetail): TemplateResult | typeof nothing {
    if (earlierVersions.length === 0) return nothing;
    return html`<op-versions-menu .versions=${earlierVersions} .shown=${this.version}></op-versions-menu>`;
  }

  private renderOriginal(): TemplateResult {
    const words = this.locale.words.article;
    const label = this.isOriginal ? words.showArticle : words.showOriginal;
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${words.showOriginal}
      aria-pressed=${this.isOriginal ? 'true' : 'false'}
      title=${label}
      @click=${() => this.dispatchEvent(new OriginalToggledEvent())}
    >
      ${icon('originalPage')}
    </button>`;
  }

  private renderExport(): TemplateResult {
    return this.renderCommand('export', 'download', this.locale.current.messages.commands.export);
  }

  private renderCommand(command: CommandId, name: IconName, label: string): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new CommandChosenEvent(command))}
    >
      ${icon(name)}
    </button>`;
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

  private renderTags(): TemplateResult {
    const label = this.locale.current.messages.commands['edit-tags'];
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title="${label} (T)"
      aria-keyshortcuts="T"
      @click=${() => this.dispatchEvent(new CommandChosenEvent('edit-tags'))}
    >
      ${icon('tag')}
    </button>`;
  }

  private goBack(): void {
    this.dispatchEvent(new PaneRequestedEvent('list'));
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
