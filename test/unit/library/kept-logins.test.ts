import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { dropLogin, keepLogin, readKeptLogins, sealLogin, unsealLogins } from '#main/library/kept-logins.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import type { SecretKeeper } from '#main/library/network-setting.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

const keeper: SecretKeeper = {
  seal: (text) => Buffer.from(text).toString('hex'),
  unseal: (sealed) => (/^[\da-f]+$/u.test(sealed) ? Buffer.from(sealed, 'hex').toString() : null),
};
const login = (origin: string, password: string) => ({ origin, userName: 'ann', password });

let library: Library;
beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

it('comes back as it was kept, one a server, and never stands in the clear', () => {
  keepLogin(library, sealLogin(login('https://a.example', 'first'), keeper));
  keepLogin(library, sealLogin(login('https://b.example', 'other'), keeper));
  keepLogin(library, sealLogin(login('https://a.example', 'second'), keeper));
  expect(unsealLogins(readKeptLogins(library), () => keeper)).toEqual([
    login('https://b.example', 'other'),
    login('https://a.example', 'second'),
  ]);
  expect(JSON.stringify(readSetting(library.reader, 'logins'))).not.toMatch(/first|second|other/u);
});

it('is gone when it was dropped', () => {
  keepLogin(library, sealLogin(login('https://a.example', 'first'), keeper));
  dropLogin(library, 'https://a.example');
  expect(readKeptLogins(library)).toEqual([]);
  expect(readSetting(library.reader, 'logins')).toBeUndefined();
});

it('that nobody here can open is left out, and the keychain is left alone where nothing is kept', () => {
  expect(unsealLogins([], () => expect.unreachable('nothing is kept'))).toEqual([]);
  const kept = [{ origin: 'https://a.example', userName: 'ann', sealedPassword: 'sealed elsewhere' }];
  expect(unsealLogins(kept, () => keeper)).toEqual([]);
  expect(unsealLogins(kept, () => null)).toEqual([]);
});

it('counts as none where what is kept cannot be understood', () => {
  writeSetting(library.reader, 'logins', { origin: 7 });
  expect(readKeptLogins(library)).toEqual([]);
});
