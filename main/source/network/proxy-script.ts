import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createHttpClient } from '../http/http-client.ts';
import { createNodeHttpSender } from '../http/node-http.ts';
import { SourceFailure } from '../source.ts';
import type { Network } from './network.ts';
import { forPurpose } from './traffic.ts';

/** Asks a loaded script; the answer is a list as `readProxyList` reads it. Throws 'proxy-script-failed'. */
export type ProxyScript = (url: URL) => Promise<string>;

const maximumScriptBytes = 1024 * 1024;
const maximumLoadingMs = 60_000;
const stallTimeoutMs = 20_000;
const maximumRunMs = 1000;
const maximumMemoryBytes = 64 * 1024 * 1024;

/** Fetches and prepares a script. It is fetched over `straight`, through no proxy: it is what says where the proxy is. */
export async function loadProxyScript(address: string, straight: Network): Promise<ProxyScript> {
  try {
    const text = address.startsWith('file:')
      ? await readFile(fileURLToPath(address), 'utf8')
      : await fetchText(address, straight);
    return await prepareScript(text);
  } catch (error) {
    throw scriptFailure(error);
  }
}

async function fetchText(address: string, straight: Network): Promise<string> {
  const sender = createNodeHttpSender(stallTimeoutMs, { bytesDown: 0, bytesUp: 0 }, forPurpose(straight, 'proxy-script'));
  try {
    const answer = await createHttpClient(sender, 'offprint', []).request({
      method: 'GET',
      url: new URL(address),
      maximumBytes: maximumScriptBytes,
      signal: AbortSignal.timeout(maximumLoadingMs),
    });
    const chunks: Buffer[] = [];
    for await (const chunk of answer.body) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    sender.close();
  }
}

/**
 * Note: what a script can do. It runs in a JavaScript engine of its own (QuickJS), without files, network or clock beyond the
 * date, for at most a second and 64 MB. It is told the host and the scheme, never the path. It cannot have a name looked up:
 * `dnsResolve`, `isInNet` and `isResolvable` know addresses but answer for a name as if it did not exist, because asking the
 * network here for the name of what the reader is about to read is what the proxy is to prevent.
 */
async function prepareScript(text: string): Promise<ProxyScript> {
  const [{ QuickJS }, { createPacResolver }] = await Promise.all([import('quickjs-wasi'), import('pac-resolver')]);
  let endsAtMs = Date.now() + maximumRunMs;
  const engine = await QuickJS.create({ memoryLimit: maximumMemoryBytes, interruptHandler: () => Date.now() > endsAtMs });
  const find = createPacResolver(engine, text, { sandbox: scriptFunctions });
  return async (url) => {
    endsAtMs = Date.now() + maximumRunMs;
    try {
      // Whatever its types say, a script may answer anything.
      const answer: unknown = await find(`${url.origin}/`, url.hostname);
      return typeof answer === 'string' ? answer : '';
    } catch (error) {
      throw scriptFailure(error);
    }
  };
}

function scriptFailure(error: unknown): SourceFailure {
  if (error instanceof SourceFailure && (error.code === 'proxy-script-failed' || error.code === 'certificate-file-unusable'))
    return error;
  const isOurs = error instanceof SourceFailure;
  const reason = isOurs ? error.code : 'script';
  const words = error instanceof Error ? error.message : 'it cannot be used';
  return new SourceFailure('proxy-script-failed', `the proxy script failed: ${words.slice(0, 200)}`, { reason });
}

/** In place of the library's own, which look names up, open a connection to find this machine's address, or build patterns. */
const scriptFunctions = {
  alert: (): void => undefined,
  dnsResolve: (host: unknown): string | null => (isIP(String(host)) === 4 ? String(host) : null),
  isResolvable: (host: unknown): boolean => isIP(String(host)) === 4,
  isInNet: (host: unknown, pattern: unknown, mask: unknown): boolean => {
    const [address, start, bits] = [host, pattern, mask].map(addressNumber);
    return address !== undefined && start !== undefined && bits !== undefined && (address & bits) === (start & bits);
  },
  myIpAddress: (): string =>
    Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1',
  shExpMatch: (text: unknown, pattern: unknown): boolean => matchesGlob(String(text), String(pattern)),
};

function addressNumber(value: unknown): number | undefined {
  const text = String(value);
  return isIP(text) === 4 ? text.split('.').reduce((sum, part) => (sum << 8) | Number(part), 0) : undefined;
}

/** `*` is any text, `?` any one character. Never takes longer than the product of both lengths. */
function matchesGlob(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let starAt = -1;
  let retryAt = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      starAt = next++;
      retryAt = at;
    } else if (next < pattern.length && (pattern[next] === '?' || pattern[next] === text[at])) {
      at++;
      next++;
    } else if (starAt >= 0) {
      next = starAt + 1;
      at = ++retryAt;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(next));
}
