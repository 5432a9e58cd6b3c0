import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestName } from '#main/update/manifest.ts';
import type { UpdateStatus } from '#preload/contract/update-types.ts';
import { makeKeyPair } from '#scripts/release/signature.mjs';
import { failing, makeRelease, onStick, running, serving, startMirror, startUpdater, stations } from './release-bed.ts';

const codeOf = ({ state }: UpdateStatus): string => (state.kind === 'failed' ? state.failure.code : state.kind);

describe('an update from one of several places', () => {
  it('is found, fetched from the second place after the first failed, verified and ready', async () => {
    const release = makeRelease();
    const first = await startMirror(failing);
    const second = await startMirror(serving(release));
    const { updater, seen, folder } = startUpdater([first, second]);

    expect((await updater.check()).state).toMatchObject({
      kind: 'available',
      release: { version: '0.2.0', bytes: 300_000, notes: { en: 'Faster search.', 'zh-Hans': '搜索更快。' } },
    });
    const { state } = await updater.download();

    expect(state).toMatchObject({ kind: 'ready', file: join(folder, 'downloads', release.name) });
    expect(readFileSync(join(folder, 'downloads', release.name)).equals(release.content)).toBe(true);
    expect(stations(seen)).toEqual(['checking', 'available', 'downloading', 'ready']);
    expect(first.asked).toEqual([manifestName]);
    expect(second.asked).toEqual([manifestName, release.name]);
  });

  it('goes on with the next place where a file was cut off, from the byte it came to', async () => {
    const release = makeRelease();
    const cutting = await startMirror((request, response, path) => {
      if (path !== release.name) return serving(release)(request, response, path);
      response.writeHead(request.headers.range === undefined ? 200 : 503, { 'content-length': release.content.length });
      response.write(release.content.subarray(0, 100_000), () => response.destroy());
    });
    const whole = await startMirror(serving(release));
    const { updater } = startUpdater([cutting, whole]);
    await updater.check();
    expect((await updater.download()).state.kind).toBe('ready');
    expect(whole.asked).toEqual([expect.stringMatching(`^${release.name} bytes=\\d{5,6}-$`)]);
  });

  it('resumes what an earlier run brought', async () => {
    const release = makeRelease();
    let isCut = true;
    const mirror = await startMirror((request, response, path) => {
      if (path !== release.name || !isCut) return serving(release)(request, response, path);
      response.writeHead(request.headers.range === undefined ? 200 : 503, { 'content-length': release.content.length });
      response.write(release.content.subarray(0, 100_000), () => response.destroy());
    });
    const bed = startUpdater([mirror]);
    await bed.updater.check();
    expect((await bed.updater.download()).state.kind).toBe('failed');
    isCut = false;
    const { updater } = bed.restart();
    await updater.check();
    expect((await updater.download()).state.kind).toBe('ready');
    expect(mirror.asked.at(-1)).toMatch(/bytes=\d{5,6}-$/u);
  });

  it('takes a file that one place tampered with from another', async () => {
    const release = makeRelease();
    const evil = await startMirror(serving({ ...release, content: Buffer.from(release.content).fill(7, 1_000, 1_001) }));
    const honest = await startMirror(serving(release));
    const { updater, folder } = startUpdater([evil, honest]);
    await updater.check();
    expect((await updater.download()).state.kind).toBe('ready');
    const got = createHash('sha512')
      .update(readFileSync(join(folder, 'downloads', release.name)))
      .digest('hex');
    expect(got).toBe(createHash('sha512').update(release.content).digest('hex'));
  });

  it('is fetched whole from an honest place after one that lies broke off', async () => {
    const release = makeRelease();
    const evil = await startMirror((request, response, path) => {
      if (path !== release.name) return serving(release)(request, response, path);
      response.writeHead(request.headers.range === undefined ? 200 : 503, { 'content-length': release.content.length });
      response.write(Buffer.alloc(100_000, 7), () => response.destroy());
    });
    const honest = await startMirror(serving(release));
    const { updater } = startUpdater([evil, honest]);
    await updater.check();
    expect((await updater.download()).state.kind).toBe('ready');
    expect(honest.asked.at(-1)).toBe(release.name);
  });

  it('is found though the first place still shows the version that is running', async () => {
    const stale = await startMirror(serving(makeRelease({ version: '0.1.0', sequence: 1 })));
    const fresh = await startMirror(serving(makeRelease()));
    expect(codeOf(await startUpdater([stale, fresh]).updater.check())).toBe('available');
    expect(codeOf(await startUpdater([stale, await startMirror(failing)]).updater.check())).toBe('idle');
  });

  it('learns more places from a signed manifest', async () => {
    const release = makeRelease({ mirrors: ['https://mirror.example/offprint'] });
    const { updater, restart } = startUpdater([await startMirror(serving(release))]);
    await updater.check();
    const { updater: next } = restart({ builtInMirrors: [] });
    expect(next.status()).toMatchObject({ hasMirror: true, mirrors: [] });
  });
});

