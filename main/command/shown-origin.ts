import { redactUrl } from '#main/source/network/redact-url.ts';

/** An origin as it may stand on a screen or in a file: without the password it may hold. A path stays as it is. */
export const shownOrigin = (origin: string): string => (/^https?:/i.test(origin) ? redactUrl(origin) : origin);
