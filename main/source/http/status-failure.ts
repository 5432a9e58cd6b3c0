import type { IncomingHttpHeaders } from 'node:http';
import { SourceFailure } from '../source.ts';

const defaultRetryAfterSeconds = 60;

/** `Retry-After` is a number of seconds or a date. */
function retryAfterSeconds(header: string | undefined): number {
  if (header === undefined) return defaultRetryAfterSeconds;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const untilMs = Date.parse(header);
  return Number.isNaN(untilMs) ? defaultRetryAfterSeconds : Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));
}

/** `origin` tells where a login is wanted; it may be another server than the one that was asked first. */
export function failForLogin({ hostname: host, origin }: URL, isRefused: boolean): never {
  const message = isRefused ? `${host} does not accept the login` : `${host} asks for a login`;
  throw new SourceFailure('origin-needs-login', message, { host, status: 401, origin, login: isRefused ? 'refused' : 'missing' });
}

/** Throws what a status other than 200 or a redirect means. */
export function failForStatus(status: number, headers: IncomingHttpHeaders, host: string): never {
  const details = { host, status };
  if (status === 401) throw new SourceFailure('origin-needs-login', `${host} asks for a login`, details);
  if (status === 403 || status === 451) throw new SourceFailure('origin-forbidden', `${host} does not give this out`, details);
  if (status === 404 || status === 410)
    throw new SourceFailure('origin-not-found', `${host} has nothing at this address`, details);
  if (status === 429) {
    const seconds = retryAfterSeconds(headers['retry-after']);
    throw new SourceFailure('too-many-requests', `${host} asks to wait ${seconds} s`, { ...details, retryAfterSeconds: seconds });
  }
  if (status >= 500) throw new SourceFailure('server-failed', `${host} failed with status ${status}`, details);
  throw new SourceFailure('bad-response', `${host} answered with status ${status}`, details);
}
