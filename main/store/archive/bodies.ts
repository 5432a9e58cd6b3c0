import type { ParsedLink, ParsedPicture } from '#main/parse/parsed-page.ts';
import { decompressText } from '../compress.ts';
import type { ReadableDb } from '../database.ts';
import { StoreFailure } from '../store-failure.ts';

interface BodyFacts {
  readonly text: string;
  readonly editor: string | null;
  readonly issueNumber: number | null;
  readonly characters: number;
  readonly words: number;
}

export interface ArticleBody extends BodyFacts {
  readonly html: string;
  readonly pictures: readonly ParsedPicture[];
  readonly links: readonly ParsedLink[];
}

interface StoredBody extends BodyFacts {
  readonly html: Uint8Array;
  readonly pictures: string;
  readonly links: string;
}

const bodyByRowId = `
  SELECT text, html, pictures, links, editor, issue_number AS issueNumber, characters, words
  FROM article_body WHERE article_id = ?`;

/** Throws `not-found` where the article is gone. */
export function readBody(db: ReadableDb, articleRowId: number): ArticleBody {
  const body = db.first<StoredBody>(bodyByRowId, [articleRowId]);
  if (!body) throw new StoreFailure('not-found', 'The article is not in the library any more');
  return {
    ...body,
    html: decompressText(body.html),
    pictures: JSON.parse(body.pictures) as ParsedPicture[],
    links: JSON.parse(body.links) as ParsedLink[],
  };
}

const textByRowId = 'SELECT title, text FROM article CROSS JOIN article_body ON article_id = article.id WHERE article.id = ?';

export function readText(db: ReadableDb, articleRowId: number): { readonly title: string; readonly text: string } | undefined {
  return db.first<{ title: string; text: string }>(textByRowId, [articleRowId]);
}

export const bodySql = { bodyByRowId, textByRowId } as const;
