import { rm } from 'node:fs/promises';
import path from 'node:path';
import { escapeLine, htmlToMarkdown } from '#main/read/article-markdown.ts';
import { escapeHtml } from '#main/read/html-tokens.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { articleFacts } from './article-html.ts';
import { bodyForExport } from './body-for-export.ts';
import { type ExportDocument, isSingle, type NumberedArticle, numbersById, type WritingTools } from './export-document.ts';
import { hrefGiver, shortId } from './hrefs.ts';
import { type PictureFiles, pictureFiles } from './picture-files.ts';
import { makeFolder, writePieces } from './write-file.ts';

/**
 * Markdown as Git hosts read it, with the pictures in a folder beside it, named after the file. A single article says what is known
 * of it in front matter; in a document of several it stands under each title.
 */
export async function writeMarkdown(document: ExportDocument, file: string, tools: WritingTools): Promise<number> {
  const folder = `${file.slice(0, -path.extname(file).length)}.pictures`;
  const pictures = pictureFiles(tools.source, folder);
  // The text first: it names the pictures. They are on the disk before it appears under its name.
  const pieces = [...piecesOf(document, tools, pictures, encodeURI(path.basename(folder)))];
  const made = await makeFolder(folder);
  try {
    const pictureBytes = await pictures.finish();
    if (pictureBytes === 0 && made !== undefined) await rm(made, { recursive: true, force: true });
    return pictureBytes + (await writePieces(file, pieces));
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

function* piecesOf(document: ExportDocument, tools: WritingTools, pictures: PictureFiles, folder: string): Generator<string> {
  const { language, signal, onArticle } = tools;
  const words = messagesFor(language);
  const isAlone = isSingle(document);
  if (!isAlone) yield `# ${escapeLine(document.title)}\n\n${contentsOf(document, tools)}`;
  const numbers = numbersById(document);
  for (const article of document.articles) {
    signal.throwIfAborted();
    const { head } = article;
    yield isAlone ? frontMatter(article) : `<a id="a${article.number}"></a>\n\n`;
    const facts = isAlone ? '' : `${escapeLine(articleFacts(article, language, words).join(' · '))}\n\n`;
    yield `${isAlone ? '#' : '##'} ${escapeLine(head.title)}\n\n${facts}${bodyOf(article, tools, numbers, pictures, folder)}\n`;
    onArticle();
  }
}

function contentsOf({ articles }: ExportDocument, { options }: WritingTools): string {
  if (!options.hasContents) return '';
  return `${articles.map(({ number, head }) => `${number}. [${escapeLine(head.title)}](#a${number})\n`).join('')}\n`;
}

function bodyOf(
  article: NumberedArticle,
  { language, options }: WritingTools,
  numbers: ReadonlyMap<string, number>,
  pictures: PictureFiles,
  folder: string,
): string {
  const words = messagesFor(language);
  const html = bodyForExport(article.html, article.pictures, {
    isXml: false,
    hrefOf: hrefGiver(article, numbers, (number) => `#a${number}`),
    idOf: (id) => shortId(article.number, id),
    srcOf: ({ sha256 }) => {
      const name = options.hasPictures ? pictures.nameOf(sha256) : null;
      return name && `${folder}/${name}`;
    },
    missing: (alt) => (alt === '' ? '' : `<em>${escapeHtml(alt)}</em>`),
    embedLabels: words.articlePage.embedKinds,
  });
  return htmlToMarkdown(html);
}

/** What is known of the article, as front matter; a day that is only estimated is none that the page states. */
function frontMatter({ head }: NumberedArticle): string {
  const pairs: readonly (readonly [string, string | null])[] = [
    ['title', head.title],
    ['date', head.isDateEstimated ? null : head.publishedOn],
    ['source', head.source],
    ['author', head.byline],
    ['lang', head.language === 'und' ? null : head.language],
    ['url', head.originalUrl],
  ];
  const lines = pairs.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${JSON.stringify(value)}\n`]));
  return `---\n${lines.join('')}---\n\n`;
}
