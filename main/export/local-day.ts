import type { Day } from '#preload/contract/library-types.ts';

/** The day where the reader is: in the evening of one it can be another elsewhere. */
export function localDay(now: Date): Day {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
