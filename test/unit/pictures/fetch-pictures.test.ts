import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PictureProgress } from '#main/pictures/fetch-pictures.ts';
import { maximumPictureBytes } from '#main/pictures/check-picture.ts';
import { findPictures, readPicture } from '#main/store/pictures/find-pictures.ts';
import { recordLater } from '#main/store/pictures/record-picture.ts';
import { recheckStored } from '#main/store/pictures/picture-report.ts';
import { hurriedPolicy, pictureServer, runQueue, sendingTo } from '#test/helpers/fetch-pictures.ts';
import { makePng, samplePicture } from '#test/helpers/picture-bytes.ts';
import { addressRows, enqueue, sha256Of, temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';
import { breakOff, fallSilent, inOrder, type PictureHandler, sendPicture, sendStatus } from '#test/helpers/picture-server.ts';

const picture = makePng(30, 20, Buffer.alloc(40_000, 'picture'));
const good = sendPicture(picture);
const endEarly: PictureHandler = (_request, response) => {
  response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 40000\r\n\r\nshort');
};
const page: PictureHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/png' }).end(`<!doctype html>${'log in '.repeat(100_000)}`);
};

/** One picture at `/a.png`, run to the end of the queue. */
async function fetchFrom(handler: PictureHandler) {
  const server = await pictureServer({ '/a.png': handler, '/good.png': good });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/a.png')]);
  const run = await runQueue(db);
  const [row] = addressRows(db);
  return { run, row, server, db };
}

