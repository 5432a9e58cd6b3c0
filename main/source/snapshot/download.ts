import { type FileHandle, open, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { loginsOf, splitLogin } from '../http/credentials.ts';
import { type ClientAnswer, createHttpClient, type HttpClient } from '../http/http-client.ts';
import type { HttpSender } from '../http/node-http.ts';
import type { SourceOptions } from '../source-options.ts';
import { SourceFailure } from '../source.ts';
import { diskFailure } from './disk-failure.ts';
import { makeTemporaryFolder } from './temporary-place.ts';
import { snapshotLimits } from './snapshot-entry.ts';
import { writeAll } from './write-all.ts';

export interface Download {
  readonly path: string;
  /** Deletes the file. */
  remove(): Promise<void>;
}

export interface DownloadErrand extends Pick<SourceOptions, 'userAgent' | 'network'> {
  readonly sender: HttpSender;
  readonly signal: AbortSignal;
}

interface Progress {
  bytes: number;
  /** What tells that the server still has the same file; null where it does not say. */
  validator: string | null;
}

const maximumBytes = snapshotLimits.maximumUnpackedBytes;
const maximumAttempts = 10;
const passing: ReadonlySet<string> = new Set(['connection-failed', 'timed-out', 'server-failed']);

/**
 * Brings a file of the web into a temporary one. Where the transfer breaks off it goes on from there, if the server can send
 * the rest and has the same file still; after an attempt that came no further it gives up.
 */
export async function download(address: string, { sender, userAgent, network, signal }: DownloadErrand): Promise<Download> {
  const { url, login } = splitLogin(address);
  const watch = watchAnswers(sender);
  const client = createHttpClient(watch.sender, userAgent, loginsOf(network, login));
  const folder = await makeTemporaryFolder('offprint-download-');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'snapshot');
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await receiveAll({ client, watch, url: new URL(url), file, signal });
    } finally {
      await file.close();
    }
  } catch (error) {
    await remove();
    throw diskFailure(error);
  }
  return { path, remove };
}

interface Errand {
  readonly client: HttpClient;
  readonly watch: AnswerWatch;
  readonly url: URL;
  readonly file: FileHandle;
  readonly signal: AbortSignal;
}

async function receiveAll(errand: Errand): Promise<void> {
  const progress: Progress = { bytes: 0, validator: null };
  for (let attempt = 1; ; attempt++) {
    const before = progress.bytes;
    try {
      await receive(errand, progress);
      return;
    } catch (error) {
      const isPassing = error instanceof SourceFailure && passing.has(error.code);
      if (!isPassing || progress.bytes <= before || attempt === maximumAttempts) throw error;
    }
  }
}

async function receive({ client, watch, url, file, signal }: Errand, progress: Progress): Promise<void> {
  const { bytes, validator } = progress;
  const range = bytes > 0 && validator !== null ? { range: `bytes=${bytes}-`, 'if-range': validator } : {};
  const headersToSend = { 'accept-encoding': 'identity', ...range };
  const answer = await client.request({ method: 'GET', url, headers: headersToSend, maximumBytes, signal });
  refuseWebPage(answer);
  const { status, headers } = watch.last();
  const isRest = status === 206 && headers['content-range']?.startsWith(`bytes ${progress.bytes}-`) === true;
  if (status === 206 && !isRest)
    throw new SourceFailure('bad-response', `${answer.url.hostname} sent another part than asked for`);
  if (!isRest) {
    progress.bytes = 0;
    await file.truncate(0);
  }
  if (progress.bytes + Number(headers['content-length'] ?? 0) > maximumBytes) {
    answer.discard();
    throw tooLarge(url);
  }
  progress.validator = validatorOf(headers);
  for await (const chunk of answer.body) {
    await writeAll(file, chunk, progress.bytes);
    progress.bytes += chunk.length;
    if (progress.bytes > maximumBytes) throw tooLarge(url);
  }
}

/** Null also where the server packed the answer on its way: its parts are then not those of the file. */
function validatorOf(headers: IncomingHttpHeaders): string | null {
  if (headers['content-encoding'] !== undefined) return null;
  return headers.etag?.startsWith('"') === true ? headers.etag : (headers['last-modified'] ?? null);
}

function tooLarge(url: URL): SourceFailure {
  return new SourceFailure('too-large', `the file of ${url.hostname} is larger than ${maximumBytes} bytes`);
}

/** A page in place of a file: a login, a notice that it is gone, or a network that wants to be paid first. */
function refuseWebPage(answer: ClientAnswer): void {
  if (answer.contentType !== 'text/html') return;
  answer.discard();
  throw new SourceFailure('bad-response', `${answer.url.hostname} sent a web page in place of a snapshot`);
}

interface AnswerWatch {
  readonly sender: HttpSender;
  last(): { readonly status: number; readonly headers: IncomingHttpHeaders };
}

/** The client knows one good status and hands out no headers: 206 is shown to it as 200, and both are noted here. */
function watchAnswers(sender: HttpSender): AnswerWatch {
  let last: { status: number; headers: IncomingHttpHeaders } = { status: 0, headers: {} };
  return {
    last: () => last,
    sender: {
      async send(request) {
        const answer = await sender.send(request);
        last = { status: answer.status, headers: answer.headers };
        return answer.status === 206 ? { ...answer, status: 200 } : answer;
      },
      close: () => sender.close(),
    },
  };
}
