import type { DayInText } from './find-days.ts';

/** Of the text: a byline in brackets stands here or nowhere. */
const headLength = 600;
/** Captions and a subtitle may stand above it. */
const linesAbove = 6;
const bracketed = /[【[〖]([^】\]〗\n]{2,60})[】\]〗]/gu;
/** Words that stand in brackets in front of a day, or of 讯, and are no publisher. */
const otherWords =
  /^(?:(?:最[新后後近初]|本文)*(?:更新|修[订訂改]|[发發][布佈表]|[编編]者?按|[编編]者[注註]|[注註]释?|[时時][间間]|日期|[写寫作刊]|原[载載]|首[发發]|[转轉][载載]|截[至止]|[纪紀]念|回[顾顧]|[摄攝]|[图圖]|突[发發]|直播|[滚滾][动動]|重磅|[独獨]家|[组組][图圖]|[视視][频頻]|公告|通[知告]|消息|最[新后後近])(?:[时時][间間]|日期|[于於在至])?|自|[从從][于於]?|[于於在至到]|本[报報台臺社网網刊站]|(?:最新)?[快短简簡资資通喜音电電视視][讯訊]?|(?:last |latest |first )?(?:updated?|posted|published|revised|written|breaking|notes?|editor['’]s note|news flash|archived?|accessed|retrieved|date)(?: (?:on|at))?|on|in|at|by|since|until|till|from|after|before|as of)\s*[:：]?$/iu;
/** Latin words of a name are capitalised, but for these. */
const plainWord = /(?<![\p{L}\p{N}.'’-])(?!(?:of|the|and|for|de|la|le|du|des|del|di|der|die|das|et|y)\s)\p{Ll}{2,}/u;
const ownName = /^\s*本[报報台臺社网網刊站]/u;
const time = String.raw`(?:\d{1,2}\s*[:：时時点點]\s*(?:\d{1,2}分?)?(?:[:：]\d{2})?)`;
const end = new RegExp(
  String.raw`^\s*(?:${time}\s*)?(?:[\p{L}·、 ]{0,20}[讯訊电電]|(?:综合|綜合)?(?:报道|報道|报导|報導|消息)|[刊版]|[发發][布佈表]|首[发發])?\s*$`,
  'u',
);
const dateline = /^\s*[讯訊电電]?$/u;

/** Whether a byline can begin with it: the name of a publisher, perhaps with that of a reporter. */
export function canBePublisher(words: string): boolean {
  const name = words.replace(/[\s,，|｜·/／]+$/u, '').trim();
  return (
    name.length >= 2 && name.length <= 30 && !/[。！？；，!?;,]/u.test(name) && !otherWords.test(name) && !plainWord.test(name)
  );
}

/**
 * The day of a byline in brackets: `【晨报2021年6月16日讯】`. It begins one of the first lines; elsewhere in the head it
 * consists of a name, a day and 讯 or 电 at most, for in brackets stand other days as well.
 */
export function bracketedDay(text: string, read: (inside: string) => DayInText | null): string | null {
  const head = text.slice(0, headLength);
  for (const match of head.matchAll(bracketed)) {
    const found = read(match[1] ?? '');
    if (found === null) continue;
    const above = head.slice(0, match.index);
    const isFirstOfLine = above.slice(above.lastIndexOf('\n') + 1).trim() === '' && above.split('\n').length <= linesAbove;
    const isNamed = canBePublisher(found.before) || ownName.test(found.before);
    if (isFirstOfLine ? (isNamed || found.before.trim() === '') && end.test(found.after) : isNamed && dateline.test(found.after))
      return found.day;
  }
  return null;
}
