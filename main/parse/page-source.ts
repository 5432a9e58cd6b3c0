import type { FrontMatter } from './front-matter.ts';

/** A page after its shape was recognised, before its markup is read. */
export interface PageSource {
  readonly shape: 'mirror' | 'markdown' | 'html';
  readonly frontMatter: FrontMatter;
  readonly html: string;
  readonly isPublishersMarkup: boolean;
  /** Title as the shape states it, plain text; null where the body has to give it. */
  readonly title: string | null;
  readonly originalUrl: string | null;
  readonly ownUrl: string | null;
}