test('a picture is stored as it came, with its size, under its content address', async () => {
  const { run, db, server } = await fetchFrom(good);
  expect(run).toEqual({
    stored: 1,
    unchanged: 0,
    failed: 0,
    refused: 0,
    waiting: 0,
    storedBytes: picture.length,
    isStopped: false,
  });
  const sha256 = sha256Of(picture);
  const stored = { sha256, type: 'png', width: 30, height: 20, byteLength: picture.length };
  expect(findPictures(db, { shownFrom: 'a', urls: [server.urlOf('/a.png')] })).toEqual([
    { state: 'stored', stored, reason: null },
  ]);
  expect(picture.equals(readPicture(db, sha256)?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test('a request tells nothing of the reader: no cookie, no referrer, no language', async () => {
  const setsCookie = sendPicture(picture, { 'set-cookie': 'id=1' });
  const server = await pictureServer({ '/a.png': setsCookie, '/b.png': setsCookie });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/a.png'), server.urlOf('/b.png')]);
  await runQueue(db);
  expect(server.requests).toHaveLength(2);
  for (const { headers } of server.requests)
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
});

describe('a fault that passes is waited out', () => {
  test.each<[string, PictureHandler, number]>([
    ['429 with Retry-After', inOrder(sendStatus(429, { 'retry-after': '0' }), good), 2],
    ['429', inOrder(sendStatus(429), sendStatus(429), good), 3],
    ['500', inOrder(sendStatus(500), good), 2],
    ['503', inOrder(sendStatus(503), sendStatus(502), sendStatus(504), good), 4],
    ['a connection reset before the answer', inOrder((_request, response) => void response.socket?.resetAndDestroy(), good), 2],
    ['a connection reset in the middle', inOrder(breakOff(picture, 20_000), good), 2],
    ['silence in the middle', inOrder(fallSilent(picture, 20_000), good), 2],
    ['silence instead of an answer', inOrder(() => undefined, good), 2],
    ['fewer bytes than announced', inOrder(endEarly, good), 2],
  ])('%s', async (_, handler, visits) => {
    const { run, server } = await fetchFrom(handler);
    expect(run).toMatchObject({ stored: 1, failed: 0, waiting: 0 });
    expect(server.visits('/a.png')).toBe(visits);
  });

  test('Retry-After is honoured, and capped', async () => {
    const times: number[] = [];
    const timed: PictureHandler = (request, response, visit) => {
      times.push(performance.now());
      (visit === 1 ? sendStatus(429, { 'retry-after': '3600' }) : good)(request, response, visit);
    };
    expect((await fetchFrom(timed)).run.stored).toBe(1);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(hurriedPolicy.longestRetryAfterMs - 5);
  });
});

describe('a fault that stays is given up with its reason', () => {
  test.each<[string, PictureHandler, string, string, number]>([
    ['500', sendStatus(500), 'failed', 'server-failed', 5],
    ['429', sendStatus(429), 'failed', 'too-many-requests', 5],
    ['breaking off', breakOff(picture, 9_000), 'failed', 'connection-failed', 5],
    ['404', sendStatus(404), 'failed', 'not-found', 1],
    ['410', sendStatus(410), 'failed', 'not-found', 1],
    ['403', sendStatus(403), 'failed', 'forbidden', 1],
    ['a loop of redirects', sendStatus(302, { location: '/a.png' }), 'failed', 'bad-response', 6],
    ['a redirect to nowhere', sendStatus(302), 'refused', 'unsafe-address', 1],
    ['a redirect to a file', sendStatus(302, { location: 'file:///etc/passwd' }), 'refused', 'unsafe-address', 1],
    ['a redirect to data', sendStatus(302, { location: 'data:image/png;base64,AAAA' }), 'refused', 'unsafe-address', 1],
    ['HTML', page, 'refused', 'not-a-picture', 1],
    ['SVG', sendPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'refused', 'not-a-picture', 1],
    ['nothing', sendPicture(Buffer.alloc(0)), 'refused', 'not-a-picture', 1],
    ['a file cut off', sendPicture(picture.subarray(0, 20_000)), 'refused', 'damaged', 1],
    ['a bomb', sendPicture(makePng(15_000, 15_000)), 'refused', 'too-many-pixels', 1],
    ['a pixel', sendPicture(makePng(1, 1)), 'refused', 'tracker', 1],
    ['an unknown encoding', sendPicture(picture, { 'content-encoding': 'br' }), 'failed', 'bad-response', 1],
    ['a gzip that is none', sendPicture(picture, { 'content-encoding': 'gzip' }), 'refused', 'damaged', 1],
    ['304 unasked', sendStatus(304), 'failed', 'bad-response', 1],
  ])('%s', async (_, handler, state, reason, visits) => {
    const { run, row, server, db } = await fetchFrom(handler);
    expect(row).toMatchObject({ state, reason, pictureId: null });
    expect(run).toMatchObject({
      stored: 0,
      failed: state === 'failed' ? 1 : 0,
      refused: state === 'refused' ? 1 : 0,
      waiting: 0,
    });
    expect(server.visits('/a.png')).toBe(visits);
    expect(db.all('SELECT id FROM picture')).toEqual([]);
  });
});

describe('bytes without end', () => {
  test('stop at the limit, announced or not', async () => {
    let sent = 0;
    const endless: PictureHandler = (_request, response) => {
      response.writeHead(200).write(picture);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const announced = sendPicture(picture, { 'content-length': String(maximumPictureBytes + 1) });
    const server = await pictureServer({ '/endless.png': endless, '/announced.png': announced });
    const db = temporaryPicturesDatabase();
    enqueue(db, [server.urlOf('/endless.png'), server.urlOf('/announced.png')]);
    expect(await runQueue(db)).toMatchObject({ refused: 2 });
    expect(addressRows(db).map(({ reason }) => reason)).toEqual(['too-large', 'too-large']);
    expect(sent).toBeLessThan(maximumPictureBytes + 20_000_000);
  });

  test('of something else stop at once', async () => {
    let sent = 0;
    const endlessPage: PictureHandler = (_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write('<p>never ends</p>'.repeat(1_000))) sent += 17_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect((await fetchFrom(endlessPage)).row).toMatchObject({ reason: 'not-a-picture' });
    expect(sent).toBeLessThan(10_000_000);
  });

  test('hidden in a gzip are not unpacked', async () => {
    const bomb = gzipSync(Buffer.concat([picture, Buffer.alloc(maximumPictureBytes * 3)]));
    expect(
      (await fetchFrom(sendPicture(bomb, { 'content-encoding': 'gzip', 'content-length': String(bomb.length) }))).row,
    ).toMatchObject({ reason: 'too-large' });
  });

  test('that trickle for ever are given up', async () => {
    const trickle: PictureHandler = (_request, response) => {
      response.writeHead(200).write(picture.subarray(0, 9_000));
      const timer = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(timer));
    };
    const server = await pictureServer({ '/a.png': trickle });
    const db = temporaryPicturesDatabase();
    enqueue(db, [server.urlOf('/a.png')]);
    const run = await runQueue(db, { policy: { ...hurriedPolicy, longestTransferMs: 60, maximumAttempts: 2 } });
    expect(run).toMatchObject({ failed: 1 });
    expect(addressRows(db)).toMatchObject([{ reason: 'timed-out', attempts: 2 }]);
  });
});

test('a picture that a server packs against our wish is unpacked', async () => {
  const packed = gzipSync(picture);
  const { db, row } = await fetchFrom(
    sendPicture(packed, { 'content-encoding': 'gzip', 'content-length': String(packed.length) }),
  );
  expect(row).toMatchObject({ state: 'stored' });
  expect(readPicture(db, sha256Of(picture))).toBeDefined();
});

test('redirects are followed, to another host too', async () => {
  const other = await pictureServer({ '/b.png': good });
  const { row } = await fetchFrom(sendStatus(301, { location: other.urlOf('/b.png') }));
  expect(row).toMatchObject({ state: 'stored' });
});

test('a public address never leads into the private network', async () => {
  const router = await pictureServer({ '/a.png': good, '/b.png': good });
  const server = await pictureServer({ '/a.png': sendStatus(302, { location: router.urlOf('/a.png') }), '/b.png': good });
  const http = sendingTo({ 'http://news.example': server });
  const db = temporaryPicturesDatabase();
  enqueue(db, ['http://news.example/a.png', router.urlOf('/b.png').replace('127.0.0.1', 'localhost')]);
  await runQueue(db, { http });
  expect(addressRows(db).map(({ reason }) => reason)).toEqual(['unsafe-address', 'unsafe-address']);
  expect(router.requests).toEqual([]);
  expect(server.visits('/a.png')).toBe(1);
});

describe('other addresses', () => {
  test('http is tried with https and https with http, once', async () => {
    const plain = await pictureServer({ '/a.png': sendStatus(404), '/b.png': good });
    const secure = await pictureServer({ '/a.png': good, '/b.png': sendStatus(403), '/c.png': sendStatus(404) });
    const http = sendingTo({ 'http://news.example': plain, 'https://news.example': secure });
    const db = temporaryPicturesDatabase();
    enqueue(db, ['http://news.example/a.png', 'https://news.example/b.png', 'https://news.example/c.png']);
    expect(await runQueue(db, { http })).toMatchObject({ stored: 2, failed: 1 });
    expect(addressRows(db).map(({ reason }) => reason)).toEqual([null, null, 'not-found']);
    expect([plain.requests.length, secure.requests.length]).toEqual([3, 3]);
  });

  test('a template is asked for what its own host does not give', async () => {
    const proxy = await pictureServer({ '/image': good });
    const server = await pictureServer({ '/a.png': sendStatus(403) });
    const db = temporaryPicturesDatabase();
    enqueue(db, [server.urlOf('/a.png')]);
    expect(await runQueue(db, { templates: [proxy.urlOf('/image?url={url}')] })).toMatchObject({ stored: 1 });
    expect(proxy.requests).toHaveLength(1);
  });

  test('a host that gives no answer at all is left alone, and its pictures come through a template', async () => {
    const proxy = await pictureServer({ '/image': good });
    const dead: PictureHandler = (_request, response) => void response.socket?.resetAndDestroy();
    const server = await pictureServer({ '*': dead });
    const db = temporaryPicturesDatabase();
    enqueue(
      db,
      Array.from({ length: 100 }, (_, number) => server.urlOf(`/${number}.png`)),
    );
    expect(await runQueue(db, { templates: [proxy.urlOf('/image?url={url}')] })).toMatchObject({ stored: 100, waiting: 0 });
    // Five rounds of four at a time, where each picture would have been asked for five times.
    expect(server.requests.length).toBeLessThan(100);
  });
});

test('a host that is down while others answer keeps its pictures in the queue', async () => {
  const dead = await pictureServer({});
  await dead.close();
  const server = await pictureServer({ '*': good });
  const db = temporaryPicturesDatabase();
  enqueue(
    db,
    [dead, server].flatMap(({ urlOf }) => Array.from({ length: 50 }, (_, number) => urlOf(`/${number}.png`))),
  );
  const run = await runQueue(db);
  expect(run.stored).toBe(50);
  expect(run.waiting).toBeGreaterThan(25);
});

test('without any network the run ends soon, and nothing is given up', async () => {
  const server = await pictureServer({});
  await server.close();
  const db = temporaryPicturesDatabase();
  enqueue(
    db,
    Array.from({ length: 300 }, (_, number) => server.urlOf(`/${number}.png`)),
  );
  expect(await runQueue(db)).toMatchObject({ stored: 0, failed: 0, waiting: 300 });
  expect(addressRows(db).every(({ state, attempts }) => state === 'queued' && attempts === 0)).toBe(true);
});

test('what is due too late for this run stays in the queue', async () => {
  const server = await pictureServer({ '/a.png': sendStatus(500) });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/a.png')]);
  const policy = { ...hurriedPolicy, firstRetryMs: 60_000, longestRetryMs: 60_000 };
  expect(await runQueue(db, { policy })).toMatchObject({ failed: 0, waiting: 1 });
  expect(addressRows(db)).toMatchObject([{ state: 'queued', reason: 'server-failed', attempts: 1 }]);
});

test('an attempt that a wrong clock put off for years is made', async () => {
  const server = await pictureServer({ '/a.png': good });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/a.png')]);
  const nextAttemptAtMs = Date.now() + 10 * 365 * 86_400_000;
  recordLater(db, { addressId: 1, reason: 'timed-out', nextAttemptAtMs, isCounted: true });
  expect(await runQueue(db)).toMatchObject({ stored: 1 });
});

test('no host is asked for more at a time than it may be, and all hosts together not either', async () => {
  const slow: PictureHandler = (request, response, visit) => void setTimeout(() => good(request, response, visit), 15);
  const servers = await Promise.all([1, 2, 3].map(() => pictureServer({ '*': slow })));
  const db = temporaryPicturesDatabase();
  for (const server of servers)
    enqueue(
      db,
      Array.from({ length: 12 }, (_, number) => server.urlOf(`/${number}.png`)),
    );
  let running = 0;
  let peak = 0;
  const http = sendingTo({});
  const send: typeof http.send = async (request) => {
    peak = Math.max(peak, (running += 1));
    const answer = await http.send(request);
    return {
      ...answer,
      body: (async function* () {
        try {
          yield* answer.body;
        } finally {
          running -= 1;
        }
      })(),
    };
  };
  expect(await runQueue(db, { http: { ...http, send } })).toMatchObject({ stored: 36 });
  expect(servers.map((server) => server.peak)).toEqual([4, 4, 4]);
  expect(peak).toBe(8);
});

test('a picture that is checked again is asked for on condition, and stored anew where it changed', async () => {
  const changed = makePng(30, 20, Buffer.from('changed'));
  const withTag =
    (bytes: Buffer, etag: string): PictureHandler =>
    (request, response, visit) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else sendPicture(bytes, { etag, 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' })(request, response, visit);
    };
  const first = withTag(picture, '"1"');
  const { db, server } = await fetchFrom(inOrder(first, first, withTag(changed, '"2"'), sendStatus(404)));
  const again = async () => {
    recheckStored(db, { archiveId: 'a', checkedBeforeMs: Number.MAX_SAFE_INTEGER });
    return runQueue(db);
  };
  expect(await again()).toMatchObject({ stored: 0, unchanged: 1 });
  expect(server.requests.at(-1)?.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
  });
  expect(await again()).toMatchObject({ stored: 1, unchanged: 0 });
  expect(readPicture(db, sha256Of(picture))).toBeUndefined();
  await again();
  expect(addressRows(db)).toMatchObject([{ state: 'stored' }]);
  expect(readPicture(db, sha256Of(changed))).toBeDefined();
});

test('the same picture at two addresses and in two archives is stored once and fetched once for each address', async () => {
  const server = await pictureServer({ '/a.png': good, '/b.png': good });
  const db = temporaryPicturesDatabase();
  const urls = [server.urlOf('/a.png'), server.urlOf('/b.png')];
  enqueue(db, urls, { archiveId: 'a' });
  enqueue(db, urls, { archiveId: 'b' });
  expect(await runQueue(db)).toMatchObject({ stored: 2, storedBytes: picture.length });
  expect(server.requests).toHaveLength(2);
  enqueue(db, urls, { archiveId: 'c' });
  await runQueue(db);
  expect(server.requests).toHaveLength(2);
});

test('only what the reader asked for is fetched where that is wanted', async () => {
  const server = await pictureServer({ '*': good });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/rest.png')]);
  enqueue(db, [server.urlOf('/asked.png')], { wish: 'asked' });
  expect(await runQueue(db, { weakest: 'asked' })).toMatchObject({ stored: 1, waiting: 0 });
  expect(server.visits('/rest.png')).toBe(0);
});

test('connections are used again', async () => {
  const server = await pictureServer({ '*': good });
  const db = temporaryPicturesDatabase();
  enqueue(
    db,
    Array.from({ length: 40 }, (_, number) => server.urlOf(`/${number}.png`)),
  );
  expect(await runQueue(db)).toMatchObject({ stored: 40 });
  expect(server.connections).toBeLessThanOrEqual(8);
});

test('progress is told after each picture', async () => {
  const server = await pictureServer({ '/a.png': good, '/b.png': sendStatus(404) });
  const db = temporaryPicturesDatabase();
  enqueue(db, [server.urlOf('/a.png'), server.urlOf('/b.png')]);
  const told: PictureProgress[] = [];
  await runQueue(db, { onProgress: (progress) => told.push(progress) });
  expect(told.map(({ done, total }) => [done, total])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(told.at(-1)?.storedBytes).toBe(picture.length);
});

describe('a run that is stopped', () => {
  test('ends at once, keeps what it stored and goes on later', async () => {
    const silent: PictureHandler = () => undefined;
    const server = await pictureServer({ '/a.png': good, '/b.png': inOrder(silent, good) });
    const db = temporaryPicturesDatabase();
    enqueue(db, [server.urlOf('/a.png'), server.urlOf('/b.png')]);
    const stop = new AbortController();
    const run = await runQueue(db, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(run).toMatchObject({ stored: 1, waiting: 1, isStopped: true });
    expect(addressRows(db)).toMatchObject([{ state: 'stored' }, { state: 'queued', attempts: 0 }]);
    expect(await runQueue(db)).toMatchObject({ stored: 1, waiting: 0, isStopped: false });
    expect(server.visits('/a.png')).toBe(1);
  });

  test('before it began asks nothing', async () => {
    const server = await pictureServer({ '/a.png': good });
    const db = temporaryPicturesDatabase();
    enqueue(db, [server.urlOf('/a.png')]);
    expect(await runQueue(db, { signal: AbortSignal.abort() })).toMatchObject({ waiting: 1, isStopped: true });
    expect(server.requests).toEqual([]);
  });
});

test('a full disk ends the run with what it is, and nothing is half-stored', async () => {
  const server = await pictureServer({ '*': good });
  const db = temporaryPicturesDatabase();
  enqueue(
    db,
    Array.from({ length: 20 }, (_, number) => server.urlOf(`/${number}.png`)),
  );
  const pages = db.first<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  db.first(`PRAGMA max_page_count = ${pages + 1}`);
  await expect(runQueue(db)).rejects.toMatchObject({ code: 'disk-full' });
  expect(addressRows(db).every(({ state }) => state === 'queued')).toBe(true);
});

describe('a transformation', () => {
  test('is stored in the place of what came', async () => {
    const small = samplePicture('webpLossy');
    const { db, server } = await fetchFrom(good);
    enqueue(db, [server.urlOf('/good.png')]);
    await runQueue(db, { transform: (_bytes, type) => Promise.resolve(type === 'png' ? small : picture) });
    const [found] = findPictures(db, { shownFrom: 'a', urls: [server.urlOf('/good.png')] });
    expect(found?.stored).toMatchObject({ sha256: sha256Of(small), type: 'webp', width: 12 });
  });

  test('that gives no picture is not used', async () => {
    const { db, server } = await fetchFrom(good);
    enqueue(db, [server.urlOf('/good.png')]);
    await runQueue(db, { transform: () => Promise.resolve(Buffer.from('no picture')) });
    const [found] = findPictures(db, { shownFrom: 'a', urls: [server.urlOf('/good.png')] });
    expect(found?.stored).toMatchObject({ sha256: sha256Of(picture) });
  });
});
