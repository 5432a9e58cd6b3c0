import { Task, TaskStatus } from '@lit/task';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { RelatedArticles } from '#preload/contract/related-types.ts';
import '#renderer/components/op-related-menu.ts';
import type { OpRelatedMenu } from '#renderer/components/op-related-menu.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';

/** Looks up what to read beside the open article, and not before the reader asks for it. */
@customElement('op-related-view')
export class OpRelatedView extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  @property({ attribute: false }) articleId: string | null = null;
  @query('op-related-menu') private readonly menu!: OpRelatedMenu | null;

  private readonly bridge = new BridgeController(this);
  private readonly finding = new Task(this, {
    autoRun: false,
    args: () => [this.articleId] as const,
    task: async ([id], { signal }): Promise<{ readonly id: string | null; readonly found: RelatedArticles }> => ({
      id,
      found: id === null ? { rows: [] } : await this.bridge.client.call('articles.related', { id }, signal),
    }),
  });

  /** Opens the list, or closes it. */
  toggle(): void {
    this.menu?.toggle();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('articleId')) return;
    this.finding.abort();
    this.menu?.close();
  }

  override render(): TemplateResult {
    const { value, status, error } = this.finding;
    const found = value?.id === this.articleId ? value.found : null;
    return html`<op-related-menu
      .rows=${found?.rows ?? null}
      ?hasFailed=${status === TaskStatus.ERROR && asFailure(error).code !== 'cancelled'}
      @op-related-wanted=${() => void this.finding.run()}
    ></op-related-menu>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-related-view': OpRelatedView;
  }
}
