import { ContextConsumer } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { UpdateState } from '#preload/contract/update-types.ts';
import '#renderer/components/op-export-notice.ts';
import '#renderer/components/op-status-line.ts';
import '#renderer/components/op-update-notice.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { exportContext, noExports } from '#renderer/state/export-context.ts';
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

  /** Told when it changes; what was there before the window is shown when it is told again. */
  @state() private newVersion: UpdateState | null = null;

  private readonly bridge = new BridgeController(this);
  private stopListening: (() => void) | null = null;
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly export = new ContextConsumer(this, { context: exportContext, subscribe: true });
  private readonly sync = new ContextConsumer(this, { context: syncContext, subscribe: true });

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.bridge.client.on('updates.changed', ({ state: found }) => {
      this.newVersion = found;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  override render(): TemplateResult {
    const overview = this.library.value?.overview ?? null;
    return html`<op-status-line
      role="contentinfo"
      .readable=${overview?.counts.all ?? null}
      .archives=${overview?.archives ?? []}
      .sync=${this.sync.value ?? idleSync}
      >${this.renderUpdate()}<op-export-notice .exports=${this.export.value ?? noExports}></op-export-notice
    ></op-status-line>`;
  }

  private renderUpdate(): TemplateResult | typeof nothing {
    const { newVersion } = this;
    if (newVersion?.kind !== 'available' && newVersion?.kind !== 'ready') return nothing;
    return html`<op-update-notice .version=${newVersion.release.version}></op-update-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-status-view': OpStatusView;
  }
}
