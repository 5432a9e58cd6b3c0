import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { SavedSearch } from '#preload/contract/search-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import type { SavedSearchActionEvent } from '#renderer/events/saved-search-action-event.ts';
import type { SearchNamedEvent } from '#renderer/events/search-named-event.ts';
import { savedSearchesContext } from '#renderer/state/saved-searches-context.ts';

/** Each count is a search: during a sync the library changes many times a second, and nobody looks at them so often. */
const pauseMs = 2_000;
/** The list of articles comes first. */
const startPauseMs = 500;

/** Keeps the saved searches and their counts for all views, and does with them what the reader wants. */
export class SavedSearchesController implements ReactiveController {
  private readonly host: ReactiveElement;
  private readonly client: BridgeClient;
  private readonly askName: (query: string, name: string) => void;
  private readonly provider: ContextProvider<typeof savedSearchesContext>;
  private stopListening: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveElement, client: BridgeClient, askName: (query: string, name: string) => void) {
    this.host = host;
    this.client = client;
    this.askName = askName;
    this.provider = new ContextProvider(host, { context: savedSearchesContext, initialValue: [] });
  }

  hostConnected(): void {
    this.host.addEventListener('op-saved-search-action', this.handleAction);
    this.host.addEventListener('op-search-named', this.handleName);
    this.stopListening = this.client.on('library.changed', () => this.refreshSoon());
    this.refreshIn(startPauseMs);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('op-saved-search-action', this.handleAction);
    this.host.removeEventListener('op-search-named', this.handleName);
    this.stopListening?.();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private readonly handleAction = ({ query, name, action }: SavedSearchActionEvent): void => {
    if (action === 'name') this.askName(query, name);
    else for (const { id } of this.provider.value.filter((one) => one.query === query)) this.remove(id);
  };

  private readonly handleName = ({ query, name }: SearchNamedEvent): void => {
    void this.take(this.client.call('search.save', { query, name }));
  };

  private remove(id: string): void {
    void this.take(this.client.call('search.unsave', { id }));
  }

  /** What could not be done is seen in the list, which stays as it is. */
  private async take(coming: Promise<readonly SavedSearch[]>): Promise<void> {
    const saved = await coming.catch(() => null);
    if (saved) this.provider.setValue(saved);
  }

  private refreshSoon(): void {
    if (this.provider.value.length > 0) this.refreshIn(pauseMs);
  }

  private refreshIn(delayMs: number): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.take(this.client.call('search.saved', {}));
    }, delayMs);
  }
}
