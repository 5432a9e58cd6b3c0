import { dayWithin } from './find-days.ts';

const dateLineLength = 60;
const weekday = String.raw`(?:[（(]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)`;
const published = String.raw`(?:(?:last |first )?(?:published|posted|updated|written|date)(?: on)?|publié le|veröffentlicht am|publicado el|(?:发布|發布|發佈|发表|發表|更新|首发|首發|原载|原載|本文写|写|寫|作|刊)(?:[于於]|时间|時間|日期)?|日期|时间|時間)\s*[:：]?`;
const preposition = '(?:On|In|At|By|Since|Until|Till|From|After|Before|During|As|The)';
const person = String.raw`(?:By )?(?!${preposition}\b)\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}\s*[,|｜·•—–-]`;
/** Who wrote it, or where: `沈安 `, `沈安，`, `London, `. */
const author = String.raw`\p{Script=Han}{2,4}\s+|[\p{Script=Han}·]{2,10}\s*[,，|｜•/／]\s*|${person}`;
const beforeDay = new RegExp(
  String.raw`^[\s>*_]*[（(【[]?\s*(?:(?:${author})\s*)?(?:${published})?\s*(?:${weekday},?\s*)?(?:[Ll]e|[Aa]m|[Ee]l|[Ee]m|[Dd]en)?\s*$`,
  'u',
);
const beforeDayInAnyCase = new RegExp(String.raw`^\s*(?:${published})\s*(?:${weekday},?\s*)?$`, 'iu');
const clock = String.raw`\d{1,2}\s*[:：时時点點](?:\s*\d{1,2})?(?:[:：分]\s*\d{0,2})?(?:\.\d+)?秒?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:\(?[A-Z]{1,4}\)?|[+-]\d{2}:?\d{2})?`;
const nextLabel =
  '(?:作者|撰文|文|记者|記者|来源|來源|编辑|編輯|责编|責編|字号|字號|阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|分类|分類|标签|標籤|发布|發布|更新|by|By)';
const afterDay = new RegExp(
  String.raw`^\.?(?:\s*г\.?)?[\s,，]*(?:${weekday})?[\s,，T]*(?:${clock})?\s*(?:[)）】\]]|[讯訊电電]|[|｜·•/／].*|${nextLabel}[\s:：].*)?[\s*_]*$`,
  'u',
);

/** The day of a line that is hardly more than a day: with who, where and when, but never as part of a sentence. */
export function dayOfDateLine(line: string): string | null {
  if (line.length > dateLineLength || /[。！？]/u.test(line)) return null;
  const found = dayWithin(line);
  if (found === null || !afterDay.test(found.after)) return null;
  return beforeDay.test(found.before) || beforeDayInAnyCase.test(found.before) ? found.day : null;
}

/** What stands between a label and its day. */
const beforeLabelled = new RegExp(String.raw`^\s*(?:${weekday},?\s*)?$`, 'u');

/** The day right behind a label: "Date: Wednesday, June 16, 2021", not "Date of the events of June 4, 1989". */
export function dayAtStart(text: string): string | null {
  const found = dayWithin(text);
  return found !== null && beforeLabelled.test(found.before) ? found.day : null;
}
