export interface OutsideAddress {
  /** As the network sees it: a name in another script than Latin is in Punycode, so that a look-alike is seen for what it is. */
  readonly host: string;
  readonly text: string;
  readonly isMail: boolean;
}

/** null for what cannot be opened outside: no address, or neither web nor mail. */
export const outsideAddress = (url: string): OutsideAddress | null => {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol === 'mailto:') return { host: parsed.pathname.split('@').at(-1) ?? '', text: parsed.href, isMail: true };
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  return { host: parsed.host, text: parsed.href, isMail: false };
};
