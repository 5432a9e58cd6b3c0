import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GitRepository } from '#test/helpers/git-repository.ts';
import { directNetwork } from '#main/source/network/network.ts';
import type { KnownObjects } from '#main/source/source.ts';
import { longPage, useGitTestBed } from './git-test-bed.ts';
import { failureOf, readSource } from './read-source.ts';

const bed = useGitTestBed();
const pages = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`pages/${index}.md`, longPage(index, 20)]));

interface TwoHosts {
  readonly repository: GitRepository;
  readonly mirror: GitRepository;
  readonly url: string;
  urlWith(faults: string): string;
  readonly mirrorUrl: string;
  mirrorUrlWith(faults: string): string;
  /** Brings the mirror to the state of the repository. */
  update(): void;
}

function twoHosts(): TwoHosts {
  const first = bed.makeRepository();
  const second = bed.makeRepository();
  const update = (): void => void second.repository.git('fetch', '-q', first.repository.directory, '+main:main');
  return {
    repository: first.repository,
    mirror: second.repository,
    url: first.url,
    urlWith: first.urlWith,
    mirrorUrl: second.url,
    mirrorUrlWith: second.urlWith,
    update,
  };
}

function known(repository: GitRepository, head: string): KnownObjects {
  const content = Buffer.from(`${repository.git('cat-file', 'commit', head)}\n`);
  return { head, read: (oid) => (oid === head ? { type: 'commit', content } : undefined) };
}

