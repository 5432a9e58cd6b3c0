import type { ArticleSummary } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { bodyForReading, type LinkPlace } from './body-for-reading.ts';
import { frameDocument } from './frame-document.ts';
import { escapeHtml } from './html-tokens.ts';
import { linkPlainNotes } from './plain-notes.ts';
import type { PictureOptions } from './picture-for-reading.ts';

export interface OriginalViewInput {
  readonly article: Pick<ArticleSummary, 'title' | 'language'>;
  /** Canonical HTML of the whole page; null where the library does not hold it, or it is damaged. */
  readonly html: string | null;
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly placeOf: (url: string) => LinkPlace;
  readonly pictures: PictureOptions['pictures'];
}

/** The page as published, under a line that says so. */
export function renderOriginalView({ article, html, language, messages, placeOf, pictures }: OriginalViewInput): string {
  const words = messages.articlePage;
  const notice = escapeHtml(html === null ? words.originalMissing : words.original);
  const body =
    html === null ? '' : bodyForReading(linkPlainNotes(html), { words, language, placeOf, pictures, body: 'original' });
  return frameDocument({
    language: article.language,
    title: article.title,
    content: `<p class="original-notice" role="note" lang="${language}">${notice}</p>
<div class="body original">${body}</div>`,
  });
}
