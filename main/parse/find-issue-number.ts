import { numberOf } from './chinese-number.ts';
import { firstString, type FrontMatter } from './front-matter.ts';

const highestNumber = 99_999;
const digits = String.raw`\d{1,5}`;
const chinese = '[零〇一二三四五六七八九十百千]{1,9}';
/** After the number: nothing more, or a mark; `第三期工程` goes on in words. */
const mark = String.raw`(?=\s*$|\s*[:：,，.。、|｜()（）[\]【】《》〈〉「」『』/／!！?？·•~～–—-])`;
const ending = String.raw`(?:${mark}|(?=\s))`;
const chineseIssue = new RegExp(String.raw`第\s*(${digits}|${chinese})\s*期${ending}`, 'u');
const series = 'weekly|newsletter|digest|bulletin|magazine|journal|gazette|review|letter|notes|vol(?:ume)?\\.?\\s*\\d+';
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`\bissue\s*(?:#|№|no\.|number\s)\s*(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`(?:^|[,，:：|(（–—-]\s*|\b(?:${series})\s*,?\s*)issue\s+(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`\bissue\s+(${digits})${mark}`, 'iu'),
  new RegExp(String.raw`(?:^|[,，:：|(（–—-]\s*|\b(?:${series})\s*,?\s*)(?:no\.|№|number)\s*(${digits})${mark}`, 'iu'),
  new RegExp(String.raw`\b(?:weekly|newsletter|digest|bulletin)\s*#?\s*(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`\bvol(?:\.|ume)\s*(${digits})${ending}`, 'iu'),
];
const cheapSign = /第|issue|no\.|№|number|weekly|newsletter|digest|bulletin|vol/iu;
const fileName = /(?:^|\/)(?:issue|vol|volume|newsletter|weekly)[-_ ]?0*(\d{1,5})\.[a-z]+$/iu;
const longestStatement = 100;
const years = { first: 1900, last: 2099 };

/** Of a series (12 for `第十二期`, "Issue #12"), as front matter, the title or the file's name gives it. */
export function issueNumberOf(page: {
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly path: string;
}): number | null {
  const stated = firstString(page.frontMatter, ['issue', 'issue_number', 'number', '期号', '期號', '期数', '期數']);
  return statedNumber(stated) ?? numberInTitle(page.title) ?? numberInName(page.path);
}

function statedNumber(stated: string | null): number | null {
  if (stated === null || stated.length > longestStatement) return null;
  const [, bare] = new RegExp(`^#?\\s*(${digits})$`, 'u').exec(stated) ?? [];
  return bare === undefined ? numberInTitle(stated) : counted(bare);
}

function numberInTitle(title: string): number | null {
  if (!cheapSign.test(title)) return null;
  const [, chineseNumber] = chineseIssue.exec(title) ?? [];
  if (chineseNumber !== undefined) return counted(chineseNumber);
  for (const pattern of patterns) {
    const number = counted(pattern.exec(title)?.[1]);
    if (number !== null && !isYear(number)) return number;
  }
  return null;
}

function numberInName(path: string): number | null {
  const number = counted(fileName.exec(path)?.[1]);
  return number === null || isYear(number) ? null : number;
}

function isYear(number: number): boolean {
  return number >= years.first && number <= years.last;
}

function counted(text: string | undefined): number | null {
  const number = text === undefined ? Number.NaN : numberOf(text);
  return number >= 0 && number <= highestNumber ? number : null;
}
