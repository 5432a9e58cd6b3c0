import type { Handlers } from '#main/ipc/handlers.ts';
import { sealLogin, unsealLogins } from '#main/library/kept-logins.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { holdsLogin, type Login, splitLogin } from '#main/source/http/credentials.ts';
import type { KnownLogin } from '#preload/contract/login-types.ts';
import type { NativeNetwork } from './native-network.ts';

type LoginCall = 'logins.list' | 'logins.keep' | 'logins.forget';

/**
 * What the reader told the application for servers that ask who is there. Without a keychain it is held in memory until the
 * application ends: it never stands unencrypted in a file.
 */
export class Logins {
  readonly #library: LibraryClient;
  readonly #secrets: NativeNetwork['secrets'];
  readonly #held = new Map<string, Login>();

  constructor(library: LibraryClient, secrets: NativeNetwork['secrets']) {
    this.#library = library;
    this.#secrets = secrets;
  }

  get handlers(): Pick<Handlers, LoginCall> {
    return {
      'logins.list': () => this.#list(),
      'logins.keep': (login) => this.#keep(login),
      'logins.forget': async ({ origin }) => {
        this.#held.delete(origin);
        await this.#library.request('logins.drop', { origin });
        return null;
      },
    };
  }

  /** As they are now, passwords and all. */
  async read(): Promise<readonly Login[]> {
    return [...this.#held.values(), ...unsealLogins(await this.#library.request('logins.kept', {}), this.#secrets)];
  }

  /** The address without the name and password that it may hold; these are kept as if the reader had signed in. */
  async takeOut(place: string): Promise<string> {
    if (!holdsLogin(place)) return place;
    const { url, login } = splitLogin(place);
    if (login) await this.#keep(login);
    return url;
  }

  /** Takes out of the library what an older version, or the command line, left there unencrypted; only where it can be encrypted. */
  async adopt(): Promise<void> {
    const { archives } = await this.#library.request('library.overview', {});
    const holding = archives.filter(({ origin, mirrors }) => [origin, ...mirrors].some(holdsLogin));
    if (holding.length === 0 || this.#secrets() === null) return;
    for (const { id, origin, mirrors } of holding) {
      const origins = await Promise.all([origin, ...mirrors].map((place) => this.takeOut(place)));
      await this.#library.request('archives.setOrigins', { archiveId: id, origins });
    }
  }

  async #keep(login: Login): Promise<KnownLogin> {
    const keeper = this.#secrets();
    const { origin, userName } = login;
    if (keeper) await this.#library.request('logins.keep', sealLogin(login, keeper));
    else this.#held.set(origin, login);
    return { origin, userName, isKept: keeper !== null };
  }

  async #list(): Promise<readonly KnownLogin[]> {
    const kept = await this.#library.request('logins.kept', {});
    const known = [
      ...[...this.#held.values()].map(({ origin, userName }) => ({ origin, userName, isKept: false })),
      ...kept.map(({ origin, userName }) => ({ origin, userName, isKept: true })),
    ];
    return known.toSorted((one, other) => (one.origin < other.origin ? -1 : 1));
  }
}
