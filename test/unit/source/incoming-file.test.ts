import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPagePath } from '#main/parse/page-path.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import type { KnownObjects, Source } from '#main/source/source.ts';
import { longPage, useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();
const running = new AbortController().signal;
const nothing: KnownObjects = { head: null, read: () => undefined };
const pageCount = 120;

let folder: string;
let incomingFile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'incoming-file-'));
  incomingFile = join(folder, 'incoming.pack');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(url: string): Source {
  return openSource(url, {
    isWanted: isPagePath,
    maximumFileBytes: 1_000_000,
    stallTimeoutMs: 2_000,
    userAgent: 'test',
    network: directNetwork,
    incomingFile,
  });
}

function makeArchive(): string {
  const { repository, url } = bed.makeRepository();
  repository.commit(Object.fromEntries(Array.from({ length: pageCount }, (_unused, n) => [`pages/${n}.md`, longPage(n, 8)])));
  return url;
}

/** `seen`: the most that the file held while files were handed out, as a program killed at that moment leaves it. */
async function fetchAll(
  url: string,
): Promise<{ readonly paths: readonly string[]; readonly bytesOfFiles: number; readonly seen: Buffer | null }> {
  const source = open(url);
  const head = await source.readHead(running);
  const { changes } = await source.readChanges(head, nothing, running);
  const before = source.transfer.bytesDown;
  let seen: Buffer | null = null;
  const paths: string[] = [];
  for await (const batch of source.readFiles(head, changes.present, nothing, running)) {
    const held = existsSync(incomingFile) ? readFileSync(incomingFile) : null;
    if (held && held.length >= (seen?.length ?? 0)) seen = held;
    paths.push(...batch.files.map(({ entry }) => entry.path));
  }
  const bytesOfFiles = source.transfer.bytesDown - before;
  await source.close();
  return { paths, bytesOfFiles, seen };
}

describe('a pack on its way', () => {
  it('is dropped when all of it was handed out', async () => {
    const { paths } = await fetchAll(makeArchive());
    expect(paths).toHaveLength(pageCount);
    expect(existsSync(incomingFile)).toBe(false);
  });

  it('is read again by the run after one that was killed: nothing that had arrived is fetched twice', async () => {
    const url = makeArchive();
    const whole = await fetchAll(url);
    const pack = whole.seen ?? Buffer.alloc(0);
    expect(pack.length).toBeGreaterThan(0.9 * whole.bytesOfFiles);
    writeFileSync(incomingFile, pack.subarray(0, Math.floor(pack.length / 2)));
    const again = await fetchAll(url);
    expect(new Set(again.paths).size).toBe(pageCount);
    expect(again.paths).toHaveLength(pageCount);
    expect(again.bytesOfFiles).toBeLessThan(0.6 * whole.bytesOfFiles);
    expect(existsSync(incomingFile)).toBe(false);
  });

  it('of another archive, or damaged, is of no use and does no harm', async () => {
    const url = makeArchive();
    for (const content of [Buffer.from('PACK and then nothing of sense'), Buffer.alloc(0), Buffer.alloc(5_000, 7)]) {
      writeFileSync(incomingFile, content);
      expect((await fetchAll(url)).paths).toHaveLength(pageCount);
    }
  });
});
