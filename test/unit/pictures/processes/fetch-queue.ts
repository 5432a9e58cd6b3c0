import { defaultFetchPolicy, fetchPictures } from '#main/pictures/fetch-pictures.ts';
import { createNodeHttpSender } from '#main/source/http/node-http.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openPicturesDatabase } from '#main/store/open.ts';

/** Fetches the queue of the library given, and says so when it is empty. */
const db = openPicturesDatabase(process.argv[2] ?? '', 'write');
const http = createNodeHttpSender(5_000, { bytesDown: 0, bytesUp: 0 }, directNetwork);
const run = await fetchPictures({
  db,
  http,
  userAgent: 'Mozilla/5.0',
  weakest: 'all',
  policy: defaultFetchPolicy,
  templates: [],
  privateHosts: new Set(['127.0.0.1']),
  resolveHost: null,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  nowMs: () => Date.now(),
  random: () => Math.random(),
});
http.close();
db.close();
process.stdout.write(JSON.stringify(run));
