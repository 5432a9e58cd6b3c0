import { ContextConsumer } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { ArticleDetail, ArticleSummary } from '#preload/contract/library-types.ts';
import type { ShownScript } from '#preload/contract/settings-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-article-bar.ts';
import type { OpArticleBar } from '#renderer/components/op-article-bar.ts';
import '#renderer/components/op-empty-state.ts';
import '#renderer/components/op-failure-notice.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { ReadingPlaceController } from '#renderer/controllers/reading-place-controller.ts';
import type { HeadingChosenEvent } from '#renderer/events/heading-chosen-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import type { VersionChosenEvent } from '#renderer/events/version-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { frameAddress, placeInFrame } from '#renderer/state/frame-address.ts';
import { settingsContext } from '#renderer/state/settings-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** The right pane. The window never touches the article's HTML: the frame fetches its page from the main side by itself. */
@customElement('op-article-view')
export class OpArticleView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        background: var(--surface-paper);
      }
      op-article-bar {
        flex: none;
      }
      iframe {
        flex: 1;
        width: 100%;
        min-height: 0;
        border: 0;
        background: var(--surface-paper);
      }
      iframe:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      op-empty-state {
        flex: 1;
      }
      op-failure-notice {
        width: min(480px, calc(100% - 32px));
        margin: var(--space-12) auto;
      }
    `,
  ];

  @property({ attribute: false }) articleId: string | null = null;
  /** The search that led here; its hits are marked in the article. */
  @property({ attribute: false }) find = '';
  /** Id of the place that a link named; null for the beginning. */
  @property({ attribute: false }) anchor: string | null = null;
  @property({ type: Boolean }) hasBack = false;
  /** The page as published is shown instead of the article. */
  @state() private isOriginal = false;
  /** Another number: what the frame shows has changed. */
  @state() private turn = 0;
  /** An earlier version is shown instead of the article as it is now. */
  @state() private version: number | null = null;
  /** What changed here since the article was fetched. */
  @state() private changes: { readonly id: string; readonly change: Partial<ArticleSummary> } | null = null;

  @query('iframe') private readonly frame!: HTMLIFrameElement | null;
  @query('op-article-bar') private readonly bar!: OpArticleBar | null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private seenScript: ShownScript = defaultSettings.reading.script;
  private readonly places = new ReadingPlaceController(this, this.bridge);
  private readonly settings = new ContextConsumer(this, { context: settingsContext, subscribe: true });
  private readonly detail = new Task(this, {
    args: () => [this.articleId] as const,
    task: async ([id], { signal }): Promise<ArticleDetail | null> =>
      id === null ? null : this.bridge.client.call('articles.show', { id }, signal),
  });

  /** Another script is another document. */
  private get script(): ShownScript {
    return (this.settings.value ?? defaultSettings).reading.script;
  }

  /** null while it is fetched, and when no article is open. */
  get article(): ArticleDetail | null {
    const detail = this.detail.value;
    if (!detail || detail.id !== this.articleId) return null;
    return this.changes?.id === detail.id ? { ...detail, ...this.changes.change } : detail;
  }

  changeArticle(id: string, change: Partial<ArticleSummary>): void {
    this.changes = { id, change: { ...(this.changes?.id === id ? this.changes.change : {}), ...change } };
  }

  showAnew(): void {
    this.places.hold();
    this.turn += 1;
  }

  toggleOriginal(): void {
    if (!this.article) return;
    this.isOriginal = !this.isOriginal;
    this.version = null;
  }

  toggleOutline(): void {
    this.bar?.toggleOutline();
  }

  toggleVersions(): void {
    this.bar?.toggleVersions();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) this.places.open(this.articleId);
    else if (this.script !== this.seenScript) this.places.hold();
    this.seenScript = this.script;
    if (!changed.has('articleId') && !changed.has('anchor')) return;
    this.isOriginal = false;
    this.version = null;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('iframe, op-empty-state')?.focus();
  }

  override render(): TemplateResult {
    return html`
      <op-article-bar
        .article=${this.article}
        .isOriginal=${this.isOriginal}
        .version=${this.version}
        .settings=${this.settings.value ?? defaultSettings}
        .place=${this.places.place}
        ?hasBack=${this.hasBack}
        @op-original-toggled=${this.toggleOriginal}
        @op-heading-chosen=${this.handleHeading}
        @op-version-chosen=${this.handleVersion}
      ></op-article-bar>
      ${this.articleId === null ? this.renderNone() : this.renderArticle(this.articleId)}
    `;
  }

  private renderNone(): TemplateResult {
    const words = this.locale.words.article;
    return html`<op-empty-state .icon=${'bookOpen'} .heading=${words.noneTitle} .hint=${words.noneHint}></op-empty-state>`;
  }

  /** A frame for each article: going from one to the next leaves nothing in the window's history. */
  private renderArticle(id: string): TemplateResult {
    const frame = (): unknown => {
      const { find, isOriginal, version } = this;
      if (this.places.isAsking) return nothing;
      const anchor = this.anchor ?? (find === '' && version === null ? this.places.stoppedAt : null);
      const { language } = this.locale.current;
      const address = frameAddress({ articleId: id, language, isOriginal, version, find, anchor });
      const title = this.article?.title ?? this.locale.words.article.label;
      return keyed(
        `${this.turn} ${this.script} ${address}`,
        html`<iframe sandbox="" src=${address} title=${title} referrerpolicy="no-referrer"></iframe>`,
      );
    };
    return html`${this.detail.render({
      initial: frame,
      pending: frame,
      complete: frame,
      error: (error) => {
        const failure = asFailure(error);
        if (failure.code === 'cancelled') return frame();
        return html`<op-failure-notice .failure=${failure} hasStep @op-step-taken=${this.handleStep}></op-failure-notice>`;
      },
    })}`;
  }

  /** The frame's document is of another origin: its place can be changed, and nothing else of it be seen. */
  private handleHeading({ anchor }: HeadingChosenEvent): void {
    const { frame } = this;
    if (!frame) return;
    frame.contentWindow?.location.replace(placeInFrame(frame.src, anchor));
    frame.focus();
  }

  private handleVersion({ version }: VersionChosenEvent): void {
    this.isOriginal = false;
    this.version = version;
  }

  private handleStep(event: Event): void {
    event.stopPropagation();
    if (asFailure(this.detail.error).code === 'not-found') this.dispatchEvent(new PaneRequestedEvent('list'));
    else void this.detail.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-article-view': OpArticleView;
  }
}
