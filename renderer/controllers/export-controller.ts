import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CopyForm, ExportNews, ExportReport, ExportSelection } from '#preload/contract/export-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { exportContext, isGoingOn, noExports } from '#renderer/state/export-context.ts';
import type { ExportItem, Exports, ExportState, ExportWish } from '#renderer/state/export-context.ts';

/** How long the line at the foot tells that something was copied. */
const copiedForMs = 4_000;

const begun: ExportState = { kind: 'running', isWaiting: false, progress: null, isPaused: false, isStopping: false };

/** Asks for exports, follows, pauses and stops them, whether or not a dialog shows them; the main side runs them one after another. */
export class ExportController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof exportContext>;
  private readonly aborts = new Map<string, AbortController>();
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.client = client;
    this.provider = new ContextProvider(host, { context: exportContext, initialValue: noExports });
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.client.on('export.progress', (news) => this.take(news));
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  find(id: string): ExportItem | null {
    return this.provider.value.items.find((item) => item.id === id) ?? null;
  }

  /** Its id. What has ended is told no longer once nothing else goes on. */
  start(wish: ExportWish): { readonly id: string; readonly ended: Promise<void> } {
    this.forgetAll();
    const id = crypto.randomUUID();
    this.show({ items: [...this.provider.value.items, { id, name: '', wish, state: begun }] });
    return { id, ended: this.work(id, wish) };
  }

  async copy(id: string, form: CopyForm): Promise<void> {
    await this.tellOfCopy(() => this.client.call('articles.copy', { id, form }));
  }

  /** Titles and addresses as a Markdown list. */
  async copyList(selection: ExportSelection): Promise<void> {
    await this.tellOfCopy(async () => (await this.client.call('articles.copyList', { selection })).articles > 0);
  }

  pause(id: string, isPaused: boolean): void {
    const state = this.find(id)?.state;
    if (state?.kind !== 'running' || state.isStopping) return;
    this.change(id, { state: { ...state, isPaused } });
    void this.client.call('export.pause', { id, isPaused }).catch(() => undefined);
  }

  stop(id: string): void {
    const state = this.find(id)?.state;
    if (state?.kind !== 'running') return;
    this.change(id, { state: { ...state, isPaused: false, isStopping: true } });
    this.aborts.get(id)?.abort();
  }

  /** One that has ended is told no longer. */
  forget(id: string): void {
    this.show({ items: this.provider.value.items.filter((item) => item.id !== id || isGoingOn(item)) });
  }

  /** All that have ended, unless others still go on: they are told together. */
  forgetAll(): void {
    if (!this.provider.value.items.some(isGoingOn)) this.show({ items: [] });
  }

  private take(news: ExportNews): void {
    const state = this.find(news.id)?.state;
    if (state?.kind !== 'running') return;
    if (news.stage === 'waiting') this.change(news.id, { name: news.name, state: { ...state, isWaiting: true } });
    else if (news.stage === 'begun') this.change(news.id, { state: { ...state, isWaiting: false } });
    else this.change(news.id, { state: { ...state, isWaiting: false, progress: news } });
    // Nothing was there to be paused while its place was chosen.
    if (news.stage === 'waiting' && state.isPaused) this.pause(news.id, true);
  }

  private async work(id: string, wish: ExportWish): Promise<void> {
    const abort = new AbortController();
    this.aborts.set(id, abort);
    try {
      const report = await this.call(id, wish, abort.signal);
      this.end(id, report && { kind: 'done', report });
    } catch (error) {
      const failure = asFailure(error);
      this.end(id, failure.code === 'cancelled' ? null : { kind: 'failed', failure });
    } finally {
      this.aborts.delete(id);
    }
  }

  private call(id: string, { to, selection, options }: ExportWish, signal: AbortSignal): Promise<ExportReport | null> {
    const input = { id, selection, options };
    return to === 'files' ? this.client.call('export.run', input, signal) : this.client.call('export.print', input, signal);
  }

  /** Nothing is told of what the reader stopped, of paper, and where no place was chosen. */
  private end(id: string, state: ExportState | null): void {
    if (state) this.change(id, { state });
    else this.show({ items: this.provider.value.items.filter((item) => item.id !== id) });
  }

  private async tellOfCopy(copy: () => Promise<boolean>): Promise<void> {
    try {
      if (await copy()) this.showCopied();
    } catch (error) {
      const state: ExportState = { kind: 'failed', failure: asFailure(error) };
      this.show({ items: [...this.provider.value.items, { id: crypto.randomUUID(), name: '', wish: null, state }] });
    }
  }

  private showCopied(): void {
    this.show({ isCopied: true });
    setTimeout(() => this.show({ isCopied: false }), copiedForMs);
  }

  private change(id: string, part: Partial<ExportItem>): void {
    this.show({ items: this.provider.value.items.map((item) => (item.id === id ? { ...item, ...part } : item)) });
  }

  private show(part: Partial<Exports>): void {
    this.provider.setValue({ ...this.provider.value, ...part });
  }
}
