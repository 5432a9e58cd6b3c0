import { cleanBody } from './clean-body.ts';
import { textOf } from './clean-node.ts';
import { readHtml } from './read-html.ts';

const needsParsing = /[<&]/u;
const nowhere = { path: '', originalUrl: null, ownUrl: null, isPublishersMarkup: false };

/** The words of inline markup on one line: tags and entities undone, space collapsed, NFC. */
export function plainTextOf(html: string): string {
  const text = needsParsing.test(html) ? textOf(cleanBody(readHtml(html, 'fragment'), nowhere, new Set())) : html;
  return text
    .replaceAll(/[\u0000-\u001f\u007f\u200b\u2060\ufeff]+/gu, ' ')
    .replaceAll(/[^\S\u3000]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
