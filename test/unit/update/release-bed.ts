import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { manifestName } from '#main/update/manifest.ts';
import type { Running } from '#main/update/judge-release.ts';
import { Updater, type StagedFile, type UpdaterParts } from '#main/update/updater.ts';
import { openSender } from '#main/source/open-sender.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { freeBytes } from '#main/update/update-disk.ts';
import type { UpdateStatus } from '#preload/contract/update-types.ts';
import { makeKeyPair, signManifest } from '#scripts/release/signature.mjs';

const keys = makeKeyPair();
export const running: Running = { version: '0.1.0', platform: 'linux', arch: 'x64', packageKind: 'appimage' };

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-update-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface ReleaseFacts {
  readonly version: string;
  readonly sequence: number;
  readonly privateKey: string;
  readonly content: Buffer;
  readonly mirrors: readonly string[];
  readonly kind: string;
}

export interface Release {
  readonly name: string;
  readonly content: Buffer;
  readonly manifest: string;
}

/** A release of one AppImage for Linux x64, signed. */
export function makeRelease(given: Partial<ReleaseFacts> = {}): Release {
  const { version = '0.2.0', sequence = 2, privateKey = keys.privateKey, mirrors = [], kind = 'appimage' } = given;
  const content = given.content ?? randomBytes(300_000);
  const name = `Offprint-${version}-linux-x64.AppImage`;
  const sha512 = createHash('sha512').update(content).digest('base64');
  const file = { name, bytes: content.length, sha512, platform: 'linux', arch: 'x64', kind };
  const notes = { en: 'Faster search.', 'zh-Hans': '搜索更快。' };
  const manifest = { format: 1, version, sequence, issuedAt: '2026-01-02T03:04:05.000Z', mirrors, notes, files: [file] };
  return { name, content, manifest: signManifest(manifest, [privateKey]) };
}

/** The release as it would lie on a stick; the path of the package. */
export function onStick({ name, content, manifest }: Release): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, manifestName), manifest);
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

export interface Mirror {
  readonly url: string;
  /** Path and `Range` of every request, in order. */
  readonly asked: string[];
}

export type Answering = (request: IncomingMessage, response: ServerResponse, path: string) => void;

export async function startMirror(answer: Answering): Promise<Mirror> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    asked.push([path, request.headers.range].filter((word) => word !== undefined).join(' '));
    answer(request, response, path);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

/** Serves a release as a plain web server does, ranges and all. */
export function serving(release: Release): Answering {
  return (request, response, path) => {
    if (path === manifestName) return void response.end(release.manifest);
    if (path !== release.name) return void response.writeHead(404).end();
    const first = Number(/^bytes=(?<first>\d+)-$/u.exec(request.headers.range ?? '')?.groups?.['first'] ?? 0);
    const { length } = release.content;
    const range = first > 0 && { 'content-range': `bytes ${first}-${length - 1}/${length}` };
    response
      .writeHead(first > 0 ? 206 : 200, { 'content-length': length - first, ...range })
      .end(release.content.subarray(first));
  };
}

export const failing: Answering = (_request, response) => void response.writeHead(503).end();

export interface Bed {
  readonly updater: Updater;
  readonly folder: string;
  readonly seen: UpdateStatus[];
  readonly installed: StagedFile[];
  /** The same folder after a new start, where wished of another version. */
  restart(changes?: Partial<UpdaterParts>): Bed;
}

/** An Offprint 0.1.0, an AppImage, that knows the given places. */
export function startUpdater(mirrors: readonly Mirror[], changes: Partial<UpdaterParts> = {}): Bed {
  const folder = changes.folder ?? temporaryFolder();
  const seen: UpdateStatus[] = [];
  const installed: StagedFile[] = [];
  const updater = new Updater({
    running,
    folder,
    trustedKeys: [keys.publicKey],
    builtInMirrors: mirrors.map(({ url }) => url),
    openSender: () =>
      Promise.resolve(openSender({ stallTimeoutMs: 10_000, network: directNetwork }, { bytesDown: 0, bytesUp: 0 })),
    isMetered: () => Promise.resolve(false),
    freeBytes,
    nowMs: () => Date.UTC(2026, 0, 3),
    install: (file) => Promise.resolve(void installed.push(file)),
    tidy: () => Promise.resolve(),
    onChanged: (status) => void seen.push(status),
    note: () => undefined,
    ...changes,
  });
  return { updater, folder, seen, installed, restart: (more) => startUpdater(mirrors, { ...changes, ...more, folder }) };
}

/** The states that were gone through, each once in a row. */
export function stations(seen: readonly UpdateStatus[]): string[] {
  return seen.map(({ state }) => state.kind).filter((kind, at, all) => kind !== all[at - 1]);
}
