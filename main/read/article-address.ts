/** Origin of the documents in the article frame. No other host of the scheme serves HTML. */
export const articleOrigin = 'offprint-article://library';

const picturePrefix = 'offprint-article://picture/';

/** Where a stored picture is served: by 64 hexadecimal digits, and by nothing else. */
export function pictureAddress(sha256: string): string {
  return picturePrefix + sha256;
}

const requestPrefix = 'offprint-picture:';

/** A "link" that asks for the picture at an address rather than leading there. The window reads it. */
export function pictureRequest(url: string): string {
  return requestPrefix + url;
}

const linkPrefix = 'offprint-article://link/';

/** An address that is never loaded: it stands for "this link was followed" and is read by the main side. */
export function linkAddress(url: string): string {
  return linkPrefix + Buffer.from(url, 'utf8').toString('base64url');
}

/** The link that an address made by `linkAddress` stands for; undefined for any other address. */
export function followedLink(address: string): string | undefined {
  return address.startsWith(linkPrefix) ? Buffer.from(address.slice(linkPrefix.length), 'base64url').toString('utf8') : undefined;
}
