import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Attribute } from './clean-node.ts';

type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Of one element; those behind them are not looked at. */
const attributesLimit = 50;
/** Longer values count as none: they hold a picture inside its address, mostly. In UTF-16 code units. */
const attributeValueLimit = 2_048;

/** Attributes with a checked value, by name. Everything that is not here is dropped. */
const checks: Readonly<Record<string, RegExp>> = {
  lang: /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu,
  dir: /^(?:ltr|rtl|auto)$/u,
  align: /^(?:center|right)$/u,
  width: /^[1-9]\d{0,4}$/u,
  height: /^[1-9]\d{0,4}$/u,
  colspan: /^(?:[2-9]|[1-9]\d|100)$/u,
  rowspan: /^(?:[2-9]|[1-9]\d|100)$/u,
  start: /^-?\d{1,6}$/u,
  datetime: /^[\dTZPWYMDHS:.+ -]{1,40}$/u,
};

const ownNames: Readonly<Record<string, readonly string[]>> = {
  img: ['width', 'height'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align'],
  ol: ['start'],
  time: ['datetime'],
};
const commonNames = ['dir', 'lang'];

export function attributeOf(node: HtmlElement, name: string): string | null {
  const { attrs } = node;
  for (let index = 0; index < attrs.length && index < attributesLimit; index++) {
    const candidate = attrs[index];
    if (candidate?.name === name) return candidate.value.length <= attributeValueLimit ? candidate.value : null;
  }
  return null;
}

const noAttributes: readonly Attribute[] = [];

function checked(node: HtmlElement, names: readonly string[]): readonly Attribute[] {
  if (node.attrs.length === 0) return noAttributes;
  const found: Attribute[] = [];
  for (const name of names) {
    const value = attributeOf(node, name)?.trim().replace(/px$/iu, '');
    if (value === undefined) continue;
    const plain = name === 'align' || name === 'dir' ? value.toLowerCase() : value;
    if (checks[name]?.test(plain)) found.push([name, plain]);
  }
  return found;
}

export function commonAttributes(node: HtmlElement): readonly Attribute[] {
  return checked(node, commonNames);
}

/** What only this element may carry: sizes, spans, a list's first number, a time, the title of an abbreviation. */
export function ownAttributes(node: HtmlElement, name: string): readonly Attribute[] {
  if (name === 'abbr') {
    const title = attributeOf(node, 'title');
    return title === null || title.length > 500 ? noAttributes : [['title', title]];
  }
  const names = ownNames[name];
  return names === undefined ? noAttributes : checked(node, names);
}
