import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import type { SyncStep } from '#renderer/events/sync-step-requested-event.ts';
import { readPausedSyncs, type SyncWish, writePausedSyncs } from '#renderer/state/paused-syncs.ts';
import { idleSync, syncContext } from '#renderer/state/sync-context.ts';
import type { SyncState } from '#renderer/state/sync-context.ts';

/** A machine that just woke has no network yet. */
const afterWakingMs = 20_000;

type PausedStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Starts, follows, pauses and stops syncs. One runs at a time; what is asked for meanwhile waits, each archive once. Pausing
 * ends the running one where it stands: all that was fetched stays, and resuming goes on from there, also after the application
 * was closed.
 */
export class SyncController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly storage: PausedStorage;
  private readonly provider: ContextProvider<typeof syncContext>;
  private readonly stopListening: (() => void)[] = [];
  private abort: AbortController | null = null;
  private running: SyncWish = null;
  private waiting: SyncWish[] = [];
  private isPausing = false;
  private isPausedBySleep = false;

  constructor(host: ReactiveElement, client: BridgeClient, storage: PausedStorage) {
    this.client = client;
    this.storage = storage;
    const wishes = readPausedSyncs(storage);
    const initialValue: SyncState = wishes.length > 0 ? { kind: 'paused', wishes } : idleSync;
    this.provider = new ContextProvider(host, { context: syncContext, initialValue });
    host.addController(this);
  }

  get state(): SyncState {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening.push(
      this.client.on('sync.progress', (progress) => this.follow(progress)),
      this.client.on('power.changed', ({ isAsleep }) => (isAsleep ? this.fallAsleep() : this.wake())),
    );
    this.hold();
  }

  hostDisconnected(): void {
    for (const stop of this.stopListening.splice(0)) stop();
  }

  /** Settles when nothing runs or waits any more. */
  async run(archiveIds: SyncWish): Promise<void> {
    if (this.abort) {
      this.wait(archiveIds);
      return;
    }
    const paused = this.pausedWishes();
    await this.runAll(isAmong(archiveIds, paused) ? paused : [...paused, archiveIds]);
  }

  private async runAll(wishes: readonly SyncWish[]): Promise<void> {
    this.waiting = [...wishes];
    const reports: SyncReport[] = [];
    for (let wish = this.waiting.shift(); wish !== undefined; wish = this.waiting.shift()) {
      const ended = await this.runNow(wish);
      if (ended === 'stopped') return;
      reports.push(...ended);
    }
    this.show({ kind: 'finished', reports });
  }

  take(step: SyncStep): void {
    if (step === 'cancel') this.cancel();
    else if (step === 'pause') this.pause();
    else void this.resume();
  }

  /** The main side finishes the page in hand first; until then the state says that it is being cancelled. What waits is dropped. */
  private cancel(): void {
    if (this.state.kind === 'paused') this.show({ kind: 'cancelled' });
    if (this.state.kind === 'upkeep') void this.client.call('sync.stopScheduled', {}).catch(() => undefined);
    if (!this.abort || this.state.kind !== 'running') return;
    this.waiting = [];
    this.show({ ...this.state, isCancelling: true, waiting: 0 });
    this.abort.abort();
  }

  private pause(): void {
    if (!this.abort || this.state.kind !== 'running' || this.state.isCancelling) return;
    this.isPausing = true;
    this.show({ ...this.state, isCancelling: true });
    this.abort.abort();
  }

  private async resume(): Promise<void> {
    const paused = this.pausedWishes();
    if (paused.length > 0 && !this.abort) await this.runAll(paused);
  }

  dismiss(): void {
    if (this.state.kind !== 'running' && this.state.kind !== 'paused') this.show(idleSync);
  }

  private async runNow(wish: SyncWish): Promise<readonly SyncReport[] | 'stopped'> {
    const abort = new AbortController();
    this.abort = abort;
    this.running = wish;
    this.isPausing = false;
    this.show({ kind: 'running', progress: null, isCancelling: false, waiting: this.waiting.length });
    try {
      const reports = await this.client.call('sync.run', wish ? { archiveIds: [...wish] } : {}, abort.signal);
      if (!abort.signal.aborted) return reports;
      this.stopped({ code: 'cancelled', message: 'cancelled' });
    } catch (error) {
      const failure = asFailure(error);
      // It left the library while it waited for its turn.
      if (failure.code === 'not-found') return [];
      this.stopped(failure);
    } finally {
      this.abort = null;
    }
    return 'stopped';
  }

  private stopped(failure: ReturnType<typeof asFailure>): void {
    const wishes = [this.running, ...this.waiting];
    this.waiting = [];
    if (failure.code !== 'cancelled') this.show({ kind: 'failed', failure });
    else this.show(this.isPausing ? { kind: 'paused', wishes } : { kind: 'cancelled' });
  }

  private show(state: SyncState): void {
    const isAboutPause = state.kind === 'paused' || this.state.kind === 'paused';
    this.provider.setValue(state);
    if (!isAboutPause) return;
    writePausedSyncs(this.storage, this.pausedWishes());
    this.hold();
  }

  private wait(wish: SyncWish): void {
    if (isAmong(wish, [this.running, ...this.waiting]) || this.state.kind !== 'running') return;
    this.waiting.push(wish);
    this.show({ ...this.state, waiting: this.waiting.length });
  }

  /** The schedule begins nothing that the reader paused. */
  private hold(): void {
    const wishes = this.pausedWishes().map((wish) => wish && [...wish]);
    void this.client.call('sync.hold', { wishes }).catch(() => undefined);
  }

  private pausedWishes(): SyncWish[] {
    return this.state.kind === 'paused' ? [...this.state.wishes] : [];
  }

  private fallAsleep(): void {
    if (this.state.kind !== 'running' || this.state.isCancelling) return;
    this.isPausedBySleep = true;
    this.pause();
  }

  private wake(): void {
    if (!this.isPausedBySleep) return;
    this.isPausedBySleep = false;
    setTimeout(() => void this.resume(), afterWakingMs);
  }

  private follow(progress: SyncProgress): void {
    if (this.state.kind === 'running') this.show({ ...this.state, progress });
    else if (!this.abort && this.state.kind !== 'paused') this.show(stateOfUpkeep(progress));
  }
}

/** Whether one of the others brings all that the wish wants. */
function isAmong(wish: SyncWish, others: readonly SyncWish[]): boolean {
  return others.some((other) => other === null || (wish !== null && wish.every((id) => other.includes(id))));
}

/** What goes on without this window's doing. */
function stateOfUpkeep(progress: SyncProgress): SyncState {
  if (progress.stage === 'finished') return { kind: 'finished', reports: [progress.report] };
  const isOver = 'total' in progress && progress.done >= progress.total;
  return isOver ? idleSync : { kind: 'upkeep', progress };
}
