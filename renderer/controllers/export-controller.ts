import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CallInput } from '#preload/contract/contract.ts';
import type { CopyForm, ExportOptions, ExportReport, ExportSelection } from '#preload/contract/export-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { exportContext, idleExport } from '#renderer/state/export-context.ts';
import type { ExportState } from '#renderer/state/export-context.ts';

/** How long the line at the foot tells that something was copied. */
const copiedForMs = 4_000;

const inputOf = (selection: ExportSelection, options: ExportOptions): CallInput<'export.run'> => ({
  selection,
  options,
});

/** Starts, follows, pauses and stops exports; one runs at a time, whether or not its dialog is open. */
export class ExportController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof exportContext>;
  private abort: AbortController | null = null;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.client = client;
    this.provider = new ContextProvider(host, { context: exportContext, initialValue: idleExport });
    host.addController(this);
  }

  get state(): ExportState {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening = this.client.on('export.progress', (progress) => {
      if (this.state.kind === 'running') this.show({ ...this.state, progress });
    });
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  /** Asks for a place first; idle again where the reader chose none. */
  run(selection: ExportSelection, options: ExportOptions): Promise<void> {
    return this.work((signal) => this.client.call('export.run', inputOf(selection, options), signal));
  }

  print(selection: ExportSelection, options: ExportOptions): Promise<void> {
    return this.work((signal) => this.client.call('export.print', inputOf(selection, options), signal));
  }

  async copy(id: string, form: CopyForm): Promise<void> {
    await this.tellOfCopy(() => this.client.call('articles.copy', { id, form }));
  }

  /** Titles and addresses as a Markdown list. */
  async copyList(selection: ExportSelection): Promise<void> {
    await this.tellOfCopy(async () => (await this.client.call('articles.copyList', { selection })).articles > 0);
  }

  private async tellOfCopy(copy: () => Promise<boolean>): Promise<void> {
    if (this.state.kind === 'running') return;
    try {
      if (await copy()) this.showCopied();
    } catch (error) {
      this.show({ kind: 'failed', failure: asFailure(error) });
    }
  }

  pause(isPaused: boolean): void {
    if (this.state.kind !== 'running' || this.state.isStopping) return;
    this.show({ ...this.state, isPaused });
    void this.client.call('export.pause', { isPaused }).catch(() => undefined);
  }

  stop(): void {
    if (this.state.kind !== 'running' || !this.abort) return;
    this.show({ ...this.state, isPaused: false, isStopping: true });
    this.abort.abort();
  }

  /** What has ended is told no longer. */
  dismiss(): void {
    if (this.state.kind !== 'running') this.show(idleExport);
  }

  private async work(call: (signal: AbortSignal) => Promise<ExportReport | null>): Promise<void> {
    if (this.abort) return;
    const abort = new AbortController();
    this.abort = abort;
    this.show({ kind: 'running', progress: null, isPaused: false, isStopping: false });
    try {
      const report = await call(abort.signal);
      this.show(report ? { kind: 'done', report } : idleExport);
    } catch (error) {
      const failure = asFailure(error);
      this.show(failure.code === 'cancelled' ? idleExport : { kind: 'failed', failure });
    } finally {
      this.abort = null;
    }
  }

  private showCopied(): void {
    const copied: ExportState = { kind: 'copied' };
    this.show(copied);
    setTimeout(() => {
      if (this.state === copied) this.show(idleExport);
    }, copiedForMs);
  }

  private show(state: ExportState): void {
    this.provider.setValue(state);
  }
}