describe('an update that must be refused', () => {
  const release = makeRelease();
  const captivePortal = '<html><title>Sign in</title></html>';

  it.each([
    [
      'a manifest that was tampered with',
      'update-unsigned',
      () => ({ ...release, manifest: release.manifest.replaceAll('0.2.0', '0.3.0') }),
    ],
    ['a manifest signed by another key', 'update-unsigned', () => makeRelease({ privateKey: makeKeyPair().privateKey })],
    ['an older version', 'update-older', () => makeRelease({ version: '0.0.9' })],
    ['a release without a package that fits', 'update-not-for-this', () => makeRelease({ kind: 'deb' })],
    ['a manifest that was cut off', 'bad-response', () => ({ ...release, manifest: release.manifest.slice(0, 200) })],
    ['the page of a captive portal', 'bad-response', () => ({ ...release, manifest: captivePortal })],
  ])('%s', async (_what, code, make) => {
    const { updater } = startUpdater([await startMirror(serving(make()))]);
    expect(codeOf(await updater.check())).toBe(code);
  });

  it('a page of a captive portal that calls itself HTML', async () => {
    const portal = await startMirror(
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(captivePortal),
    );
    const { updater } = startUpdater([portal]);
    expect(codeOf(await updater.check())).toBe('bad-response');
  });

  it.each([
    ['tampered with', 'update-damaged', (content: Buffer) => Buffer.from(content).fill(9, 50, 51)],
    ['cut off', 'update-damaged', (content: Buffer) => content.subarray(0, 200_000)],
    ['longer than signed', 'update-damaged', (content: Buffer) => Buffer.concat([content, Buffer.from('x')])],
    ['the page of a captive portal', 'update-damaged', () => Buffer.from(captivePortal)],
  ])('a file that is %s, and nothing of it is left', async (_what, code, spoil) => {
    const { updater, folder } = startUpdater([await startMirror(serving({ ...release, content: spoil(release.content) }))]);
    await updater.check();
    expect(codeOf(await updater.download())).toBe(code);
    expect(existsSync(join(folder, 'downloads', release.name))).toBe(false);
  });

  it('a manifest that is shown again after a newer one was seen', async () => {
    let shown = makeRelease({ version: '0.3.0', sequence: 3 });
    const mirror = await startMirror((request, response, path) => serving(shown)(request, response, path));
    const { updater, restart } = startUpdater([mirror]);
    expect(codeOf(await updater.check())).toBe('available');
    shown = makeRelease({ version: '0.2.0', sequence: 2 });
    expect(codeOf(await restart().updater.check())).toBe('update-replayed');
  });

  it('a second manifest under the number of the one that was seen', async () => {
    let shown = makeRelease({ sequence: 3 });
    const mirror = await startMirror((request, response, path) => serving(shown)(request, response, path));
    const { updater, restart } = startUpdater([mirror]);
    await updater.check();
    shown = makeRelease({ sequence: 3 });
    expect(codeOf(await restart().updater.check())).toBe('update-replayed');
  });

  it('one that does not fit on the disk, before a byte of it is fetched', async () => {
    const mirror = await startMirror(serving(release));
    const { updater } = startUpdater([mirror], { freeBytes: () => Promise.resolve(1_000) });
    await updater.check();
    expect(codeOf(await updater.download())).toBe('disk-full');
    expect(mirror.asked).toEqual([manifestName]);
  });

  it('anything, where no place is known', async () => {
    expect(codeOf(await startUpdater([]).updater.check())).toBe('update-no-place');
  });
});

