import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';

/** Looks for a text that the reader selected and asked about in its menu: its very words, one after the other. */
export class AskedSearchController implements ReactiveController {
  private readonly host: ReactiveControllerHost & EventTarget;
  private readonly client: () => BridgeClient;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & EventTarget, client: () => BridgeClient) {
    this.host = host;
    this.client = client;
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.client().on('search.asked', ({ text }) => {
      const query = `"${text.replaceAll('"', ' ').trim()}"`;
      this.host.dispatchEvent(new QueryChangedEvent(query, true));
    });
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }
}
