import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createNetwork } from '#main/source/network/create-network.ts';
import type { ManualProxy, NetworkSetting, ProxyChoice } from '#preload/contract/network-types.ts';
import { type Authority, createAuthority, type KeyPair } from '#test/helpers/certificates.ts';
import { startFront } from '#test/helpers/front.ts';
import { createGitRepository } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import type { Listening } from '#test/helpers/listening.ts';
import { readSource } from '../read-source.ts';

export interface NetworkBed {
  readonly folder: string;
  readonly authority: Authority;
  /** A door to the server of `archive.git`; with keys it speaks TLS. It is closed after the test. */
  open(keys?: KeyPair): Promise<Listening>;
  /** Closes what a test started, after it. */
  keep<Started extends { close(): Promise<void> }>(started: Promise<Started>): Promise<Started>;
}

/** One archive with one page behind a server over real HTTP, for the tests of one file. */
export function useNetworkBed(): NetworkBed {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-network-'));
  const started: { close(): Promise<void> }[] = [];
  let server: GitServer | null = null;
  let authority: Authority | null = null;
  const keep: NetworkBed['keep'] = async (starting) => {
    const one = await starting;
    started.push(one);
    return one;
  };
  beforeAll(async () => {
    authority = createAuthority(join(folder, 'authority'));
    createGitRepository(join(folder, 'archive.git')).commit({ 'pages/1.md': '# The page' });
    server = await startGitServer(folder);
  });
  afterEach(async () => {
    for (const one of started.splice(0)) await one.close();
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    keep,
    get authority() {
      if (authority === null) throw new Error('the authority begins with the first test');
      return authority;
    },
    open: (keys) => keep(startFront(Number(new URL(server?.urlOf('') ?? '').port), keys)),
  };
}

export function settingWith(proxy: ProxyChoice, extraCaFile: string | null = null): NetworkSetting {
  return { proxy, extraCaFile };
}

/** `login`: `name:password`. */
export function manual(kind: ManualProxy['kind'], { port }: Pick<Listening, 'port'>, login?: string): ManualProxy {
  const [username, password] = login?.split(':') ?? [];
  return { kind, host: '127.0.0.1', port, ...(username !== undefined && password !== undefined && { username, password }) };
}

/** The pages that an origin has, fetched along a setting. */
export async function pagesVia(setting: NetworkSetting, origin: string, stallTimeoutMs = 10_000): Promise<readonly string[]> {
  const { pages } = await readSource(origin, { network: createNetwork(setting, null), stallTimeoutMs });
  return [...pages.values()];
}
