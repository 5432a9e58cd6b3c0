import { isAbsolute } from 'node:path';
import type { Log } from './log.ts';

/** The scheme of links that offer an archive: `offprint://add?origin=<address>&mirror=<address>`, `mirror` any number of times. */
export const offerScheme = 'offprint';

/** An archive that somebody else's link names. The reader is asked before anything is added or requested. */
export interface OfferedArchive {
  readonly origin: string;
  readonly mirrors: readonly string[];
}

const maximumMirrors = 20;
const maximumAddressLength = 1_000;
const maximumLinkLength = 20_000;

/** null for everything that is not exactly such a link: whoever wrote it is not known. */
export function readOffer(link: string): OfferedArchive | null {
  if (link.length > maximumLinkLength || !URL.canParse(link)) return null;
  const url = new URL(link);
  const isPlain = url.username === '' && url.password === '' && url.port === '' && url.hash === '';
  if (url.protocol !== `${offerScheme}:` || url.host !== 'add' || !/^\/?$/.test(url.pathname) || !isPlain) return null;
  const parameters = [...url.searchParams];
  if (!parameters.every(([name]) => name === 'origin' || name === 'mirror')) return null;
  const [origin, second] = url.searchParams.getAll('origin');
  const mirrors = url.searchParams.getAll('mirror');
  if (origin === undefined || second !== undefined || mirrors.length > maximumMirrors) return null;
  return [origin, ...mirrors].every(isOpenAddress) ? { origin, mirrors } : null;
}

/** Of the web, and without a name or password that the reader would send along unknowingly. */
function isOpenAddress(text: string): boolean {
  if (text.length > maximumAddressLength || /[\p{Cc}\s]/u.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text))
    return false;
  const { hostname, username, password } = new URL(text);
  return hostname !== '' && username === '' && password === '';
}

const archiveFile = /\.(?:bundle|offprint)$/iu;

/**
 * A file of an archive that the reader opened in a file manager: an absolute path, and one that looks like no link. The reader is
 * asked about it as about a link.
 */
export function readOpenedFile(argument: string): OfferedArchive | null {
  const isFile = argument.length <= maximumAddressLength && isAbsolute(argument) && archiveFile.test(argument);
  return isFile ? { origin: argument, mirrors: [] } : null;
}

export interface OfferBox {
  /** The arguments of this program or of a second one, or a link or file by itself. The first link or file is taken. */
  take(argv: readonly string[]): void;
  /** A window is there to show it: gets what waits, and what comes from now on. */
  open(deliver: (offer: OfferedArchive) => void): void;
  /** The window is gone. */
  close(): void;
}

/** A link may come before there is a window. Of several that wait the last is shown. */
export function createOfferBox(log: Log): OfferBox {
  let waiting: OfferedArchive | null = null;
  let deliver: ((offer: OfferedArchive) => void) | null = null;
  const flush = (): void => {
    if (!waiting || !deliver) return;
    deliver(waiting);
    waiting = null;
  };
  return {
    take: (argv) => {
      const link = argv.find(
        (argument) => argument.toLowerCase().startsWith(`${offerScheme}:`) || readOpenedFile(argument) !== null,
      );
      if (link === undefined) return;
      const offer = readOffer(link) ?? readOpenedFile(link);
      // What the link said is the reader's own affair.
      if (!offer) return log.write('link ignored', { length: link.length });
      waiting = offer;
      flush();
    },
    open: (wanted) => {
      deliver = wanted;
      flush();
    },
    close: () => {
      deliver = null;
    },
  };
}
