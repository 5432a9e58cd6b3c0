import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { UpdateStatus } from '#preload/contract/update-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-updates-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import { DialogToggledEvent } from '#renderer/events/dialog-toggled-event.ts';
import type { UpdateStep, UpdateStepEvent } from '#renderer/events/update-step-event.ts';
import { base } from '#renderer/styles/shared.ts';

/** How it stands with new versions of the application: read when asked for, and followed while it is shown. */
@customElement('op-updates-view')
export class OpUpdatesView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private status: UpdateStatus | null = null;
  @state() private failure: Failure | null = null;

  private readonly bridge = new BridgeController(this);
  private stopListening: (() => void) | null = null;

  get isAnyOpen(): boolean {
    return this.status !== null;
  }

  async open(): Promise<void> {
    if (this.status) return;
    this.failure = null;
    // A window without a main side that answers has nothing to show here.
    this.status = await this.bridge.client.call('updates.read', {}).catch(() => null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.bridge.client.on('updates.changed', (status) => {
      if (this.status) this.status = status;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('status')) this.dispatchEvent(new DialogToggledEvent());
  }

  override render(): TemplateResult {
    return html`
      <op-updates-dialog
        .status=${this.status}
        .failure=${this.failure}
        @op-update-step=${(event: UpdateStepEvent) => void this.take(event.step)}
        @op-dialog-answered=${this.close}
      ></op-updates-dialog>
    `;
  }

  private async take(step: UpdateStep): Promise<void> {
    this.failure = null;
    try {
      const status = await this.run(step);
      if (this.status) this.status = status;
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  private run(step: UpdateStep): Promise<UpdateStatus> {
    const { client } = this.bridge;
    if (step.kind !== 'choose') return client.call(`updates.${step.kind}`, {});
    return client.call('updates.choose', 'choice' in step ? { choice: step.choice } : { mirrors: [...step.mirrors] });
  }

  /** What is being fetched goes on. */
  private close(): void {
    this.status = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-updates-view': OpUpdatesView;
  }
}
