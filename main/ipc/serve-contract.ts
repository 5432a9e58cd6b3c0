import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import { asFailure } from '#main/failure.ts';
import { callChannel, cancelChannel } from '#preload/contract/channels.ts';
import { type CallName, calls } from '#preload/contract/contract.ts';
import type { Answer, Failure } from '#preload/contract/failure.ts';
import type { Handlers } from './handlers.ts';

interface ServeOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'on' | 'removeHandler' | 'off'>;
  readonly handlers: Handlers;
  /** Whether the frame that asks is the window's own top frame, showing the window's own page. */
  isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent): boolean;
  reportFailure(name: CallName, failure: Failure): void;
}

/** Request ids are the window's choice; with the sender's id before them two windows cannot cancel each other's calls. */
function runningKey(event: { readonly sender: { readonly id: number } }, requestId: unknown): string | null {
  return typeof requestId === 'string' && requestId.length > 0 && requestId.length <= 100
    ? `${event.sender.id}:${requestId}`
    : null;
}

/** Nobody is left to read an answer when the window was closed, shows another page, or has crashed: its calls are ended then. */
function endingWithWindow(running: ReadonlyMap<string, AbortController>): (sender: WebContents) => void {
  const watched = new WeakSet<WebContents>();
  return (sender) => {
    if (watched.has(sender)) return;
    watched.add(sender);
    const endCalls = (): void => {
      for (const [key, controller] of running) if (key.startsWith(`${sender.id}:`)) controller.abort();
    };
    sender.on('destroyed', endCalls);
    sender.on('did-navigate', endCalls);
    sender.on('render-process-gone', endCalls);
  };
}

/** Registers every call of the contract: sender first, then the input against its schema, then the handler. */
export function serveContract({ ipcMain, handlers, isTrustedSender, reportFailure }: ServeOptions): () => void {
  const running = new Map<string, AbortController>();
  const watch = endingWithWindow(running);

  async function answer(name: CallName, event: IpcMainInvokeEvent, input: unknown, requestId: unknown): Promise<Answer<unknown>> {
    if (!isTrustedSender(event)) return refuse({ code: 'not-allowed', message: 'the call does not come from the window' });
    const key = runningKey(event, requestId);
    if (key === null || running.has(key)) return refuse({ code: 'bad-input', message: 'bad request id' });
    const parsed = v.safeParse(calls[name].input, input);
    if (!parsed.success) return refuse({ code: 'bad-input', message: v.summarize(parsed.issues) });
    const controller = new AbortController();
    running.set(key, controller);
    watch(event.sender);
    try {
      // The schema of `name` has just produced this input; TypeScript cannot follow the pair through the table.
      const handler = handlers[name] as (input: unknown, signal: AbortSignal, windowId: number) => Promise<unknown>;
      return { ok: true, value: await handler(parsed.output, controller.signal, event.sender.id) };
    } catch (error) {
      return refuse(asFailure(error));
    } finally {
      running.delete(key);
    }

    function refuse(failure: Failure): Answer<never> {
      reportFailure(name, failure);
      return { ok: false, failure };
    }
  }

  const cancel = (event: IpcMainEvent, requestId: unknown): void => {
    const key = isTrustedSender(event) ? runningKey(event, requestId) : null;
    if (key !== null) running.get(key)?.abort();
  };
  const names = Object.keys(calls) as CallName[];
  for (const name of names)
    ipcMain.handle(callChannel(name), (event, input: unknown, requestId: unknown) => answer(name, event, input, requestId));
  ipcMain.on(cancelChannel, cancel);

  return () => {
    for (const name of names) ipcMain.removeHandler(callChannel(name));
    ipcMain.off(cancelChannel, cancel);
    for (const controller of running.values()) controller.abort();
  };
}
