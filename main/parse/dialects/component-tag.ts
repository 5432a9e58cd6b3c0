/** Longer tags are text, or made to keep a search busy. */
export const tagLimit = 4_000;

export interface ComponentTag {
  /** After its `>`. */
  readonly end: number;
  /** An attribute with a value, or an expression, stands in it. */
  readonly hasValue: boolean;
  /** Ends with `/>`. */
  readonly isWhole: boolean;
}

const space = /[ \t]*(?:\n[ \t]*(?!\n|[ \t]))?/uy;
const attributeName = /[A-Za-z_@:][\w:.@-]{0,100}/uy;
const plainValue = /[^\s"'=<>`{}]{1,300}/uy;

/** From behind the name of a tag to its end: nothing but attributes, and no empty line, stands there; else null. */
export function readTag(text: string, from: number): ComponentTag | null {
  let at = from;
  let hasValue = false;
  while (at - from < tagLimit) {
    const next = behind(space, text, at) ?? at;
    const character = text.charAt(next);
    if (character === '>') return { end: next + 1, hasValue, isWhole: false };
    if (character === '/') return text.charAt(next + 1) === '>' ? { end: next + 2, hasValue, isWhole: true } : null;
    const end = next === at ? null : character === '{' ? endOfSpread(text, next) : behind(attributeName, text, next);
    if (end === null) return null;
    const equals = character === '{' ? end : (behind(space, text, end) ?? end);
    const isNamed = character !== '{' && text.charAt(equals) === '=';
    hasValue ||= isNamed || character === '{';
    const stop = isNamed ? endOfValue(text, behind(space, text, equals + 1) ?? equals + 1) : end;
    if (stop === null) return null;
    at = stop;
  }
  return null;
}

/** `{...values}`: no other expression stands alone in a tag. */
function endOfSpread(text: string, at: number): number | null {
  return /^\{\s{0,20}\.\.\./u.test(text.slice(at, at + 30)) ? endOfExpression(text, at) : null;
}

function behind(shape: RegExp, text: string, at: number): number | null {
  shape.lastIndex = at;
  return shape.test(text) ? shape.lastIndex : null;
}

function endOfValue(text: string, at: number): number | null {
  const character = text.charAt(at);
  if (character === '{') return endOfExpression(text, at);
  return character === '"' || character === "'" ? endOfString(text, at) : behind(plainValue, text, at);
}

/** Both are null where an empty line comes first. */
function endOfString(text: string, start: number): number | null {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length && at < start + tagLimit; at++) {
    const character = text.charAt(at);
    if (character === quote) return at + 1;
    if (character === '\n' && isBlankLine(text, at + 1)) return null;
  }
  return null;
}

function endOfExpression(text: string, start: number): number | null {
  let quote = '';
  let depth = 0;
  for (let at = start; at < text.length && at < start + tagLimit; at++) {
    const character = text.charAt(at);
    if (character === '\n' && isBlankLine(text, at + 1)) return null;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return null;
}

function isBlankLine(text: string, at: number): boolean {
  return text.charAt(behind(/[ \t]*/uy, text, at) ?? at) === '\n';
}
