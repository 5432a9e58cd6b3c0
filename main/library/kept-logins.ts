import * as v from 'valibot';
import type { Login } from '#main/source/http/credentials.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { Library } from './library.ts';
import type { SecretKeeper } from './network-setting.ts';

/** As it is kept in `reader.db`: the password is never there but encrypted. */
export interface KeptLogin {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly userName: string;
  readonly sealedPassword: string;
}

const keptLogins = v.array(v.object({ origin: v.string(), userName: v.string(), sealedPassword: v.string() }));

/** What cannot be understood counts as none: the server will ask, and the reader can say it again. */
export function readKeptLogins(library: Library): readonly KeptLogin[] {
  const parsed = v.safeParse(keptLogins, readSetting(library.reader, 'logins'));
  return parsed.success ? parsed.output : [];
}

/** Takes the place of what was kept of the server. */
export function keepLogin(library: Library, login: KeptLogin): void {
  const others = readKeptLogins(library).filter(({ origin }) => origin !== login.origin);
  writeSetting(library.reader, 'logins', [...others, login]);
}

export function dropLogin(library: Library, unwanted: string): void {
  const others = readKeptLogins(library).filter(({ origin }) => origin !== unwanted);
  writeSetting(library.reader, 'logins', others.length > 0 ? others : undefined);
}

export function sealLogin({ origin, userName, password }: Login, secrets: SecretKeeper): KeptLogin {
  return { origin, userName, sealedPassword: secrets.seal(password) };
}

/** Those that nobody here can open are left out. The keychain is not touched where nothing is kept in it. */
export function unsealLogins(kept: readonly KeptLogin[], secrets: () => SecretKeeper | null): readonly Login[] {
  const keeper = kept.length > 0 ? secrets() : null;
  return kept.flatMap(({ origin, userName, sealedPassword }) => {
    const password = keeper?.unseal(sealedPassword) ?? null;
    return password === null ? [] : [{ origin, userName, password }];
  });
}
