import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type Library, openLibrary } from '#main/library/library.ts';
import {
  defaultNetwork,
  keepNetwork,
  readKeptNetwork,
  type SecretKeeper,
  sealNetwork,
  unsealNetwork,
} from '#main/library/network-setting.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

const keeper: SecretKeeper = {
  seal: (text) => Buffer.from(text).toString('hex'),
  unseal: (sealed) => (/^[\da-f]+$/u.test(sealed) ? Buffer.from(sealed, 'hex').toString() : null),
};
const setting: NetworkSetting = {
  proxy: { kind: 'socks5', host: 'proxy.example', port: 1080, username: 'reader', password: 'secret' },
  extraCaFile: '/etc/office.pem',
};

let library: Library;
beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

it('is the one of the system where nothing was set', () => {
  expect(readKeptNetwork(library)).toEqual(defaultNetwork);
  expect(unsealNetwork(defaultNetwork, keeper)).toEqual({ proxy: { kind: 'system' }, extraCaFile: null });
});

it('comes back as it was kept, and its password is nowhere in the clear where there is a keychain', () => {
  keepNetwork(library, sealNetwork(setting, keeper));
  expect(unsealNetwork(readKeptNetwork(library), keeper)).toEqual(setting);
  expect(JSON.stringify(readSetting(library.reader, 'network'))).not.toContain('secret');
});

it('keeps the password as it is where there is no keychain', () => {
  keepNetwork(library, sealNetwork(setting, null));
  expect(unsealNetwork(readKeptNetwork(library), null)).toEqual(setting);
});

it('loses a password that nobody here can open, and nothing else', () => {
  keepNetwork(library, { ...sealNetwork(setting, keeper), sealedPassword: 'sealed elsewhere' });
  const { proxy } = unsealNetwork(readKeptNetwork(library), keeper);
  expect(proxy).toEqual({ kind: 'socks5', host: 'proxy.example', port: 1080, username: 'reader' });
  expect(unsealNetwork(sealNetwork(setting, keeper), null).proxy).not.toHaveProperty('password');
});

it('is sealed only where there is a password', () => {
  const without: NetworkSetting = { proxy: { kind: 'pac', url: 'file:///proxy.pac' }, extraCaFile: null };
  expect(sealNetwork(without, keeper)).toEqual({ ...without, sealedPassword: null });
});

it.each([
  'nonsense',
  { proxy: { kind: 'carrier-pigeon' }, extraCaFile: null, sealedPassword: null },
  { proxy: { kind: 'http', host: '', port: 0 }, extraCaFile: null, sealedPassword: null },
  { proxy: { kind: 'none' } },
])('that cannot be understood is a failure, never "no proxy": %j', (value) => {
  writeSetting(library.reader, 'network', value);
  expect(() => readKeptNetwork(library)).toThrow('set it again');
});
