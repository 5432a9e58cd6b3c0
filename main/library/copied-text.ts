import { bodyToMarkdown, escapeLine } from '#main/read/article-markdown.ts';
import { convertHtml } from '#main/read/convert-html.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import type { CopyForm } from '#preload/contract/export-types.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { headOfArticle, requireArticle } from './article-detail.ts';
import { convertSummary } from './in-shown-script.ts';
import type { Library } from './library.ts';

export interface CopyInput {
  readonly id: ArticleId;
  readonly form: CopyForm;
  /** What the reader selected in the article; empty for nothing. */
  readonly selected: string;
  readonly language: InterfaceLanguage;
}

/** What a terminal would take for a key; line feeds and tabs are text. */
const controls = /[^\P{Cc}\n\t]/gu;
const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
/** An address cannot leave the angles around it. */
const inAngles = (url: string): string => `<${url.replaceAll(/[<>\s]/gu, encodeURIComponent)}>`;

/** An article for another program, in the script in which it is shown: whole as Markdown, or a passage with where it is from. */
export async function copiedText(library: Library, input: CopyInput): Promise<string> {
  return (await textFor(library, input)).replaceAll(controls, '');
}

async function textFor(library: Library, { id, form, selected, language }: CopyInput): Promise<string> {
  const row = requireArticle(library, id);
  if (form === 'link') return row.originalUrl ?? '';
  const body = readBody(library.archive, row.rowId);
  const shown = await library.shownText();
  const head = convertSummary(headOfArticle(library, row, body), shown);
  const { title, source, publishedOn, isDateEstimated, originalUrl, excerpt } = head;
  const facts = [source, isDateEstimated ? null : publishedOn].filter((fact) => fact !== null);
  if (form === 'title') return inOneLine(title);
  if (form === 'markdown') {
    const html = convertHtml(body.html, row.language, (text, its) => shown.convert(text, its));
    const from = [...facts.map(escapeLine), ...(originalUrl === null ? [] : [inAngles(originalUrl)])].join(' · ');
    return `# ${escapeLine(title)}\n\n${from === '' ? '' : `${from}\n\n`}${bodyToMarkdown(html, body.pictures)}`;
  }
  const passage = selected.trim() === '' ? excerpt : selected.trim();
  const { quotation } = messagesFor(language).exporting;
  return quotation(passage, [title, ...facts].map(inOneLine).join(', '), originalUrl ?? '');
}
