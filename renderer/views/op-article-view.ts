import { ContextConsumer } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { ArticleDetail, ArticleSummary } from '#preload/contract/library-types.ts';
import type { ShownScript } from '#preload/contract/settings-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-aloud-bar.ts';
import '#renderer/components/op-article-bar.ts';
import type { OpArticleBar } from '#renderer/components/op-article-bar.ts';
import '#renderer/components/op-article-frame.ts';
import type { OpArticleFrame } from '#renderer/components/op-article-frame.ts';
import '#renderer/components/op-empty-state.ts';
import '#renderer/components/op-failure-notice.ts';
import '#renderer/components/op-find-bar.ts';
import type { OpFindBar } from '#renderer/components/op-find-bar.ts';
import '#renderer/components/op-match-steps.ts';
import { AloudController } from '#renderer/controllers/aloud-controller.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { ReadingPlaceController } from '#renderer/controllers/reading-place-controller.ts';
import { createSystemSpeech } from '#renderer/controllers/system-speech.ts';
import { FindController } from '#renderer/controllers/find-controller.ts';
import type { AloudStep, AloudStepEvent } from '#renderer/events/aloud-step-event.ts';
import type { FindChangedEvent } from '#renderer/events/find-changed-event.ts';
import type { HeadingChosenEvent } from '#renderer/events/heading-chosen-event.ts';
import type { MatchSteppedEvent } from '#renderer/events/match-stepped-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import type { VersionChosenEvent } from '#renderer/events/version-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { frameAddress } from '#renderer/state/frame-address.ts';
import { innermostFocus } from '#renderer/state/innermost-focus.ts';
import { settingsContext } from '#renderer/state/settings-context.ts';
import { base } from '#renderer/styles/shared.ts';
import { articleViewStyles } from './article-view-styles.ts';
import './op-related-view.ts';
import type { OpRelatedView } from './op-related-view.ts';

/** The right pane. The window never touches the article's HTML: the frame fetches its page from the main side by itself. */
@customElement('op-article-view')
export class OpArticleView extends LitElement {
  static override styles = [base, articleViewStyles];

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

  @query('op-article-frame') private readonly frame!: OpArticleFrame | null;
  @query('op-find-bar') private readonly findBar!: OpFindBar | null;
  @query('op-related-view') private readonly related!: OpRelatedView | null;
  @query('op-article-bar') private readonly bar!: OpArticleBar | null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private seenScript: ShownScript = defaultSettings.reading.script;
  readonly places = new ReadingPlaceController(this, this.bridge);
  private readonly settings = new ContextConsumer(this, { context: settingsContext, subscribe: true });
  private readonly finding = new FindController(this, {
    client: () => this.bridge.client,
    goTo: (place) => this.frame?.goTo(place),
  });
  private readonly aloud = new AloudController(this, {
    client: () => this.bridge.client,
    engine: createSystemSpeech(() => speechSynthesis),
    storage: localStorage,
    articleId: () => this.article?.id ?? null,
  });
  /** What had the focus before the find bar; null: the article itself. */
  private cameFrom: HTMLElement | null = null;
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

  toggleMenu(menu: 'outline' | 'versions' | 'related'): void {
    if (menu === 'related') this.related?.toggle();
    else this.bar?.toggle(menu);
  }

  /** The article has been begun to be read aloud, and not ended. */
  get isReadingAloud(): boolean {
    return this.aloud.state.sentences.length > 0;
  }

  /** Of the article: the page as published is left for it. */
  readAloud(step: AloudStep): void {
    if (step.kind === 'toggle') this.isOriginal = false;
    this.aloud.take(step);
  }

  /** Of the article: the page as published is left for it. */
  openFind(): void {
    if (!this.article) return;
    this.isOriginal = false;
    if (!this.finding.isBarOpen) this.cameFrom = innermostFocus();
    this.finding.openBar();
    void this.updateComplete.then(() => this.findBar?.focus());
  }

  /** False where no find bar was open. */
  closeFind(): boolean {
    if (!this.finding.isBarOpen) return false;
    this.finding.closeBar();
    if (this.cameFrom?.isConnected) this.cameFrom.focus();
    else this.focus();
    return true;
  }

  stepMatch(direction: 1 | -1): void {
    if (this.isOriginal || this.finding.finding.text === '') this.openFind();
    else this.finding.step(direction);
  }

