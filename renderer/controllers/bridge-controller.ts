import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { bridgeContext } from '#renderer/state/bridge-context.ts';

/** The way to the main side, for views only. */
export class BridgeController {
  private readonly consumer: ContextConsumer<typeof bridgeContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    this.consumer = new ContextConsumer(host, { context: bridgeContext });
  }

  get client(): BridgeClient {
    const client = this.consumer.value;
    if (!client) throw new Error('this view stands outside the application element');
    return client;
  }
}
