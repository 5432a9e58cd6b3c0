import { ContextConsumer } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#renderer/components/op-tab-strip.ts';
import type { TabLabel } from '#renderer/components/op-tab-strip.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { currentEntry } from '#renderer/state/window-history.ts';
import type { WindowTabs } from '#renderer/state/window-tabs.ts';
import { base } from '#renderer/styles/shared.ts';

interface ArticleName {
  readonly title: string;
  readonly titleLanguage: string;
}

/** Above the article, where there is more than one tab: what each of them has open. */
@customElement('op-tabs-view')
export class OpTabsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) tabs: WindowTabs = { tabs: [], current: 0 };

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private names: ReadonlyMap<string, ArticleName> = new Map();
  private seenVersion = 0;

  private readonly fetching = new Task(this, {
    args: () => [this.isShown ? this.articleIds.join('\n') : '', this.library.value?.version ?? 0] as const,
    task: ([, version], { signal }) => this.fetchNames(version, signal),
  });

  private get isShown(): boolean {
    return this.tabs.tabs.length > 1;
  }

  private get articleIds(): readonly string[] {
    return this.tabs.tabs.flatMap(({ history }) => currentEntry(history).place.articleId ?? []);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.isShown) return nothing;
    const labels = this.tabs.tabs.map(({ key, history }): TabLabel => {
      const { articleId } = currentEntry(history).place;
      const name = articleId === null ? null : (this.names.get(articleId) ?? this.fetching.value?.get(articleId));
      return name
        ? { key, title: name.title, language: name.titleLanguage }
        : { key, title: articleId === null ? this.locale.current.messages.tabs.empty : '…', language: '' };
    });
    return html`<op-tab-strip .tabs=${labels} .current=${this.tabs.current}></op-tab-strip>`;
  }

  /** Each title is asked for once, and anew when the library has changed. */
  private async fetchNames(version: number, signal: AbortSignal): Promise<ReadonlyMap<string, ArticleName>> {
    if (!this.isShown) return this.names;
    const isNew = version !== this.seenVersion;
    const known = this.names;
    const entries = await Promise.all(
      this.articleIds.map(async (id) => [id, (isNew ? null : known.get(id)) ?? (await this.fetchName(id, signal))] as const),
    );
    if (signal.aborted) return this.names;
    this.seenVersion = version;
    this.names = new Map(entries.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
    return this.names;
  }

  private async fetchName(id: string, signal: AbortSignal): Promise<ArticleName | null> {
    return this.bridge.client.call('articles.show', { id }, signal).catch(() => this.names.get(id) ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-tabs-view': OpTabsView;
  }
}
