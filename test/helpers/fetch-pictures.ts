import { onTestFinished } from 'vitest';
import { defaultFetchPolicy, fetchPictures, type FetchPicturesInput, type PictureRun } from '#main/pictures/fetch-pictures.ts';
import { createNodeHttpSender, type HttpSender } from '#main/source/http/node-http.ts';
import { directNetwork } from '#main/source/network/network.ts';
import type { WritableDb } from '#main/store/database.ts';
import { type PictureHandler, type PictureServer, startPictureServer } from './picture-server.ts';

/** As in the application, but that waiting takes no time worth speaking of. */
export const hurriedPolicy = {
  ...defaultFetchPolicy,
  firstRetryMs: 4,
  longestRetryMs: 8,
  longestRetryAfterMs: 40,
  longestTransferMs: 10_000,
  longestPauseMs: 1_000,
};

const stallTimeoutMs = 250;

/** Runs the queue against servers on this machine. */
export async function runQueue(db: WritableDb, given: Partial<FetchPicturesInput> = {}): Promise<PictureRun> {
  const http = createNodeHttpSender(stallTimeoutMs, { bytesDown: 0, bytesUp: 0 }, directNetwork);
  try {
    return await fetchPictures({
      db,
      http,
      userAgent: 'Mozilla/5.0',
      weakest: 'all',
      policy: hurriedPolicy,
      templates: [],
      privateHosts: new Set(['127.0.0.1']),
      resolveHost: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      nowMs: () => Date.now(),
      random: () => 0.5,
      ...given,
    });
  } finally {
    http.close();
  }
}

export async function pictureServer(handlers: Readonly<Record<string, PictureHandler>>): Promise<PictureServer> {
  const server = await startPictureServer(handlers);
  onTestFinished(() => server.close());
  return server;
}

/** A sender for which names of hosts on the web lead to servers of the test; others fail as a name that does not exist. */
export function sendingTo(hosts: Readonly<Record<string, PictureServer>>): HttpSender {
  const http = createNodeHttpSender(stallTimeoutMs, { bytesDown: 0, bytesUp: 0 }, directNetwork);
  onTestFinished(() => http.close());
  return {
    send: (request) => {
      const server = hosts[new URL('/', request.url).origin];
      const url = server ? new URL(request.url.pathname + request.url.search, server.origin) : request.url;
      return http.send({ ...request, url, headers: { ...request.headers, host: request.url.host } });
    },
    close: () => http.close(),
  };
}
