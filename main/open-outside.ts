import type { Settings } from '#preload/contract/settings-types.ts';
import { ReportedFailure } from './failure.ts';

const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address to hand to the system, or 'not-allowed': only web and mail addresses leave the application, or none at all. */
export function outsideAddress(text: string, { isNeverOpeningLinks }: Pick<Settings, 'isNeverOpeningLinks'>): string {
  if (isNeverOpeningLinks) throw new ReportedFailure({ code: 'not-allowed', message: 'links are never opened: so it is set' });
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && allowedProtocols.has(url.protocol)) return url.href;
  throw new ReportedFailure({ code: 'not-allowed', message: 'this kind of address is not opened' });
}
