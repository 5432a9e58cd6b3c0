import { ReportedFailure } from '#main/failure.ts';
import { gateBody } from '#main/read/gate-body.ts';
import { type HtmlToken, readTokens } from '#main/read/html-tokens.ts';
import { noteMarks } from '#main/read/note-marks.ts';
import { textOfNote } from '#main/read/note-text.ts';
import { linkPlainNotes } from '#main/read/plain-notes.ts';
import { isOpenable, type PictureHere } from '#main/read/picture-for-reading.ts';
import { picturesOfBody } from '#main/read/pictures-of-body.ts';
import { type ShownText, textAsPublished } from '#main/read/shown-text.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import type { FrameRequest, ShownBody } from '#preload/contract/frame-requests.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { NoteOfArticle, PicturesOfArticle, ViewedPicture } from '#preload/contract/viewing-types.ts';
import { requireArticle } from './article-detail.ts';
import { originalPage } from './article-document.ts';
import { readVersion } from './earlier-version.ts';
import type { Library } from './library.ts';
import { picturesForReading } from './picture-lookup.ts';

interface ReadBody {
  readonly tokens: readonly HtmlToken[];
  readonly pictures: readonly PictureHere[];
  /** Of the text. */
  readonly language: string;
}

/** What a frame shows of an article, with the same pictures and marks in the same places. */
async function readShownBody(library: Library, id: ArticleId, body: ShownBody): Promise<ReadBody> {
  const row = requireArticle(library, id);
  const withPictures = (
    html: string,
    language: string,
    pictures: readonly { readonly url: string }[],
    isOfArticle: boolean,
  ): ReadBody => ({
    tokens: readTokens(gateBody(linkPlainNotes(html))),
    language,
    pictures: picturesForReading(library, row, pictures, isOfArticle),
  });
  if (body === 'original') {
    const page = await originalPage(library, row);
    return withPictures(page?.html ?? '', row.language, page?.pictures ?? [], false);
  }
  if (body === 'article') {
    const { html, pictures } = readBody(library.archive, row.rowId);
    return withPictures(html, row.language, pictures, true);
  }
  const { html, article, pictures } = await readVersion(library, row, body);
  return withPictures(html, article.language, pictures, false);
}

/** The pictures of an article that can be looked at by themselves: those that are stored, in the order of the text. */
export async function picturesOfArticle(
  library: Library,
  { id, body }: CallInput<'articles.pictures'>,
): Promise<PicturesOfArticle> {
  const { tokens, language, pictures } = await readShownBody(library, id, body);
  const shownText = await shownTextOf(library, body);
  const found: ViewedPicture[] = [];
  for (const [token, { place, caption }] of picturesOfBody(tokens)) {
    const stored = pictures[Number(attributeOf(token, 'data-picture') ?? -1)]?.stored ?? null;
    if (!isOpenable(stored)) continue;
    const { sha256, width, height } = stored;
    const inScript = (text: string): string => shownText.convert(text, language);
    found.push({ place, sha256, width, height, alt: inScript(attributeOf(token, 'alt') ?? ''), caption: inScript(caption) });
  }
  return { language: shownText.languageOf(language), pictures: found };
}

/** Throws 'not-found' where the text has no such mark any more. */
export async function noteOfArticle(
  library: Library,
  { id, request }: { readonly id: ArticleId; readonly request: FrameRequest },
): Promise<NoteOfArticle> {
  const { tokens, language } = await readShownBody(library, id, request.body);
  const shownText = await shownTextOf(library, request.body);
  const marks = [...noteMarks(tokens).values()];
  const mark = marks[request.place];
  if (!mark) throw new ReportedFailure({ code: 'not-found', message: `no note ${request.place} in ${id}`, details: { id } });
  const paragraphs = textOfNote(tokens, mark, new Set(marks.map(({ anchor }) => anchor))).map((runs) =>
    runs.map((run) => ({ ...run, text: shownText.convert(run.text, language) })),
  );
  return { name: mark.name, anchor: mark.anchor, language: shownText.languageOf(language), paragraphs };
}

/** The page as published is shown as it is. */
async function shownTextOf(library: Library, body: ShownBody): Promise<ShownText> {
  return body === 'original' ? textAsPublished : library.shownText();
}

function attributeOf(token: HtmlToken, name: string): string | undefined {
  return token.kind === 'open' ? token.attributes.get(name) : undefined;
}
