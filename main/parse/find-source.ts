import { publishers } from './publishers.ts';

const headLength = 400;
/** The name in front of the day in a bracketed byline: `【晨报2021年6月16日讯】`. */
const bracketed =
  /[【〖]\s*([\p{Script=Han}\p{Script=Latin}][\p{L}\p{N} ·]{0,15}?)\s*(?:(?:\d{4}|[零〇○一二三四五六七八九]{4})\s*年|\d{1,2}\s*月|\d{4}[-/.]|[一二三四五六七八九十]{1,3}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|[訊讯电電][】〗])/iu;
const numberHost = /^[\d.]+$|^\[/u;
const secondLevel: ReadonlySet<string> = new Set(['com', 'net', 'org', 'gov', 'edu', 'co', 'ac', 'or', 'ne', 'go', 'gob', 'idv']);

const byAlias: ReadonlyMap<string, string> = new Map(
  publishers.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((alias) => [alias, name])),
);
const byAddress: ReadonlyMap<string, string> = new Map(
  publishers.flatMap(({ name, addresses }) => addresses.map((address) => [address, name])),
);

/** The publisher: by its address if that is known, by the byline, by what the page states, by the host's own name. */
export function sourceOf(page: {
  readonly originalUrl: string | null;
  readonly text: string;
  readonly stated: string | null;
}): string | null {
  const url = page.originalUrl === null ? null : readUrl(page.originalUrl);
  return (
    (url === null ? null : knownPublisher(url)) ??
    bylinePublisher(page.text) ??
    statedSource(page.stated) ??
    (url === null ? null : siteName(url.hostname))
  );
}

function readUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Tries `a.b.example/x`, `b.example/x`, `example/x`, then the same without the path. */
function knownPublisher(url: URL): string | null {
  const labels = url.hostname.split('.');
  const [, folder = ''] = url.pathname.split('/');
  for (const suffix of folder === '' ? [''] : [`/${folder}`, '']) {
    for (let start = 0; start < labels.length - 1; start++) {
      const name = byAddress.get(labels.slice(start).join('.') + suffix);
      if (name !== undefined) return name;
    }
  }
  return null;
}

function bylinePublisher(text: string): string | null {
  const [, name] = bracketed.exec(text.slice(0, headLength)) ?? [];
  return name === undefined ? null : (byAlias.get(name) ?? name);
}

function statedSource(stated: string | null): string | null {
  if (stated === null) return null;
  const url = /^https?:/u.test(stated) ? readUrl(stated) : null;
  return url === null ? (byAlias.get(stated) ?? stated) : (knownPublisher(url) ?? siteName(url.hostname));
}

/** The part of a host that a publisher registers, as far as that shows without a list of suffixes. */
export function siteName(host: string): string {
  if (numberHost.test(host)) return host;
  const labels = host.split('.');
  const isLong = labels.length > 2 && secondLevel.has(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isLong ? -3 : -2).join('.');
}