describe('what the reader chose', () => {
  it('is off at first: the application asks for nothing', async () => {
    const mirror = await startMirror(serving(makeRelease()));
    const { updater } = startUpdater([mirror]);
    expect(await updater.attend()).toMatchObject({ choice: 'off', state: { kind: 'idle' } });
    expect(mirror.asked).toEqual([]);
  });

  it('notify: is told of a version, and nothing is fetched; once a day', async () => {
    const mirror = await startMirror(serving(makeRelease()));
    const { updater, restart } = startUpdater([mirror]);
    updater.choose({ choice: 'notify' });
    expect(codeOf(await updater.attend())).toBe('available');
    await updater.attend();
    await restart().updater.attend();
    expect(mirror.asked).toEqual([manifestName]);
  });

  it('automatic: fetches and has it ready, but not over a metered connection', async () => {
    const release = makeRelease();
    const metered = startUpdater([await startMirror(serving(release))], { isMetered: () => Promise.resolve(true) });
    metered.updater.choose({ choice: 'automatic' });
    expect(codeOf(await metered.updater.attend())).toBe('available');
    const { updater } = startUpdater([await startMirror(serving(release))]);
    updater.choose({ choice: 'automatic' });
    expect(codeOf(await updater.attend())).toBe('ready');
  });

  it('automatic: a version that failed once is not tried again but by hand', async () => {
    const release = makeRelease();
    let isSpoilt = true;
    const mirror = await startMirror((request, response, path) => {
      const served = isSpoilt ? { ...release, content: Buffer.from(release.content).fill(1, 0, 9) } : release;
      serving(served)(request, response, path);
    });
    const bed = startUpdater([mirror]);
    bed.updater.choose({ choice: 'automatic' });
    expect(codeOf(await bed.updater.attend())).toBe('update-damaged');
    isSpoilt = false;
    const { updater } = bed.restart({ nowMs: () => Date.UTC(2026, 0, 5) });
    expect(codeOf(await updater.attend())).toBe('available');
    expect(codeOf(await updater.download())).toBe('ready');
  });
});

describe('a verified version', () => {
  it('is still ready after a new start, unless its file changed', async () => {
    const bed = startUpdater([await startMirror(serving(makeRelease()))]);
    await bed.updater.check();
    await bed.updater.download();
    const next = bed.restart();
    expect(codeOf(await next.updater.attend())).toBe('ready');
    await next.updater.install();
    expect(next.installed).toEqual([expect.objectContaining({ version: '0.2.0', bytes: 300_000 })]);
  });

  it('that does not start is named, remembered and not tried again', async () => {
    const bed = startUpdater([await startMirror(serving(makeRelease()))]);
    bed.updater.choose({ choice: 'automatic' });
    await bed.updater.attend();
    await bed.updater.install();
    const old = bed.restart({ nowMs: () => Date.UTC(2026, 0, 5) });
    await old.updater.attend();
    expect(stations(old.seen)).toEqual(['failed', 'checking', 'available']);
    expect(old.seen[0]?.state).toMatchObject({ failure: { code: 'update-not-installed' } });
  });

  it('that has started leaves nothing behind', async () => {
    const bed = startUpdater([await startMirror(serving(makeRelease()))]);
    await bed.updater.check();
    await bed.updater.download();
    await bed.updater.install();
    let isTidied = false;
    const tidy = (): Promise<void> => Promise.resolve(void (isTidied = true));
    const { updater } = bed.restart({ running: { ...running, version: '0.2.0' }, tidy });
    expect(codeOf(await updater.attend())).toBe('idle');
    expect(isTidied).toBe(true);
    expect(existsSync(join(bed.folder, 'downloads'))).toBe(false);
  });

  it('that has started is no failure where its installer cannot be deleted yet', async () => {
    const bed = startUpdater([await startMirror(serving(makeRelease()))]);
    await bed.updater.check();
    await bed.updater.download();
    await bed.updater.install();
    const tidy = (): Promise<void> => Promise.reject(new Error('EBUSY'));
    expect(codeOf(await bed.restart({ running: { ...running, version: '0.2.0' }, tidy }).updater.attend())).toBe('idle');
  });

  it('is not installed where the package cannot replace itself', async () => {
    const { updater, installed } = startUpdater([], { running: { ...running, packageKind: 'folder' } });
    await updater.takeFile(onStick(makeRelease({ kind: 'folder' })));
    expect(updater.status()).toMatchObject({ canInstall: false, state: { kind: 'ready' } });
    await updater.install();
    expect(installed).toEqual([]);
  });
});

describe('a file given by hand', () => {
  it('is verified, copied and ready, without any network', async () => {
    const { updater, folder } = startUpdater([]);
    const release = makeRelease();
    expect((await updater.takeFile(onStick(release))).state).toMatchObject({ kind: 'ready', release: { version: '0.2.0' } });
    expect(readFileSync(join(folder, 'downloads', release.name)).equals(release.content)).toBe(true);
  });

  it.each([
    ['tampered with', 'update-damaged', { ...makeRelease(), content: Buffer.alloc(300_000) }],
    ['of another key', 'update-unsigned', makeRelease({ privateKey: makeKeyPair().privateKey })],
    ['older', 'update-older', makeRelease({ version: '0.0.9' })],
    ['of the version that is running', 'update-older', makeRelease({ version: '0.1.0' })],
  ])('is refused where it is %s', async (_what, code, release) => {
    expect(codeOf(await startUpdater([]).updater.takeFile(onStick(release)))).toBe(code);
  });

  it('is refused without a manifest beside it', async () => {
    expect(codeOf(await startUpdater([]).updater.takeFile(import.meta.filename))).toBe('update-unsigned');
  });
});
