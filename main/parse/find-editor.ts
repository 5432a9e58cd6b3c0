import { tidyNames } from './tidy-names.ts';

const edgeLength = 400;
const editorWord = /[编編][辑輯]|[责責][编編]|主[编編]|edit(?:or|ed)/iu;
const han = String.raw`[\p{Script=Han}·]{2,6}`;
const labelled =
  /(?:^|[\n。！？”」）)】（(\s])(?:责任编辑|責任編輯|责编|責編|执行编辑|執行編輯|本文编辑|本文編輯|特约编辑|特約編輯)\s*(?:[:：/／|]\s*|[ \u3000]+)([^\n，。；（()）\]】#＃]{2,40})/u;
/** The bare word labels other things as well: only names may follow, and nothing after them. */
const plain = new RegExp(
  String.raw`(?:^|[\n（(【])\s*(?:文字)?(?:编辑|編輯|主编|主編)\s*[:：/／]\s*(${han}(?:[、，/& ]{1,2}${han}){0,3})\s*(?=[\n）)】#＃]|$)`,
  'u',
);
const word = String.raw`\p{Lu}(?:\.|[\p{L}'’-]*)`;
const moreWords = String.raw`(?:(?:, (?:and )?| and | & )${word}(?: ${word}){0,3}){0,4}`;
/** After the bare word a name of two words at least: `Editor: Neovim` is a setting. */
const english = new RegExp(
  String.raw`(?:^|\n|[(（])\s*(?:(?:Copy |Managing )?Editors?\s*[:：]\s*(${word}(?: ${word}){1,3}${moreWords})|Edited by\s*[:：]?\s*(${word}(?: ${word}){0,3}${moreWords}))\s*(?=[\n)）.]|$)`,
  'u',
);
/** A line of a list of settings, not of credits. */
const setting =
  /^[ \t]*(?!(?:By|Author|Writer|Text|Words|Story|Photo|Picture|Image|Source|Translat|Produc|Proof|Copy|Illustrat|Design|Publish|Posted|Date|Updated|Managing|Chief|Report|Research|Contact|Email|Video|Audio|Camera|Music)\p{L}*)\p{L}[\p{L} ]{0,24}[:：\t]\s*\S/iu;

/** Who edited it, by the names alone; null where the page does not say. It stands at the end, seldom at the top. */
export function editorOf(text: string, stated: string | null): string | null {
  if (stated !== null) return stated;
  const end = text.slice(-edgeLength);
  const start = text.length > edgeLength ? text.slice(0, edgeLength) : '';
  return editorIn(end) ?? editorIn(start);
}

function editorIn(part: string): string | null {
  if (!editorWord.test(part)) return null;
  for (const pattern of [labelled, plain]) {
    const [, names] = pattern.exec(part) ?? [];
    const tidy = names === undefined ? null : tidyNames(names);
    if (tidy !== null) return tidy;
  }
  return westernEditorIn(part);
}

function westernEditorIn(part: string): string | null {
  const match = english.exec(part);
  if (match === null || isAmongSettings(part, match)) return null;
  return tidyNames(match[1] ?? match[2] ?? '');
}

function isAmongSettings(part: string, match: RegExpExecArray): boolean {
  const above = part.slice(0, match.index).trimEnd();
  const below = part.slice(match.index + match[0].length).trimStart();
  return setting.test(above.slice(above.lastIndexOf('\n') + 1)) || setting.test(below.split('\n', 1)[0] ?? '');
}
