import { expect, test } from 'vitest';
import type { Bridge } from '#preload/contract/bridge-types.ts';
import { asFailure, createBridgeClient } from '#renderer/app/bridge-client.ts';

/** A main side that answers when told to. */
const heldBridge = (): { bridge: Bridge; answer: (value: unknown) => void; ids: string[]; cancelled: string[] } => {
  const ids: string[] = [];
  const cancelled: string[] = [];
  let answer: (value: unknown) => void = () => undefined;
  const bridge: Bridge = {
    call: (_name, _input, requestId) => {
      ids.push(requestId);
      return new Promise((resolve) => (answer = resolve as (value: unknown) => void));
    },
    cancel: (requestId) => cancelled.push(requestId),
    on: () => () => undefined,
    pathOf: () => '',
  };
  return { bridge, answer: (value) => answer(value), ids, cancelled };
};

test('an answer gives its value, a refusal is thrown with its failure', async () => {
  const { bridge, answer } = heldBridge();
  const client = createBridgeClient(bridge);
  const good = client.call('settings.read', {});
  answer({ ok: true, value: { theme: 'dark', language: null } });
  expect(await good).toEqual({ theme: 'dark', language: null });
  const bad = client.call('settings.read', {});
  answer({ ok: false, failure: { code: 'not-allowed', message: 'no' } });
  expect(asFailure(await bad.catch((error: unknown) => error))).toEqual({ code: 'not-allowed', message: 'no' });
});

test('aborting a running call cancels it by its own request id', async () => {
  const { bridge, answer, ids, cancelled } = heldBridge();
  const abort = new AbortController();
  const call = createBridgeClient(bridge).call('settings.read', {}, abort.signal);
  abort.abort();
  expect(cancelled).toEqual(ids);
  answer({ ok: true, value: { theme: 'dark', language: null } });
  expect(asFailure(await call.catch((error: unknown) => error)).code).toBe('cancelled');
});

test('a call whose signal is aborted already is never made; one aborted after its answer is not cancelled', async () => {
  const { bridge, answer, ids, cancelled } = heldBridge();
  const client = createBridgeClient(bridge);
  await expect(client.call('settings.read', {}, AbortSignal.abort())).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(ids).toEqual([]);
  const abort = new AbortController();
  const call = client.call('settings.read', {}, abort.signal);
  answer({ ok: true, value: { theme: 'dark', language: null } });
  await call;
  abort.abort();
  expect(cancelled).toEqual([]);
});

test('request ids are never used twice', async () => {
  const { bridge, ids } = heldBridge();
  const client = createBridgeClient(bridge);
  for (let count = 0; count < 5; count += 1) void client.call('settings.read', {});
  expect(new Set(ids).size).toBe(5);
});
