import type { SecretKeeper } from '#main/library/network-setting.ts';

/** Of Electron's `safeStorage` what every version of it has. */
export interface SystemKeychain {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

/** What Chromium calls encryption where there is no keychain: a password that everybody knows. */
const unsafeBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** The system's keychain; null where there is none that keeps anything secret. To be asked for when the application is ready. */
export function systemSecrets(keychain: SystemKeychain, platform: NodeJS.Platform): SecretKeeper | null {
  if (!keychain.isEncryptionAvailable()) return null;
  if (platform === 'linux' && unsafeBackends.has(keychain.getSelectedStorageBackend())) return null;
  return {
    seal: (text) => keychain.encryptString(text).toString('base64'),
    unseal: (sealed) => {
      try {
        return keychain.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
