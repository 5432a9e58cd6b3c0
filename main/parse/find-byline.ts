import { reportersIn, tidyNames } from './tidy-names.ts';
import { westernByline } from './western-byline.ts';

/** A caption of a few hundred characters may stand above the byline. */
const headLength = 800;
const tailLength = 200;
const reporterWord = /[记記]者|通[讯訊][员員]|报道|報道|报导|報導/u;
/** `（晨报记者林远台北报导）`, `〔記者林遠／台北報導〕`. */
const bracketedReporter = /[（(〔[【]\s*([^（）()〔〕[\]【】\n。！？]{2,60})[）)〕\]】]/gu;
const reporter =
  /^(.{0,24}?)(?:[记記]者|通[讯訊][员員]|特[约約](?:撰稿人?|作者))(?![们們问問说說称稱会會节節证證])\s*[:：]?(.*)$/su;
const reportedOnly = /^([\p{Script=Han}·、 ]{2,24}?)(?:综合|綜合|采访|採訪|编译|編譯)*(?:报道|報道|报导|報導)$/u;
const organisation = /[社报報网網台臺刊讯訊部站]$|^(?:据|據|本|综合|綜合|有关|有關|媒体|媒體|外媒)/u;
/** Who took the picture, and reporters that are spoken of. */
const notWriting = /[摄攝]\s*$|^[图圖]|提供|[一这這那几幾两兩名位个個的是]\s?[记記]者/u;
/** `本报记者 林远 周岚` on a line of its own; `记者林远／台北报导`. */
const reporterLine =
  /(?:^|\n)\s*(?:(?:本|[\p{Script=Han}]{1,8})[报報台臺社刊网網])?(?:[记記]者|通[讯訊][员員])\s*[:：]?\s*([\p{Script=Han}·、 ／/\d日]{2,40})(?=\n|$)/u;
const label =
  /(?:^|\n|[。】）)]\s*)[【（(]?(?:(?:作者|撰文|撰稿|执笔|執筆)(?:】|\s*[:：/／|])\s*|(?:作者|撰文)[ \u3000]+(?=(?:\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6}){0,2}|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:[、，,&和][\p{Script=Han}·]{2,6})*\s*(?:\n|$|[|｜】）)]|\s\S{1,6}[:：]|\s\d))|(?:本[报報台臺社])?[记記]者\s*[:：]\s*|(?:Authors?|Written by|Words by|Story by)\s*[:：]\s*(?=\p{Lu})|(?:Autor|Auteur|Автор)\s*:\s*)([^\n。，,（()）]{2,60})/u;
/** The bare word stands in front of other things as well: names alone fill the line. */
const textBy = /(?:^|\n|[】）)]\s*)[（(]?图?文\s*[/／:：|｜]\s*([^\n。，,：:！？!?（()）]{2,40})(?=[）)\n]|$)/u;
const labelWord = /作者|撰[文稿]|[执執][笔筆]|[记記]者|文\s*[/／:：|｜]|Author|[Bb]y|Aut[eo]u?r|Автор/u;
const reportedBy = /[(（](?:Reported|Written|Text)\s+by\s+([^()（）\n]{2,60})[)）]/iu;

/** Who wrote it, by the names alone, or the office that did; null where the page does not say. */
export function bylineOf(text: string, stated: string | null): string | null {
  if (stated !== null) return stated;
  const head = text.slice(0, headLength);
  return (
    (reporterWord.test(head) ? reporterIn(head) : null) ??
    labelledIn(head) ??
    (/(?:[Bb]y|BY|Von|Par|Por)\b/u.test(head) ? tidied(westernByline(head) ?? undefined) : null) ??
    (text.length > headLength ? labelledIn(text.slice(-tailLength)) : null)
  );
}

function labelledIn(part: string): string | null {
  if (!labelWord.test(part)) return null;
  return tidied(label.exec(part)?.[1]) ?? tidied(textBy.exec(part)?.[1]) ?? tidied(reportedBy.exec(part)?.[1]);
}

function tidied(raw: string | undefined): string | null {
  return raw === undefined ? null : tidyNames(raw);
}

function reporterIn(head: string): string | null {
  for (const [, inside = ''] of head.matchAll(bracketedReporter)) {
    const names = namesInBrackets(inside.trim());
    if (names !== null) return names;
  }
  const [, line] = reporterLine.exec(head) ?? [];
  return line === undefined ? null : reportersIn(line);
}

function namesInBrackets(inside: string): string | null {
  if (!reporterWord.test(inside) || notWriting.test(inside)) return null;
  const [, before = '', after] = reporter.exec(inside) ?? [];
  if (after === undefined) {
    const names = reportersIn(reportedOnly.exec(inside)?.[1] ?? '');
    return names === null || names.length > 24 || organisation.test(names) ? null : names;
  }
  if (!after.startsWith('站')) return reportersIn(after);
  const names = reportersIn(after.slice(1));
  return names ?? (before === '' ? null : `${before}${inside.slice(before.length, before.length + 3)}`);
}
