import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-sign-in-dialog.ts';
import type { SignInRequest } from '#renderer/components/op-sign-in-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { SignInSubmittedEvent } from '#renderer/events/sign-in-submitted-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import { base } from '#renderer/styles/shared.ts';

/** Signs in to a server that asked who is there, and syncs again what it stopped. */
@customElement('op-sign-in-view')
export class OpSignInView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private request: SignInRequest | null = null;
  @state() private isBusy = false;
  @state() private failure: Failure | null = null;

  private readonly bridge = new BridgeController(this);
  private archiveIds: readonly string[] | null = null;

  get isAnyOpen(): boolean {
    return this.request !== null;
  }

  /** `archiveId`: what is synced once the server was told; null for all. */
  async open({ details }: Failure, archiveId: string | null): Promise<void> {
    this.archiveIds = archiveId === null ? null : [archiveId];
    this.failure = null;
    const network = await this.bridge.client.call('network.read', {}).catch(() => null);
    this.request = {
      origin: String(details?.['origin'] ?? ''),
      isRefused: details?.['login'] === 'refused',
      isEncrypted: network?.isPasswordEncrypted ?? false,
    };
  }

  override render(): TemplateResult {
    return html`
      <op-sign-in-dialog
        .request=${this.request}
        .isBusy=${this.isBusy}
        .failure=${this.failure}
        @op-sign-in-submitted=${(event: SignInSubmittedEvent) => void this.signIn(event)}
        @op-dialog-answered=${this.close}
      ></op-sign-in-dialog>
    `;
  }

  private async signIn({ userName, password }: SignInSubmittedEvent): Promise<void> {
    if (!this.request) return;
    this.isBusy = true;
    this.failure = null;
    try {
      await this.bridge.client.call('logins.keep', { origin: this.request.origin, userName, password });
      this.close();
      this.dispatchEvent(new SyncRequestedEvent(this.archiveIds));
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.isBusy = false;
    }
  }

  private close(): void {
    this.request = null;
    this.failure = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-sign-in-view': OpSignInView;
  }
}