  protected override willUpdate(changed: PropertyValues<this> & Map<PropertyKey, unknown>): void {
    this.followScript(changed.has('articleId'));
    const isOther = changed.has('articleId') || changed.has('anchor');
    if (isOther) [this.isOriginal, this.version] = [false, null];
    if (isOther || changed.has('version') || this.isOriginal) this.aloud.stop();
    if (isOther || changed.has('version') || (changed.has('find') && this.find !== ''))
      this.finding.show(this.articleId === null ? null : { id: this.articleId, version: this.version }, this.find);
    else if (changed.has('find')) this.finding.forget();
  }

  /** Another script is another document, shown at the same place. */
  private followScript(isOtherArticle: boolean): void {
    if (isOtherArticle) this.places.open(this.articleId);
    else if (this.script !== this.seenScript) this.showAnew();
    this.seenScript = this.script;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('op-article-frame, op-empty-state')?.focus());
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
        @op-heading-chosen=${this.goTo}
        @op-version-chosen=${this.handleVersion}
        >${this.renderSteps()}${this.renderRelated()}</op-article-bar
      >
      ${this.articleId === null ? this.renderNone() : this.renderArticle(this.articleId)}
    `;
  }

  private renderNone(): TemplateResult {
    const words = this.locale.words.article;
    return html`<op-empty-state .icon=${'bookOpen'} .heading=${words.noneTitle} .hint=${words.noneHint}></op-empty-state>`;
  }

  private renderRelated(): TemplateResult | typeof nothing {
    if (this.articleId === null) return nothing;
    return html`<op-related-view slot="related" .articleId=${this.articleId} @op-article-chosen=${this.focus}></op-related-view>`;
  }

  /** Of the matches of a search; the find bar brings its own. */
  private renderSteps(): TemplateResult | typeof nothing {
    const { isMarking, isBarOpen, current, total } = this.finding;
    if (!isMarking || isBarOpen || this.isOriginal || total === 0) return nothing;
    return html`<op-match-steps
      .current=${current}
      .total=${total}
      .closeLabel=${this.locale.current.messages.search.find.hide}
      @op-match-stepped=${this.handleStep}
      @op-find-closed=${() => this.finding.hide()}
    ></op-match-steps>`;
  }

  private renderFindBar(): TemplateResult | typeof nothing {
    const { isBarOpen, text, current, total } = this.finding;
    if (!isBarOpen || this.isOriginal) return nothing;
    return html`<op-find-bar
      role="search"
      .text=${text}
      .current=${current}
      .total=${total}
      @op-find-changed=${(event: FindChangedEvent) => this.finding.type(event.text)}
      @op-match-stepped=${this.handleStep}
      @op-find-closed=${this.closeFind}
    ></op-find-bar>`;
  }

  private renderArticle(id: string): TemplateResult {
    const frame = (): TemplateResult => this.renderPage(id);
    return html`${this.detail.render({
      initial: frame,
      pending: frame,
      complete: frame,
      error: (error) => {
        const failure = asFailure(error);
        if (failure.code === 'cancelled') return frame();
        return html`<op-failure-notice .failure=${failure} hasStep @op-step-taken=${this.handleRetry}></op-failure-notice>`;
      },
    })}`;
  }

  private renderPage(articleId: string): TemplateResult {
    const { isOriginal, version } = this;
    const { language } = this.locale.current;
    const { finding, place } = this.finding;
    const address = frameAddress({ articleId, language, isOriginal, version, finding });
    return html`<div class="page">
        <op-article-frame
          .address=${this.places.isAsking ? null : address}
          .subject=${frameAddress({ articleId, language, isOriginal, version, finding: { text: '', isLiteral: false } })}
          .place=${isOriginal ? null : (place ?? this.anchor ?? (version === null ? this.places.stoppedAt : null))}
          .turn=${this.turn}
          .label=${this.article?.title ?? this.locale.words.article.label}
          @op-document-shown=${() => void this.aloud.followDocument()}
        ></op-article-frame>
        ${this.renderFindBar()}
      </div>
      ${this.renderAloud()}`;
  }

  private renderAloud(): TemplateResult | typeof nothing {
    const { state, choices } = this.aloud;
    if (state.phase === 'off') return nothing;
    return html`<op-aloud-bar
      .state=${state}
      .choices=${choices}
      @op-aloud-step=${(event: AloudStepEvent) => this.readAloud(event.step)}
    ></op-aloud-bar>`;
  }

  private handleStep(event: MatchSteppedEvent): void {
    this.finding.step(event.direction);
  }

  goTo({ anchor }: Pick<HeadingChosenEvent, 'anchor'>): void {
    this.frame?.goTo(anchor);
    this.frame?.focus();
  }

  private handleVersion({ version }: VersionChosenEvent): void {
    this.isOriginal = false;
    this.version = version;
  }

  private handleRetry(event: Event): void {
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
