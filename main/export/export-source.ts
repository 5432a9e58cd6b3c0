import type { PictureHere } from '#main/read/picture-for-reading.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { ArticleDetail, ArticleId } from '#preload/contract/library-types.ts';

/** An article as the library has it. */
export interface ArticleToExport {
  readonly head: Omit<ArticleDetail, 'outline' | 'pictures' | 'links' | 'earlierVersions'>;
  /** Canonical HTML of the body, as `parse/` wrote it. */
  readonly html: string;
  readonly text: string;
  /** In the order to which `data-picture` points. */
  readonly pictures: readonly PictureHere[];
  /** The article in the library that a link of this one leads to. */
  articleOf(url: string): ArticleId | null;
}

export interface PictureBytes {
  /** png, jpeg, gif, webp or avif. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What export asks of the library. */
export interface ExportSource {
  list(selection: ExportSelection): readonly ArticleId[];
  /** Throws where the article is gone or damaged. */
  read(id: ArticleId): ArticleToExport;
  /** For telling which article cannot be read; null where that is unknown, too. */
  title(id: ArticleId): string | null;
  picture(sha256: string): PictureBytes | null;
}
