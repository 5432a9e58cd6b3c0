import { expect, it } from 'vitest';
import { PauseGate } from '#main/export/pause-gate.ts';

async function hasPassed(gate: PauseGate): Promise<boolean> {
  let isThrough = false;
  void gate.pass().then(() => {
    isThrough = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return isThrough;
}

it('holds back while it is closed, and lets all through when it opens', async () => {
  const gate = new PauseGate();
  expect(await hasPassed(gate)).toBe(true);
  gate.set(true);
  gate.set(true);
  expect(await hasPassed(gate)).toBe(false);
  const waiting = [gate.pass(), gate.pass()];
  gate.set(false);
  await Promise.all(waiting);
  expect(await hasPassed(gate)).toBe(true);
  gate.set(false);
  gate.set(true);
  expect(await hasPassed(gate)).toBe(false);
});
