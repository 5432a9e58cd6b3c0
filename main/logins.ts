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
        await this.#rewrite((place) => Promise.resolve(openLogin(place)?.origin === origin ? splitLogin(place).url : place));
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
    const isToAdopt = (await this.#open()).length > 0 && this.#secrets() !== null;
    if (isToAdopt) await this.#rewrite((place) => this.takeOut(place));
  }

  /** Logins that stand in addresses of archives. */
  async #open(): Promise<readonly Login[]> {
    const { archives } = await this.#library.request('library.overview', {});
    return archives.flatMap(({ origin, mirrors }) => [origin, ...mirrors].flatMap((place) => openLogin(place) ?? []));
  }

  /** Writes the addresses anew that hold a login; the others are not touched. */
  async #rewrite(change: (place: string) => Promise<string>): Promise<void> {
    const { archives } = await this.#library.request('library.overview', {});
    for (const { id, origin, mirrors } of archives) {
      const places = [origin, ...mirrors];
      if (!places.some(holdsLogin)) continue;
      const origins = await Promise.all(places.map(change));
      await this.#library.request('archives.setOrigins', { archiveId: id, origins });
    }
  }

  async #keep(login: Login): Promise<KnownLogin> {
    const keeper = this.#secrets();
    const { origin, userName } = login;
    if (keeper) await this.#library.request('logins.keep', sealLogin(login, keeper));
    else this.#held.set(origin, login);
    return { origin, userName, kept: keeper ? 'encrypted' : 'memory' };
  }

  async #list(): Promise<readonly KnownLogin[]> {
    const kept = await this.#library.request('logins.kept', {});
    const known = new Map<string, KnownLogin>();
    const open = await this.#open();
    for (const { origin, userName } of kept) known.set(origin, { origin, userName, kept: 'encrypted' });
    for (const { origin, userName } of this.#held.values()) known.set(origin, { origin, userName, kept: 'memory' });
    // Said before all else of the same server: it is the one that the reader would want to end.
    for (const { origin, userName } of open) known.set(origin, { origin, userName, kept: 'open' });
    return [...known.values()].toSorted((one, other) => (one.origin < other.origin ? -1 : 1));
  }
}

const openLogin = (place: string): Login | null => (holdsLogin(place) ? splitLogin(place).login : null);
