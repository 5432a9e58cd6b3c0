import * as v from 'valibot';
import { answering } from './call-definition.ts';
import { libraryId } from './library-inputs.ts';
import type { RelatedArticles } from './related-types.ts';
import type { BoxInFrame, NoteOfArticle, PicturesOfArticle } from './viewing-types.ts';

const shownBody = v.union([v.picklist(['article', 'original']), v.pipe(v.number(), v.safeInteger(), v.minValue(1))]);

const frameRequest = v.strictObject({
  kind: v.picklist(['picture', 'note']),
  body: shownBody,
  place: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Calls about what is looked at over the article or beside it. */
export const viewingCalls = {
  /** The pictures that are stored, in the order of the text. */
  'articles.pictures': answering<PicturesOfArticle>()(v.strictObject({ id: libraryId, body: shownBody })),
  /** The note that a mark stands for, and where the mark is in the frame; `box` is null where that cannot be told. */
  'articles.note': answering<NoteOfArticle & { readonly box: BoxInFrame | null }>()(
    v.strictObject({ id: libraryId, request: frameRequest }),
  ),
  /** What to read beside an article, at most 8. */
  'articles.related': answering<RelatedArticles>()(v.strictObject({ id: libraryId })),
  /** What opened over the article is closed: in its frame the focus goes back to the link that asked for it. */
  'reading.focusRequest': answering<null>()(v.strictObject({ id: libraryId, request: frameRequest })),
} as const;
