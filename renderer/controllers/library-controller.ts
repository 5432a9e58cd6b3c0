import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { LibraryCounts } from '#preload/contract/library-types.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { emptyLibraryState, libraryContext } from '#renderer/state/library-context.ts';
import type { LibraryState } from '#renderer/state/library-context.ts';

/** During a sync the library changes many times a second; the window asks again at most this often. */
const pauseMs = 400;

/** Keeps archives, sections and counts up to date for all views. */
export class LibraryController implements ReactiveController {
  private readonly host: ReactiveElement;
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof libraryContext>;
  private stopListening: readonly (() => void)[] = [];
  private announceReady: () => void = () => undefined;
  /** Kept when the first answer is here. */
  readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.host = host;
    this.client = client;
    this.provider = new ContextProvider(host, { context: libraryContext, initialValue: emptyLibraryState });
    host.addController(this);
  }

  get state(): LibraryState {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening = [
      this.client.on('library.changed', () => this.refreshSoon()),
      this.client.on('library.counted', (counts) => this.count(counts)),
    ];
    void this.refresh();
  }

  hostDisconnected(): void {
    for (const stop of this.stopListening) stop();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Also asked for by name after an archive was added or removed here. */
  async refresh(): Promise<void> {
    try {
      const overview = await this.client.call('library.overview', {});
      this.provider.setValue({ overview, failure: null, version: this.state.version + 1 });
      this.announceReady();
      this.host.requestUpdate();
    } catch (error) {
      this.provider.setValue({ ...this.state, failure: asFailure(error) });
    }
  }

  /** A bookmark changes one count only; the list is not to be asked again for it. */
  countBookmark(difference: 1 | -1): void {
    const counts = this.state.overview?.counts;
    if (counts) this.count({ ...counts, bookmarked: Math.max(0, counts.bookmarked + difference) });
  }

  private count(counts: LibraryCounts): void {
    const { overview } = this.state;
    if (overview) this.provider.setValue({ ...this.state, overview: { ...overview, counts } });
  }

  private refreshSoon(): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.refresh();
    }, pauseMs);
  }
}
