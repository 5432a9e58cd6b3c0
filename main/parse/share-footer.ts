import { consistsOfLinks, isNavigationRow, isRuleLine } from './navigation-row.ts';

export interface CutPage {
  readonly content: readonly string[];
  readonly originalUrl: string | null;
  readonly ownUrl: string | null;
  readonly hasFooter: boolean;
}

/** What may stand around a label is bounded: a long run of such marks must not be read again from each of them. */
const originalLabel =
  /(?:原文(?:地址|链接|連結|鏈接|网址|網址|出处|出處|标题|標題)?|Original(?: article| link| source)?|来源链接|來源連結)\s{0,40}(?:[（(][^（()）\n]{0,100}[）)]\s{0,40})?[:：]\s{0,40}(?:(?:<a\b[^<>]{0,500}?href=["']?|\[[^[\]\n]{0,300}\]\(|<)\s{0,40})?(https?:\/\/[^\s<>"')\]]+)/iu;
const emptyLine = /^(?:\s|<br\s*\/?>|&nbsp;)*$/iu;
const htmlRule = /^\s*<hr\b[^>]*>\s*$/iu;
const pixel = /^\s*<img\b[^>]*\b(?:width|height)\s*=\s*["']?[0-2](?:px)?["'\s/>][^>]*>(?:\s|<br\s*\/?>)*$/iu;
const label = /[:：]\s*(?:<br\s*\/?>)?\s*$/iu;
/** Longer lines are text, or made to keep a pattern busy. */
const lineLimit = 4_000;
const webAddress = /https?:\/\/[^\s<>"')]+/gu;

/** The address of the original, wherever a page states it. */
export function statedOriginal(text: string): string | null {
  return originalLabel.exec(text)?.[1] ?? null;
}

/**
 * Cuts what a mirror puts under an article: from the end upwards, as long as the lines are empty, rules, rows of links, the
 * page's own address with its picture code and the words that introduce it, the original's address, or a pixel.
 */
export function cutShareFooter(lines: readonly string[], path: string): CutPage {
  let end = lines.length;
  let ownUrl: string | null = null;
  let originalUrl: string | null = null;
  while (end > 0) {
    const line = lines[end - 1] ?? '';
    const original = statedOriginal(line);
    const own = line.length <= lineLimit && pixel.test(line) ? null : ownAddress(line, path);
    const isFound = ownUrl !== null || originalUrl !== null;
    if (original !== null) originalUrl = original;
    else if (own !== null) ownUrl = own;
    else if (!isFurniture(line, isFound) && !(ownUrl !== null && isLabelOf(line, lines[end] ?? '', path))) break;
    end--;
    if (isFound && htmlRule.test(line)) break;
  }
  const hasFooter = ownUrl !== null || originalUrl !== null;
  if (!hasFooter) end = lines.length;
  return { content: lines.slice(0, end), originalUrl: originalUrl ?? statedOriginal(lines.join('\n')), ownUrl, hasFooter };
}

/** Rows of links stand only below the addresses; above them is the article, which may end in links of its own. */
function isFurniture(line: string, isAboveAddresses: boolean): boolean {
  if (line.length > lineLimit) return false;
  if (emptyLine.test(line) || htmlRule.test(line) || isRuleLine(line) || pixel.test(line)) return true;
  return !isAboveAddresses && (isNavigationRow(line) || consistsOfLinks(line));
}

/** Words that end in a colon right above the page's own address. */
function isLabelOf(line: string, next: string, path: string): boolean {
  return line.length < 120 && label.test(line) && ownAddress(next, path) !== null;
}

/** The page's own address, if the line holds nothing else (apart from the picture that encodes it). */
function ownAddress(line: string, path: string): string | null {
  if (line.length > lineLimit) return null;
  const addresses = line.match(webAddress) ?? [];
  const rest = line
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(webAddress, '')
    .trim();
  const own = addresses.find((address) => endsWithPath(address, path));
  return own !== undefined && rest === '' ? own : null;
}

function endsWithPath(address: string, path: string): boolean {
  const plain = address.replace(/[?#].*$/su, '');
  try {
    return plain.endsWith(`/${path}`) || decodeURIComponent(plain).endsWith(`/${path}`);
  } catch {
    return false;
  }
}
