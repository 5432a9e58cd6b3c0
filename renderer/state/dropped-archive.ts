/** What was dropped, as far as it can be told before anything is read. */
export type Dropped =
  | { readonly kind: 'archive'; readonly origin: string }
  | { readonly kind: 'several' }
  /** Holds no archive, or lies nowhere: what it is called. */
  | { readonly kind: 'refused'; readonly name: string };

export interface DroppedEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Empty where it lies nowhere on this machine. */
  readonly path: string;
}

const packed = /\.(?:zip|tar|tar\.gz|tgz|bundle)$/iu;

/** `text`: what was dropped in place of files, as `text/uri-list` or plain text. */
export const readDropped = (entries: readonly DroppedEntry[], text: string): Dropped => {
  const [entry, second] = entries;
  if (second) return { kind: 'several' };
  if (entry) {
    const isArchive = entry.path !== '' && (entry.isFolder || packed.test(entry.name));
    return isArchive ? { kind: 'archive', origin: entry.path } : { kind: 'refused', name: entry.name };
  }
  const [link = '', other] = text.split(/\r?\n/u).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (other !== undefined) return { kind: 'several' };
  const origin = link.trim();
  return /^https?:\/\/[^\s/]/iu.test(origin) ? { kind: 'archive', origin } : { kind: 'refused', name: origin.slice(0, 80) };
};
