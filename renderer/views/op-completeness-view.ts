import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { Completeness } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import '#renderer/components/op-completeness-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { base } from '#renderer/styles/shared.ts';

/** Asks what of an archive is here, and tries again for what is not. A `no` of the dialog passes on: it is to be closed. */
@customElement('op-completeness-view')
export class OpCompletenessView extends LitElement {
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
  @state() private retried: Completeness | null = null;
  @state() private failure: Failure | null = null;
  @state() private retrying: AbortController | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly report = new Task(this, {
    args: () => [this.archiveId] as const,
    task: async ([archiveId], { signal }): Promise<Completeness | null> =>
      archiveId === null ? null : this.bridge.client.call('archives.completeness', { archiveId }, signal),
    onError: (error) => {
      const failure = asFailure(error);
      if (failure.code !== 'cancelled') this.failure = failure;
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('archiveId')) return;
    // What has come until then stays.
    this.retrying?.abort();
    this.retrying = this.retried = this.failure = null;
  }

  override render(): TemplateResult {
    const { archiveId } = this;
    const fetched = this.report.value?.archive === archiveId ? this.report.value : null;
    return html`<op-completeness-dialog
      .isOpen=${archiveId !== null}
      .name=${this.name}
      .report=${this.retried ?? fetched}
      .failure=${this.failure}
      .isRetrying=${this.retrying !== null}
      @op-dialog-answered=${this.handleAnswer}
    ></op-completeness-dialog>`;
  }

  private handleAnswer(event: DialogAnsweredEvent): void {
    if (!event.isConfirmed) return;
    event.stopPropagation();
    if (this.archiveId !== null && this.retrying === null) void this.retry(this.archiveId);
  }

  private async retry(archiveId: string): Promise<void> {
    const retrying = new AbortController();
    this.retrying = retrying;
    this.failure = null;
    try {
      const retried = await this.bridge.client.call('archives.retryMissing', { archiveId }, retrying.signal);
      if (this.retrying === retrying) this.retried = retried;
    } catch (error) {
      const failure = asFailure(error);
      if (this.retrying === retrying && failure.code !== 'cancelled') this.failure = failure;
    } finally {
      if (this.retrying === retrying) this.retrying = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-completeness-view': OpCompletenessView;
  }
}
