import { numberOf } from './chinese-number.ts';
import { firstString, type FrontMatter } from './front-matter.ts';

const highestNumber = 99_999;
const digits = String.raw`\d{1,5}`;
const chinese = '[零〇一二三四五六七八九十百千]{1,9}';
/** After the number: nothing more, or a mark; `第三期工程` goes on in words. */
const mark = String.raw`(?=\s*$|\s*[:：,，.。、|｜()（）[\]【】《》〈〉「」『』/／!！?？·•~～–—-])`;
const ending = String.raw`(?:${mark}|(?=\s))`;
const chineseIssue = new RegExp(String.raw`第\s*(${digits}|${chinese})\s*期${ending}`, 'u');
/** What comes in phases, courses or emissions, right before or after the number: `疫苗第三期（临床）`. */
const phased =
  '疫苗|疫苗的|临床|臨床|试验|試驗|实验|實驗|测试|測試|研究|工程|施工|建设|建設|项目|項目|计划|計劃|癌|肿瘤|腫瘤|患者|病|国债|國債|债券|債券|融资|融資|学员|學員|培训|培訓|补助|補助|地铁|地鐵';
const phasedBefore = new RegExp(String.raw`(?:${phased})[\p{Script=Han}]{0,2}\s*[（(]?\s*$`, 'u');
const phasedAfter = new RegExp(String.raw`^[\s（(]*(?:${phased})`, 'u');
const chineseSeries = /[刊报報志誌]\s*[（(【|｜—–-]?\s*$/u;
const series = 'weekly|newsletter|digest|bulletin|magazine|journal|gazette|review|letter|notes|vol(?:ume)?\\.?\\s*\\d+';
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`\bissue\s*(?:№|no\.|number\s)\s*(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`\b(?:${series})\s*[,，:：|(（–—-]?\s*issue\s*#\s*(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`(?:^|[,，:：|(（–—-]\s*)issue\s*#\s*(\d{1,3})${ending}`, 'iu'),
  new RegExp(String.raw`(?:^|[,，:：|(（–—-]\s*|\b(?:${series})\s*,?\s*)issue\s+(${digits})${ending}`, 'iu'),
  new RegExp(String.raw`\b(?:Issue|ISSUE)\s+(${digits})${mark}`, 'u'),
  new RegExp(String.raw`(?:^|[,，:：|(（–—-]\s*|\b(?:${series})\s*,?\s*)(?:no\.|№)\s*(${digits})${mark}`, 'iu'),
  new RegExp(String.raw`\b(?:${series})\s*[,，:：|(（–—-]?\s*number\s*(${digits})${mark}`, 'iu'),
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
  const stated = statedNumber(firstString(page.frontMatter, ['issue', 'issue_number', '期号', '期號', '期数', '期數']));
  const found = numberInTitle(page.title) ?? numberInName(page.path);
  const bare = statedNumber(firstString(page.frontMatter, ['number']));
  return stated ?? (found !== null || isOfSeries(page.frontMatter) ? (bare ?? found) : null);
}

/** Without it `number` can be that of anything: a chapter, a house, a request for comments. */
function isOfSeries(frontMatter: FrontMatter): boolean {
  const kind = firstString(frontMatter, ['layout', 'type', 'kind', 'collection']) ?? '';
  return (
    /^(?:issues?|newsletters?|weekly|digests?|bulletins?|magazines?)$/iu.test(kind) ||
    firstString(frontMatter, ['volume']) !== null
  );
}

function statedNumber(stated: string | null): number | null {
  if (stated === null || stated.length > longestStatement) return null;
  const [, bare] = new RegExp(`^#?\\s*(${digits})$`, 'u').exec(stated) ?? [];
  return bare === undefined ? numberInTitle(stated) : counted(bare);
}

function numberInTitle(title: string): number | null {
  if (!cheapSign.test(title)) return null;
  const issue = chineseIssue.exec(title);
  if (issue !== null) return isPhase(title, issue) ? null : counted(issue[1]);
  for (const pattern of patterns) {
    const number = counted(pattern.exec(title)?.[1]);
    if (number !== null && !isYear(number)) return number;
  }
  return null;
}

function isPhase(title: string, { index, 0: whole }: RegExpExecArray): boolean {
  const before = title.slice(0, index);
  return !chineseSeries.test(before) && (phasedBefore.test(before) || phasedAfter.test(title.slice(index + whole.length)));
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
