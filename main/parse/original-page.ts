import { anchorsIn } from './anchors.ts';
import { cleanBody } from './clean-body.ts';
import { decodeText } from './decode-text.ts';
import { documentFacts } from './document-facts.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { PageInput, ParseFailureCode } from './parsed-page.ts';
import { readHtml } from './read-html.ts';
import { readSource } from './read-source.ts';
import { renderMarkdown } from './render-markdown.ts';
import { dropUnusedIds, tidyBody } from './tidy-body.ts';
import { type WrittenBody, writeBody } from './write-body.ts';
import { undoDialects } from './dialects/undo-dialects.ts';

export type OriginalPage =
  ({ readonly ok: true } & WrittenBody) | { readonly ok: false; readonly code: ParseFailureCode; readonly message: string };

/**
 * A page as it was published: navigation, promotions and footers included, Markdown rendered, nothing recognised and nothing
 * left out but what may not be shown (scripts, forms, pixels). It goes through the same walk, allow-list and bounds as an
 * article. Pure; never throws.
 */
export function renderOriginalPage(input: Pick<PageInput, 'path' | 'bytes'>): OriginalPage {
  try {
    const decoded = decodeText(input.bytes);
    return decoded.ok ? { ok: true, ...renderText(decoded.text, input.path) } : decoded;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, code: 'page-unreadable', message: `the page could not be rendered: ${message}`.slice(0, 300) };
  }
}

function renderText(text: string, path: string): WrittenBody {
  const source = readSource(text, path);
  const isDocument = source.shape === 'html';
  const markup = isDocument ? source.html : markdownMarkup(text, path);
  const tree = readHtml(markup, isDocument ? 'document' : 'fragment');
  const body = cleanBody(
    tree,
    {
      path,
      originalUrl: source.originalUrl ?? (isDocument ? documentFacts(tree).canonicalUrl : null),
      ownUrl: source.ownUrl,
      isPublishersMarkup: source.isPublishersMarkup,
    },
    anchorsIn(markup),
  );
  tidyBody(body);
  dropUnusedIds(body);
  return writeBody(body);
}

/** Front matter is part of what was published; a Git host shows it over the text as well. */
function markdownMarkup(text: string, path: string): string {
  const { body } = splitFrontMatter(text);
  const frontMatter = text.slice(0, text.length - body.length).trim();
  return preformatted(frontMatter) + renderMarkdown(undoDialects(body, path));
}

function preformatted(text: string): string {
  return text === '' ? '' : `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>\n`;
}
