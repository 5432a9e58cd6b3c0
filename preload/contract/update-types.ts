import type { Failure } from './failure.ts';
import type { InterfaceLanguage } from './settings-types.ts';

/** How an Offprint came onto this machine, which says how it can be replaced. `folder`: unpacked by hand from an archive. */
export type PackageKind = 'nsis' | 'appimage' | 'mac' | 'deb' | 'rpm' | 'folder' | 'development';

/** What the reader wants done about new versions. `off`: nothing is asked for, ever, but by the reader's own hand. */
export type UpdateChoice = 'off' | 'notify' | 'automatic';

export interface UpdateRelease {
  readonly version: string;
  /** ISO 8601, UTC: when the release was signed. */
  readonly issuedAt: string;
  readonly bytes: number;
  /** Plain text; a language may be missing. */
  readonly notes: Readonly<Partial<Record<InterfaceLanguage, string>>>;
}

export type UpdateState =
  /** `checkedAt`: ISO 8601, UTC, of the last answer that said there is nothing newer; null where none was ever had. */
  | { readonly kind: 'idle'; readonly checkedAt: string | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'available'; readonly release: UpdateRelease }
  | { readonly kind: 'downloading'; readonly release: UpdateRelease; readonly receivedBytes: number }
  /** The verified file lies at `file`. */
  | { readonly kind: 'ready'; readonly release: UpdateRelease; readonly file: string }
  /** `release`: what it was about, where that was known. */
  | { readonly kind: 'failed'; readonly release: UpdateRelease | null; readonly failure: Failure };

export interface UpdateStatus {
  readonly version: string;
  readonly choice: UpdateChoice;
  readonly packageKind: PackageKind;
  /** Whether the application can put a new version in its own place; else the reader is told how to. */
  readonly canInstall: boolean;
  /** Places that the reader named; asked first, in this order. */
  readonly mirrors: readonly string[];
  /** Whether there is any place to ask at all. */
  readonly hasMirror: boolean;
  readonly state: UpdateState;
}
