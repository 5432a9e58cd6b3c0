import type { Failure } from './failure.ts';

export type ProxyChoice =
  /** What the system says; where nobody can tell, what the environment says (`HTTPS_PROXY` and the like). */
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  | ManualProxy
  /** A script that chooses: `http:`, `https:` or `file:`. */
  | { readonly kind: 'pac'; readonly url: string };

export interface ManualProxy {
  /** `https`: the way to the proxy itself is protected. With each, names are looked up by the proxy and never here. */
  readonly kind: 'http' | 'https' | 'socks5';
  /** A name or an address; IPv6 with or without brackets. */
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
}

/** How the network is reached; one for everything that is fetched. */
export interface NetworkSetting {
  readonly proxy: ProxyChoice;
  /** Path of a file of certificates (PEM, one or several) that are trusted besides those the runtime trusts; null for none. */
  readonly extraCaFile: string | null;
}

/** The setting as it is in force. */
export interface NetworkState extends NetworkSetting {
  /** Whether the system's keychain encrypts the password; without one it is kept as it is. */
  readonly isPasswordEncrypted: boolean;
}

/** What a test of the network went through, in this order. */
export type NetworkStage = 'proxy' | 'name' | 'connect' | 'tls' | 'host' | 'archive';

export interface NetworkTestResult {
  /** The stage that failed, with why; null where all went well. */
  readonly failed: { readonly stage: NetworkStage; readonly failure: Failure } | null;
  readonly passed: readonly NetworkStage[];
  readonly milliseconds: number;
}
