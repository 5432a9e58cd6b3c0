import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { SyncProgress } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { idleSync, syncContext } from '#renderer/state/sync-context.ts';
import type { SyncState } from '#renderer/state/sync-context.ts';

/** Starts, follows and stops syncs; one at a time. */
export class SyncController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof syncContext>;
  private stopListening: (() => void) | null = null;
  private abort: AbortController | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.client = client;
    this.provider = new ContextProvider(host, { context: syncContext, initialValue: idleSync });
    host.addController(this);
  }

  get state(): SyncState {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening = this.client.on('sync.progress', (progress) => this.follow(progress));
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  async run(archiveIds: readonly string[] | null): Promise<void> {
    if (this.abort) return;
    this.abort = new AbortController();
    this.provider.setValue({ kind: 'running', progress: null, isCancelling: false });
    try {
      const reports = await this.client.call('sync.run', archiveIds ? { archiveIds: [...archiveIds] } : {}, this.abort.signal);
      this.provider.setValue({ kind: 'finished', reports });
    } catch (error) {
      const failure = asFailure(error);
      this.provider.setValue(failure.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure });
    } finally {
      this.abort = null;
    }
  }

  /** The main side finishes the page in hand first; until then the state says that it is being cancelled. */
  cancel(): void {
    if (!this.abort || this.state.kind !== 'running') return;
    this.provider.setValue({ ...this.state, isCancelling: true });
    this.abort.abort();
  }

  dismiss(): void {
    if (this.state.kind !== 'running') this.provider.setValue(idleSync);
  }

  private follow(progress: SyncProgress): void {
    if (this.state.kind === 'running') {
      this.provider.setValue({ ...this.state, progress });
    } else if (!this.abort && progress.stage === 'finished') {
      this.provider.setValue({ kind: 'finished', reports: [progress.report] });
    } else if (!this.abort && (progress.stage === 'rereading' || progress.stage === 'pictures')) {
      this.provider.setValue(progress.done < progress.total ? { kind: 'upkeep', progress } : idleSync);
    }
  }
}
