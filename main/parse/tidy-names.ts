import { placeNames } from './place-names.ts';

const nameLimit = 100;
/** Front matter may hold a book. */
const rawLimit = 500;
/** What no list of names holds. */
const sentence = /[。！？!?；;…]|https?:/u;
/** The next label on the same line: `作者：沈安 来源：晨报`, `| June 5, 2021`. */
const nextLabel = /\s+\p{L}[\p{L} ]{0,12}[:：].*$|\s*[|｜•·▪—–]\s.*$|\s+\d.*$/su;
const role =
  /,\s*(?:(?:Staff|Senior|Special|Contributing|Guest|Chief)\s+)?(?:Writer|Reporter|Correspondent|Editor|Contributor|Columnist)s?\b.*$/iu;
const edges = /^[\s:：/／|｜\-–—·,，、*_#＃]+|[\s:：/／|｜\-–—·,，、*_#＃（(【[]+$/gu;

/** Names as a page gives them, without what stands around them; null for what are no names. */
export function tidyNames(raw: string): string | null {
  const names = raw
    .slice(0, rawLimit)
    .replaceAll(/\s+/gu, ' ')
    .replace(nextLabel, '')
    .replace(role, '')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(edges, '');
  return names === '' || names.length > nameLimit || sentence.test(names) || !/\p{L}/u.test(names) ? null : names;
}

/** One value, or a list that is joined as its script joins names. */
export function joinNames(names: readonly string[]): string | null {
  const tidy = names.map((name) => tidyNames(name)).filter((name) => name !== null);
  const joined = tidy.join(/\p{Script=Han}/u.test(tidy.join('')) ? '、' : ', ');
  return joined === '' || joined.length > nameLimit ? null : joined;
}

const reportWords =
  /(?:综合|綜合|采访|採訪|编译|編譯|摘译|摘譯|述评|述評|特别|特別|独家|獨家|专题|專題|联合|聯合|撰写|撰寫|整理|连线|連線|报导|报道|報導|報道|来稿|來稿|供稿|消息|专电|專電|特稿|[电讯電訊]|\d{1,2}日|[\s/／|·]+)$/u;
const longestRun = 60;
/** No name is as long without a mark in it. */
const longestHan = /\p{Script=Han}{7}/u;

/** `林远、周岚台北综合报导` without the place and without what was done there; null where no name is left. */
export function reportersIn(raw: string): string | null {
  let rest = raw.slice(0, longestRun).trim();
  for (let shorter = rest.replace(reportWords, ''); shorter !== rest; shorter = rest.replace(reportWords, '')) rest = shorter;
  rest = rest.replace(/\s*[/／].*$/su, '').replaceAll(/\d{1,2}日/gu, '');
  const names = tidyNames(rest.slice(0, placeIn(rest)));
  return names === null || longestHan.test(names) ? null : names;
}

/** Where the first place begins; a single character in front of it is no name. */
function placeIn(text: string): number {
  const at = placeNames.map((name) => text.indexOf(name)).filter((index) => index === 0 || index > 1);
  return Math.min(text.length, ...at);
}
