import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SyncLogEntry } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-sync-log-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { base } from '#renderer/styles/shared.ts';

/** Asks what the last syncs of an archive did. */
@customElement('op-sync-log-view')
export class OpSyncLogView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) archiveId: string | null = null;
  /** Of the archive. */
  @property({ attribute: false }) name = '';

  private readonly bridge = new BridgeController(this);
  private readonly log = new Task(this, {
    args: () => [this.archiveId] as const,
    task: async ([archiveId], { signal }): Promise<readonly SyncLogEntry[] | null> =>
      archiveId === null ? null : this.bridge.client.call('archives.syncLog', { archiveId }, signal),
  });

  override render(): TemplateResult {
    const failure = this.log.error === undefined ? null : asFailure(this.log.error);
    return html`<op-sync-log-dialog
      .isOpen=${this.archiveId !== null}
      .name=${this.name}
      .entries=${this.log.value ?? null}
      .failure=${failure?.code === 'cancelled' ? null : failure}
    ></op-sync-log-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-sync-log-view': OpSyncLogView;
  }
}
