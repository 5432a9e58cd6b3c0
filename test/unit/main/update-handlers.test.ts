import { createServer } from 'node:http';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NativeUpdates } from '#main/native-updates.ts';
import type { NetworkAccess } from '#main/network-handlers.ts';
import { openUpdates, type UpdateAccess } from '#main/update-handlers.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';
import { listen } from '#test/helpers/listening.ts';
import { startHttpProxy } from '#test/helpers/proxies.ts';

const native: NativeUpdates = {
  running: { version: '0.1.0', platform: 'linux', arch: 'x64', packageKind: 'folder' },
  host: { name: 'Offprint', version: '0.1.0', quit: () => undefined, onQuit: () => undefined },
  appImage: undefined,
  isMetered: () => Promise.resolve(false),
  chooseFile: () => Promise.resolve(null),
};

/** Updates as the application opens them, with a folder of their own and a setting of the network. */
function open(setting: NetworkSetting): { readonly updates: UpdateAccess; readonly userData: string } {
  const userData = mkdtempSync(join(tmpdir(), 'offprint-updates-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  const network = {
    readSetting: () => Promise.resolve(setting),
    resolveSystemProxy: () => Promise.resolve('DIRECT'),
  } as unknown as NetworkAccess;
  return {
    updates: openUpdates({ native, userData, network, send: () => undefined, log: { write: () => undefined } }),
    userData,
  };
}

const { signal } = new AbortController();
const direct: NetworkSetting = { proxy: { kind: 'none' }, extraCaFile: null };

describe('updates in the application', () => {
  it('begin with nothing chosen, and write nothing down by being looked at', async () => {
    const { updates, userData } = open(direct);
    expect(await updates.handlers['updates.read']({}, signal)).toMatchObject({
      choice: 'off',
      state: { kind: 'idle', checkedAt: null },
    });
    expect(existsSync(join(userData, 'updates'))).toBe(false);
  });

  it('go through the proxy that the reader has set, and say nothing of who asks', async () => {
    const headers: unknown[] = [];
    const mirror = await listen(
      createServer((request, response) => {
        headers.push({ ...request.headers, host: '' });
        response.end('{}');
      }),
    );
    const proxy = await startHttpProxy({ hosts: { 'mirror.example': mirror.port } });
    onTestFinished(async () => {
      await proxy.close();
      await mirror.close();
    });
    const { updates } = open({ proxy: { kind: 'http', host: '127.0.0.1', port: proxy.port }, extraCaFile: null });
    await updates.handlers['updates.choose']({ mirrors: ['http://mirror.example/offprint'] }, signal);
    const { state } = await updates.handlers['updates.check']({}, signal);
    expect(state).toMatchObject({ kind: 'failed', failure: { code: 'bad-response' } });
    expect(proxy.asked).toEqual(['http://mirror.example/offprint/offprint-update.json']);
    expect(headers).toEqual([
      expect.objectContaining({ 'user-agent': 'Offprint', accept: '*/*', 'accept-encoding': 'identity' }),
    ]);
    expect(JSON.stringify(headers)).not.toMatch(/0\.1\.0|linux|x64/u);
  });

  it('take no file where the reader chose none', async () => {
    const { updates } = open(direct);
    expect(await updates.handlers['updates.takeFile']({}, signal)).toMatchObject({ state: { kind: 'idle' } });
  });
});
