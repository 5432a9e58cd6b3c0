import { decodePart } from '../decode-part.ts';
import type { Network } from '../network/network.ts';

/** What the reader gave for a server: it is sent there and nowhere else, and never unprotected where it was given for https. */
export interface Login {
  /** Scheme, host and port, as `URL.origin` writes them. */
  readonly origin: string;
  readonly userName: string;
  readonly password: string;
}

/**
 * Whether something that a reader gave is a web address with a name or a password in it. As addresses are read, not as they are
 * written: `https:ann:secret@host` and `https:\\ann:secret@host` hold one as well.
 */
export function holdsLogin(place: string): boolean {
  if (!/^\s*https?:/iu.test(place) || !URL.canParse(place)) return false;
  const { username, password } = new URL(place);
  return username !== '' || password !== '';
}

/** An address without what it holds of a login, which may then be shown; the login is null where it holds none. */
export function splitLogin(address: string): { readonly url: string; readonly login: Login | null } {
  const url = new URL(address);
  const userName = decodePart(url.username);
  const password = decodePart(url.password);
  url.username = '';
  url.password = '';
  const login = userName === '' && password === '' ? null : { origin: url.origin, userName, password };
  return { url: url.href.replace(/\/+$/, ''), login };
}

/** A login that the reader gave goes before one that an address holds: it is newer. */
export function loginsOf({ logins = [] }: Pick<Network, 'logins'>, held: Login | null): readonly Login[] {
  return held === null ? logins : [...logins, held];
}

/** The first that is for this address. Where there is none, one that was given for http is for https of the same host as well. */
export function loginFor(url: URL, logins: readonly Login[]): Login | null {
  const secured = (origin: string): string => origin.replace(/^http:/u, 'https:');
  const isSecured = ({ origin }: Login): boolean =>
    URL.canParse(secured(origin)) && new URL(secured(origin)).origin === url.origin;
  return logins.find(({ origin }) => origin === url.origin) ?? logins.find(isSecured) ?? null;
}

export function authorization(login: Login | null): Readonly<Record<string, string>> {
  if (login === null) return {};
  const token = Buffer.from(`${login.userName}:${login.password}`).toString('base64');
  return { authorization: `Basic ${token}` };
}
