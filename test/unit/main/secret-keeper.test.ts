import { expect, it } from 'vitest';
import { type SystemKeychain, systemSecrets } from '#main/secret-keeper.ts';

/** Stands for the system's keychain: it is the edge of what can be tried here. */
function safeStorage(backend: string, isAvailable = true): SystemKeychain {
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text, 'utf16le').swap16(),
    decryptString: (bytes) => {
      if (bytes.length < 12) throw new Error('not mine');
      return Buffer.from(bytes).swap16().toString('utf16le');
    },
  };
}

it('seals and opens with a real keychain', () => {
  const secrets = systemSecrets(safeStorage('gnome_libsecret'), 'linux');
  const sealed = secrets?.seal('secret') ?? '';
  expect(sealed).not.toContain('secret');
  expect(secrets?.unseal(sealed)).toBe('secret');
});

it('says nothing of what it cannot open', () => {
  expect(systemSecrets(safeStorage('kwallet6'), 'linux')?.unseal('AAAA')).toBe(null);
});

it.each(['basic_text', 'unknown'])('takes %s for no keychain at all', (backend) => {
  expect(systemSecrets(safeStorage(backend), 'linux')).toBe(null);
});

it('is not there where the system offers no encryption', () => {
  expect(systemSecrets(safeStorage('gnome_libsecret', false), 'linux')).toBe(null);
  expect(systemSecrets(safeStorage('', true), 'darwin')).not.toBe(null);
});
