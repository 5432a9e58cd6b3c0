/** Where a picture comes from: a page on the web, or a file of an archive. */
export interface PictureAddress {
  /** Of a file: its archive. Empty for an address on the web. */
  readonly archiveId: string;
  /** URL without fragment, user name and password, or path inside the archive. */
  readonly address: string;
  /** Scheme, host and port; empty for a file. */
  readonly origin: string;
}

/** `url` as an article's `pictures` hold it; `archiveId` is the archive of the page that the article is shown from. */
export function pictureAddress(archiveId: string, url: string): PictureAddress {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return { archiveId, address: url, origin: '' };
  const parsed = new URL(url);
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  return { archiveId: '', address: parsed.href, origin: parsed.origin };
}
