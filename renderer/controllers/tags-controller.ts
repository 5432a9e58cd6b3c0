import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { tagsContext } from '#renderer/state/tags-context.ts';

/** During a sync the library changes many times a second. */
const pauseMs = 1_000;

/** Keeps the reader's tags and their counts for all views. */
export class TagsController implements ReactiveController {
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof tagsContext>;
  private stopListening: readonly (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.client = client;
    this.provider = new ContextProvider(host, { context: tagsContext, initialValue: [] });
  }

  hostConnected(): void {
    this.stopListening = [
      this.client.on('tags.changed', (tags) => this.provider.setValue(tags)),
      this.client.on('library.changed', () => this.refreshSoon()),
    ];
    void this.refresh();
  }

  hostDisconnected(): void {
    for (const stop of this.stopListening) stop();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Without tags there is nothing whose count could be another. */
  private refreshSoon(): void {
    if (this.timer !== null || this.provider.value.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.refresh();
    }, pauseMs);
  }

  private async refresh(): Promise<void> {
    const tags = await this.client.call('tags.list', {}).catch(() => null);
    if (tags) this.provider.setValue(tags);
  }
}
