/** Origin of the documents in the article frame. No other host of the scheme serves HTML. */
export const articleOrigin = 'offprint-article://library';

const linkPrefix = 'offprint-article://link/';

/** An address that is never loaded: it stands for "this link was followed" and is read by the main side. */
export function linkAddress(url: string): string {
  return linkPrefix + Buffer.from(url, 'utf8').toString('base64url');
}

/** The link that an address made by `linkAddress` stands for; undefined for any other address. */
export function followedLink(address: string): string | undefined {
  return address.startsWith(linkPrefix) ? Buffer.from(address.slice(linkPrefix.length), 'base64url').toString('utf8') : undefined;
}
