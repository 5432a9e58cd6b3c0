export interface PrivacySettings {
  /** The window's title then names neither the application nor what is read. */
  readonly isTitleNeutral: boolean;
  /** Addresses outside the library are then shown and can be copied, and are never opened. */
  readonly isNeverOpeningLinks: boolean;
  /** Hides the window from anywhere, and shows it again; null: no key does. */
  readonly quickHideKey: QuickHideKey | null;
}

/** As Electron writes keys. */
export const hideKeys = ['F8', 'F9', 'F12', 'CommandOrControl+Shift+H', 'Alt+Shift+H'] as const;
export type QuickHideKey = (typeof hideKeys)[number];

/** What was fetched from one host for one purpose since the application was started. */
export interface Connection {
  /** Name or address, with the port where it is not the usual one. */
  readonly host: string;
  /** `host:port` of the proxy that was talked to instead; null where none was. */
  readonly via: string | null;
  readonly purpose: ConnectionPurpose;
  readonly requests: number;
  readonly bytesDown: number;
  readonly bytesUp: number;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
}

export type ConnectionPurpose = 'archive' | 'pictures' | 'network-test' | 'proxy-script';
