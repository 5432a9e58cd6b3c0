import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#renderer/components/op-status-line.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { idleSync, syncContext } from '#renderer/state/sync-context.ts';

/** The line at the foot of the window. */
@customElement('op-status-view')
export class OpStatusView extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly sync = new ContextConsumer(this, { context: syncContext, subscribe: true });

  override render(): TemplateResult {
    const overview = this.library.value?.overview ?? null;
    return html`<op-status-line
      .readable=${overview?.counts.all ?? null}
      .archives=${overview?.archives ?? []}
      .sync=${this.sync.value ?? idleSync}
    ></op-status-line>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-status-view': OpStatusView;
  }
}
