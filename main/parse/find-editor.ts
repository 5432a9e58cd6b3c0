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
const english =
  /(?:^|\n|[(（])\s*(?:(?:Copy |Managing )?Editors?\s*[:：]|Edited by)\s*(\p{Lu}(?:\.|[\p{L}'’-]*)(?:[ ,&]+(?:and )?\p{Lu}(?:\.|[\p{L}'’-]*)){0,7})\s*(?=[\n)）.]|$)/u;

/** Who edited it, by the names alone; null where the page does not say. It stands at the end, seldom at the top. */
export function editorOf(text: string, stated: string | null): string | null {
  if (stated !== null) return stated;
  const end = text.slice(-edgeLength);
  const start = text.length > edgeLength ? text.slice(0, edgeLength) : '';
  return editorIn(end) ?? editorIn(start);
}

function editorIn(part: string): string | null {
  if (!editorWord.test(part)) return null;
  for (const pattern of [labelled, plain, english]) {
    const [, names] = pattern.exec(part) ?? [];
    const tidy = names === undefined ? null : tidyNames(names);
    if (tidy !== null) return tidy;
  }
  return null;
}
