import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createGitRepository, type GitRepository } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';

export interface GitTestBed {
  readonly server: GitServer;
  /** A fresh repository with a name of its own, and its address. */
  makeRepository(options?: { readonly objectFormat?: 'sha1' | 'sha256' }): {
    readonly repository: GitRepository;
    urlWith(faults: string): string;
    readonly url: string;
  };
}

/** A server and a folder of repositories for the tests of one file. */
export function useGitTestBed(): GitTestBed {
  const root = mkdtempSync(join(tmpdir(), 'offprint-git-'));
  let server: GitServer | null = null;
  let repositories = 0;
  beforeAll(async () => {
    server = await startGitServer(root);
  });
  afterAll(async () => {
    await server?.close();
    rmSync(root, { recursive: true, force: true });
  });
  const running = (): GitServer => {
    if (server === null) throw new Error('the server starts with the first test');
    return server;
  };
  return {
    get server() {
      return running();
    },
    makeRepository(options) {
      repositories++;
      const name = `archive-${repositories}.git`;
      const repository = createGitRepository(join(root, name), options);
      return { repository, url: running().urlOf(name), urlWith: (faults) => running().urlOf(name, faults) };
    },
  };
}

/** A page of about `kilobytes` KB that shares its beginning with other pages, as the pages of an archive do. */
export function longPage(seed: number, kilobytes: number): string {
  let text = `# Page ${seed}\n\nThe same words stand at the top of every page of this archive.\n\n`;
  let state = seed * 2_654_435_761 + 1;
  while (text.length < kilobytes * 1024) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${state.toString(36)} `;
  }
  return text;
}

/** Bytes that no compressor makes smaller. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 12_345;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}
