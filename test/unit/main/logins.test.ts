import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Library, openLibrary } from '#main/library/library.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { SecretKeeper } from '#main/library/network-setting.ts';
import { type LibraryRequestName, libraryRequests } from '#main/library/requests.ts';
import { addArchive, readArchiveOrigins } from '#main/library/subscriptions.ts';
import { Logins } from '#main/logins.ts';
import { readSetting } from '#main/store/reader/settings.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

const keeper: SecretKeeper = {
  seal: (text) => Buffer.from(text).toString('hex'),
  unseal: (sealed) => Buffer.from(sealed, 'hex').toString(),
};

let library: Library;
let client: LibraryClient;
beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  client = {
    request: async (name: LibraryRequestName, input: never) => libraryRequests[name](opened, input, () => undefined),
    close: () => Promise.resolve(),
  } as unknown as LibraryClient;
  onTestFinished(() => opened.close());
});

const { signal } = new AbortController();
const login = { origin: 'https://git.example', userName: 'ann', password: 's3cret' };

describe('with a keychain', () => {
  it('a login outlives the application, encrypted', async () => {
    const logins = new Logins(client, () => keeper);
    expect(await logins.handlers['logins.keep'](login, signal)).toEqual({
      origin: login.origin,
      userName: 'ann',
      kept: 'encrypted',
    });
    expect(await new Logins(client, () => keeper).read()).toEqual([login]);
    expect(JSON.stringify(readSetting(library.reader, 'logins'))).not.toContain('s3cret');
  });

  it('an address loses the name and password that it holds', async () => {
    const logins = new Logins(client, () => keeper);
    expect(await logins.takeOut('https://ann:s3cret@git.example/a.git')).toBe('https://git.example/a.git');
    expect(await logins.takeOut('/home/ann@work/archive')).toBe('/home/ann@work/archive');
    expect(await logins.read()).toEqual([login]);
  });

  it('what an older version left in the clear is taken out of the library', async () => {
    const { id } = addArchive(library, 'https://ann:s3cret@git.example/a.git', { mirrors: ['https://b.example/a.git'] });
    const logins = new Logins(client, () => keeper);
    await logins.adopt();
    expect(readArchiveOrigins(library, id)).toEqual(['https://git.example/a.git', 'https://b.example/a.git']);
    expect(await logins.read()).toEqual([login]);
  });

  it('a login that is given up is known no more', async () => {
    const logins = new Logins(client, () => keeper);
    await logins.handlers['logins.keep'](login, signal);
    await logins.handlers['logins.forget']({ origin: login.origin }, signal);
    expect(await logins.handlers['logins.list']({}, signal)).toEqual([]);
  });
});

describe('without a keychain', () => {
  it('a login is held until the application ends, and stands in no file', async () => {
    const logins = new Logins(client, () => null);
    expect(await logins.handlers['logins.keep'](login, signal)).toMatchObject({ kept: 'memory' });
    expect(await logins.handlers['logins.list']({}, signal)).toEqual([{ origin: login.origin, userName: 'ann', kept: 'memory' }]);
    expect(await logins.read()).toEqual([login]);
    expect(readSetting(library.reader, 'logins')).toBeUndefined();
    expect(await new Logins(client, () => null).read()).toEqual([]);
  });

  it('an archive that works by what its address holds is left as it is', async () => {
    const address = 'https://ann:s3cret@git.example/a.git';
    const { id } = addArchive(library, address);
    await new Logins(client, () => null).adopt();
    expect(readArchiveOrigins(library, id)).toEqual([address]);
  });

  it('what stands in the address of an archive is said, and signing out takes it from there', async () => {
    const { id } = addArchive(library, 'https://ann:s3cret@git.example/a.git', { mirrors: ['https://eve:word@b.example/a.git'] });
    const logins = new Logins(client, () => null);
    expect(await logins.handlers['logins.list']({}, signal)).toEqual([
      { origin: 'https://b.example', userName: 'eve', kept: 'open' },
      { origin: 'https://git.example', userName: 'ann', kept: 'open' },
    ]);
    await logins.handlers['logins.forget']({ origin: login.origin }, signal);
    expect(readArchiveOrigins(library, id)).toEqual(['https://git.example/a.git', 'https://eve:word@b.example/a.git']);
    expect(await logins.handlers['logins.list']({}, signal)).toMatchObject([{ origin: 'https://b.example' }]);
  });
});