describe('an archive with mirrors', () => {
  it('is synced from the first that answers, and tells which that was', async () => {
    const { repository, url, urlWith, mirrorUrl, update } = twoHosts();
    repository.commit({ 'a.md': 'one' });
    update();
    expect((await readSource([url, mirrorUrl])).answeredBy).toBe(url);
    const broken = [urlWith('status=503/'), 'http://nowhere.invalid/news.git', urlWith('html=200/'), mirrorUrl];
    const read = await readSource(broken);
    expect(read.answeredBy).toBe(mirrorUrl);
    expect(read.pages.get('a.md')).toBe('one');
  });

  it('passes over one that is silent, and waits for it only where nobody answers', async () => {
    const { repository, url, mirrorUrl, urlWith, update } = twoHosts();
    repository.commit({ 'a.md': 'one' });
    update();
    const mute = createServer();
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    onTestFinished(() => void mute.close());
    const silent = `http://127.0.0.1:${(mute.address() as AddressInfo).port}/news.git`;
    expect((await readSource([silent, mirrorUrl], { probeTimeoutMs: 50 })).answeredBy).toBe(mirrorUrl);
    const slow = urlWith('delay=400/');
    expect((await readSource([slow, `${url}-missing`], { probeTimeoutMs: 50 })).answeredBy).toBe(slow);
  });

  it.each(['cut=150000/', 'flip=150000/', 'hang=150000/'])(
    'takes the rest from the next where one fails midway: %s',
    async (fault) => {
      const { repository, urlWith, mirrorUrl, update } = twoHosts();
      repository.commit(pages);
      update();
      const alone = await readSource(mirrorUrl);
      const read = await readSource([urlWith(fault), mirrorUrl], { stallTimeoutMs: 500 });
      expect(read.pages).toStrictEqual(alone.pages);
      expect(read.bytesDown).toBeLessThan(1.3 * alone.bytesDown);
    },
  );

  it('waits less for those before the one that answered the last time, and takes one that is back', async () => {
    const { repository, url, urlWith, mirrorUrl, update } = twoHosts();
    repository.commit({ 'a.md': 'one' });
    update();
    const slow = urlWith('delay=1000/');
    const probeTimeoutMs = 3_000;
    expect((await readSource([slow, mirrorUrl], { probeTimeoutMs, lastAnsweredAt: 0 })).answeredBy).toBe(slow);
    expect((await readSource([slow, mirrorUrl], { probeTimeoutMs, lastAnsweredAt: 1 })).answeredBy).toBe(mirrorUrl);
    expect((await readSource([url, mirrorUrl], { probeTimeoutMs, lastAnsweredAt: 1 })).answeredBy).toBe(url);
  });

  it('takes what a mirror of an older state has, and the rest elsewhere', async () => {
    const { repository, url, urlWith, mirrorUrl, update } = twoHosts();
    repository.commit(pages);
    update();
    repository.commit({ 'new.md': 'new' });
    const read = await readSource([urlWith('cut=150000/'), mirrorUrl, `${url}/`]);
    expect(read.head).toBe(repository.git('rev-parse', 'HEAD'));
    expect(read.pages.size).toBe(61);
  });

  it('may have one that is a folder, a snapshot or a bundle', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-mirrors-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { repository, urlWith } = twoHosts();
    repository.commit(pages);
    repository.git('archive', '--format=tar.gz', '--prefix=news/', `--output=${join(folder, 'news.tar.gz')}`, 'HEAD');
    repository.git('bundle', 'create', '--quiet', join(folder, 'news.bundle'), '--all');
    for (const file of ['news.tar.gz', 'news.bundle']) {
      const place = join(folder, file);
      expect((await readSource([urlWith('cut=150000/'), place])).pages.size).toBe(60);
      expect((await readSource([urlWith('status=404/'), place])).answeredBy).toBe(place);
    }
  });

  it('never goes back to the older state of a mirror, but follows the one that the reader prefers', async () => {
    const { repository, url, urlWith, mirrorUrl, update } = twoHosts();
    repository.commit({ 'a.md': 'one' }, { atSeconds: 1_600_000_000 });
    update();
    const newer = repository.commit({ 'b.md': 'two' }, { atSeconds: 1_600_000_100 });
    const held = known(repository, newer);
    const failure = await failureOf(readSource([urlWith('status=503/'), mirrorUrl], {}, held));
    expect(failure.code).toBe('server-failed');
    expect(failure.message).toMatch(/older state/);
    expect((await readSource([mirrorUrl, url], {}, held)).pages.size).toBe(1);
  });

  it('knows an older snapshot by its day', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-mirrors-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { repository, urlWith } = twoHosts();
    const place = join(folder, 'news.zip');
    repository.commit({ 'a.md': 'one' }, { atSeconds: 1_600_000_000 });
    repository.git('archive', '--format=zip', '--prefix=news/', `--output=${place}`, 'HEAD');
    const sameDay = repository.commit({ 'b.md': 'two' }, { atSeconds: 1_600_000_100 });
    expect((await readSource([urlWith('status=503/'), place], {}, known(repository, sameDay))).answeredBy).toBe(place);
    const later = repository.commit({ 'c.md': 'three' }, { atSeconds: 1_600_200_000 });
    const failure = await failureOf(readSource([urlWith('status=503/'), place], {}, known(repository, later)));
    expect(failure.message).toMatch(/news\.zip has an older state/);
  });

  it('says of each where it failed, and shows no password', async () => {
    const { repository, urlWith, mirrorUrlWith, update } = twoHosts();
    repository.commit(pages);
    update();
    const login = urlWith('login=ann:right/').replace('http://', 'http://ann:wrong-secret@');
    const failure = await failureOf(readSource([login, mirrorUrlWith('cut=100/'), 'http://nowhere.invalid/a.git']));
    expect(failure.code).toBe('origin-needs-login');
    expect(failure.details).toMatchObject({ origins: 3 });
    expect(failure.details['failures']).toMatch(
      /^127\.0\.0\.1:\d+ \(asking for the newest state\): origin-needs-login; 127\.0\.0\.1:\d+ \(comparing\): connection-failed; nowhere\.invalid \(asking for the newest state\): host-not-found$/,
    );
    expect(JSON.stringify([failure.message, failure.details])).not.toMatch(/ann|secret/);
  });

  it('is cancelled at once, whichever is being asked', async () => {
    const { urlWith, mirrorUrl } = twoHosts();
    const { openSource } = await import('#main/source/open-source.ts');
    const options = {
      isWanted: () => true,
      maximumFileBytes: 1000,
      stallTimeoutMs: 20_000,
      userAgent: 'x',
      network: directNetwork,
    };
    const source = openSource([urlWith('delay=60000/'), mirrorUrl], options);
    const controller = new AbortController();
    const asking = source.readHead(controller.signal);
    controller.abort();
    expect((await failureOf(asking)).code).toBe('cancelled');
    await source.close();
  });

  it('needs at least one origin', async () => {
    expect((await failureOf(readSource([]))).code).toBe('origin-not-understood');
  });
});
