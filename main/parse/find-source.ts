import { canBePublisher } from './bracketed-byline.ts';
import { publishers } from './publishers.ts';

const headLength = 400;
/** Longer statements are addresses with much behind them, or sentences. */
const longestName = 300;
const tailLength = 200;
const sourceWord = /来源|來源|转自|轉自|Source/u;
/** On a line of its own, or among other labels: in the middle of words it is the source of a picture or of a number. */
const labelled =
  /(?:^|\n|\s)(?:(?:文章|新闻|新聞|稿件|信息)?(?:来源|來源)|转自|轉自|Source)\s*[:：]\s*([\p{Script=Han}\p{Script=Latin}][\p{L}\p{N}·.]{1,15}(?: \p{Lu}\p{L}+){0,3})(?=\s*(?:\n|$)|\s+\p{L}{2,6}\s*[:：]|\s+\d{4}|\s*[|｜])/u;
/** The name in front of the day in a bracketed byline: `【晨报2021年6月16日讯】`. */
const bracketed =
  /[【〖]\s*([\p{Script=Han}\p{Script=Latin}][\p{L}\p{N} ·]{0,15}?)\s*(?:(?:\d{4}|[零〇○一二三四五六七八九]{4})\s*年|\d{1,2}\s*月|\d{4}[-/.]|[一二三四五六七八九十]{1,3}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|[訊讯电電][】〗])/giu;
/** The name alone, if it is one of those that only publishers have: `【江海周报】`, not `【注意】`. */
const bracketedName = /[【〖]\s*([\p{Script=Han}·]{1,10}[报報社网網台臺刊])\s*[】〗]/u;
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
    statedSource(page.stated ?? labelledSource(page.text)) ??
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
  const head = text.slice(0, headLength);
  if (!/[【〖]/u.test(head)) return null;
  const named = [...head.matchAll(bracketed)].map(([, name = '']) => name).find((name) => canBePublisher(name));
  const name = named ?? bracketedName.exec(head)?.[1];
  return name === undefined || !canBePublisher(name) ? null : (byAlias.get(name) ?? name);
}

/** `来源：晨报` at the top or the end of the text. */
function labelledSource(text: string): string | null {
  for (const part of [text.slice(0, headLength), text.slice(-tailLength)]) {
    const [, name] = sourceWord.test(part) ? (labelled.exec(part) ?? []) : [];
    if (name !== undefined) return name.trim();
  }
  return null;
}

function statedSource(stated: string | null): string | null {
  if (stated === null || stated.length > longestName) return null;
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
