import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { KnownLogin } from '#preload/contract/login-types.ts';
import type { NetworkSetting, NetworkState } from '#preload/contract/network-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-known-logins.ts';
import '#renderer/components/op-network-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { DialogToggledEvent } from '#renderer/events/dialog-toggled-event.ts';
import type { NetworkSubmittedEvent } from '#renderer/events/network-submitted-event.ts';
import type { NetworkTestRequestedEvent } from '#renderer/events/network-test-requested-event.ts';
import type { SignOutRequestedEvent } from '#renderer/events/sign-out-requested-event.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import type { NetworkTest } from '#renderer/state/network-test.ts';
import { base } from '#renderer/styles/shared.ts';

/** What is shown where the setting that is kept cannot be read. */
const unread: NetworkState = { proxy: { kind: 'system' }, extraCaFile: null, isPasswordEncrypted: false };

/** How the network is reached: read when asked for, tested and changed. */
@customElement('op-network-view')
export class OpNetworkView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private network: NetworkState | null = null;
  @state() private test: NetworkTest | null = null;
  @state() private logins: readonly KnownLogin[] = [];
  @state() private isSaving = false;
  @state() private failure: Failure | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private testing: AbortController | null = null;
  private stopListening: (() => void) | null = null;

  get isAnyOpen(): boolean {
    return this.network !== null;
  }

  async open(): Promise<void> {
    if (this.network) return;
    this.failure = null;
    this.logins = await this.bridge.client.call('logins.list', {}).catch(() => []);
    try {
      this.network = await this.bridge.client.call('network.read', {});
    } catch (error) {
      this.failure = asFailure(error);
      this.network = unread;
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.bridge.client.on('network.stagePassed', ({ stage }) => {
      if (this.test?.end === null) this.test = { ...this.test, passed: [...this.test.passed, stage] };
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('network')) this.dispatchEvent(new DialogToggledEvent());
  }

  override render(): TemplateResult {
    return html`
      <op-network-dialog
        .network=${this.network}
        .suggestedOrigin=${this.firstWebOrigin}
        .test=${this.test}
        .isBusy=${this.isSaving}
        .failure=${this.failure}
        @op-network-submitted=${(event: NetworkSubmittedEvent) => void this.save(event.setting)}
        @op-network-test-requested=${this.handleTest}
        @op-certificates-requested=${() => void this.chooseCertificates()}
        @op-dialog-answered=${this.close}
        ><op-known-logins
          .logins=${this.logins}
          @op-sign-out-requested=${(event: SignOutRequestedEvent) => void this.signOut(event.origin)}
        ></op-known-logins
      ></op-network-dialog>
    `;
  }

  /** A test wants an archive that is not on this machine. */
  private get firstWebOrigin(): string {
    const origins = this.library.value?.overview?.archives.flatMap(({ origin, mirrors }) => [origin, ...mirrors]) ?? [];
    return origins.find((origin) => /^https?:/iu.test(origin)) ?? '';
  }

  private handleTest({ wanted }: NetworkTestRequestedEvent): void {
    this.endTest();
    if (wanted) void this.run(wanted.setting, wanted.origin);
  }

  private async run(setting: NetworkSetting, origin: string): Promise<void> {
    const testing = new AbortController();
    this.testing = testing;
    this.test = { passed: [], end: null };
    try {
      const end = await this.bridge.client.call('network.test', { setting, origin }, testing.signal);
      if (this.testing === testing) this.test = { passed: end.passed, end };
    } catch (error) {
      const failure = asFailure(error);
      if (this.testing === testing) this.test = { passed: [], end: { failure } };
    }
  }

  private endTest(): void {
    this.testing?.abort();
    this.testing = null;
    this.test = null;
  }

  private async chooseCertificates(): Promise<void> {
    const chosen = await this.bridge.client.call('network.chooseCaFile', {}).catch(() => null);
    if (chosen) this.renderRoot.querySelector('op-network-dialog')?.chooseCertificates(chosen.path);
  }

  private async save(setting: NetworkSetting): Promise<void> {
    this.isSaving = true;
    this.failure = null;
    try {
      await this.bridge.client.call('network.change', setting);
      this.close();
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.isSaving = false;
    }
  }

  private async signOut(origin: string): Promise<void> {
    try {
      await this.bridge.client.call('logins.forget', { origin });
      this.logins = this.logins.filter((login) => login.origin !== origin);
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  private close(): void {
    this.endTest();
    this.network = null;
    this.failure = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-network-view': OpNetworkView;
  }
}
