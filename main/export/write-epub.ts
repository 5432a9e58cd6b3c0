import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { ZipFile } from 'yazl';
import { escapeHtml } from '#main/read/html-tokens.ts';
import { type Messages, messagesFor } from '#preload/messages/catalogue.ts';
import { articleHtml, languageOf } from './article-html.ts';
import { xmlText } from './body-for-export.ts';
import { bodyPlaces, coverHtml } from './document-html.ts';
import { coverPicture, navigationDocument, type PackagedPicture, packageDocument } from './epub-package.ts';
import { type ExportDocument, isSingle, type NumberedArticle, numbersById, type WritingTools } from './export-document.ts';
import exportStyles from './export.css';
import { hrefGiver } from './hrefs.ts';
import { pictureName } from './picture-files.ts';
import { writeWhole } from './write-file.ts';
import { systemFonts } from './write-html.ts';

/** The first day that a ZIP can name: the same book has the same bytes whenever it is made. */
const entryTime = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;
const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
/** Readers of books need not know these kinds; what they show instead is an empty picture. */
const foreignTypes: ReadonlySet<string> = new Set(['webp', 'avif']);
const emptyPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

/** EPUB 3: a chapter for each article, a cover, a table of contents, the pictures. */
export async function writeEpub(document: ExportDocument, file: string, tools: WritingTools): Promise<number> {
  return writeWhole(file, async (handle) => {
    const zip = new ZipFile();
    const failed = once(zip, 'error').then(([error]) => {
      throw error;
    });
    const written = copyTo(handle, zip.outputStream);
    await Promise.race([Promise.all([written, fill(zip, document, tools)]), failed]);
  });
}

/** By hand: a stream over the handle would close it before it is synced. */
async function copyTo(handle: FileHandle, pieces: AsyncIterable<string | Buffer>): Promise<void> {
  for await (const piece of pieces) await handle.appendFile(piece);
}

async function fill(zip: ZipFile, document: ExportDocument, tools: WritingTools): Promise<void> {
  const words = messagesFor(tools.language);
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, { ...entryTime, compress: true });
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...entryTime, compress: false });
  add('META-INF/container.xml', container);
  const hasCover = tools.options.hasCover && !isSingle(document);
  add('OEBPS/style.css', styles(tools));
  add('OEBPS/cover.svg', coverPicture(document));
  if (hasCover) add('OEBPS/cover.xhtml', page(document.title, document.language, coverHtml(document, tools, true)));
  const pictures = new Map<string, PackagedPicture>();
  for (const article of document.articles) {
    await new Promise((resolve) => setImmediate(resolve));
    tools.signal.throwIfAborted();
    add(`OEBPS/a${article.number}.xhtml`, chapter(article, document, tools, words, pictures));
    tools.onArticle();
  }
  for (const { sha256, name } of pictures.values()) {
    const picture = tools.source.picture(sha256);
    if (picture) zip.addBuffer(Buffer.from(picture.bytes), `OEBPS/pictures/${name}`, { ...entryTime, compress: false });
  }
  const hasForeign = [...pictures.values()].some(({ isForeign }) => isForeign);
  if (hasForeign) zip.addBuffer(emptyPicture, 'OEBPS/pictures/none.png', { ...entryTime, compress: false });
  const packed = { hasCover, hasForeign, pictures: [...pictures.values()], identifier: identifierOf(document) };
  add('OEBPS/nav.xhtml', page(words.exporting.contents, document.language, navigationDocument(document, words, hasCover)));
  add('OEBPS/package.opf', packageDocument(document, packed));
  zip.end();
}

function chapter(
  article: NumberedArticle,
  document: ExportDocument,
  { source, options, language }: WritingTools,
  words: Messages,
  pictures: Map<string, PackagedPicture>,
): string {
  const srcOf = ({ sha256 }: { readonly sha256: string }): string | null => {
    const known = pictures.get(sha256);
    const type = known?.type ?? (options.hasPictures ? source.picture(sha256)?.type : undefined);
    if (type === undefined) return null;
    const name = pictureName(sha256, type);
    pictures.set(sha256, { sha256, name, type, isForeign: foreignTypes.has(type) });
    return `pictures/${name}`;
  };
  const hrefOf = hrefGiver(article, numbersById(document), (number) => `a${number}.xhtml`);
  const places = bodyPlaces(article, words, { isXml: true, hrefOf, srcOf });
  return page(article.head.title, article.head.language, articleHtml(article, { words, language, places }));
}

function page(title: string, language: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${languageOf(language, true)}>
<head>
<meta charset="utf-8"/>
<title>${xmlText(escapeHtml(title))}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${xmlText(content)}</body>
</html>
`;
}

/** The reader's own choice of font and size comes first: only the kind is named. */
function styles({ options }: WritingTools): string {
  const own = `:root { --sans: ${systemFonts.sans}; --heading: var(--sans); --code: monospace; }\nbody { font-family: ${systemFonts[options.page.font]}; line-height: 1.7; }\n`;
  return `${exportStyles}\n${own}`;
}

/** The same articles in the same state give the same book. */
function identifierOf({ title, articles }: ExportDocument): string {
  const hash = createHash('sha256').update(title);
  for (const { head, html } of articles) hash.update('\0').update(head.id).update('\0').update(html);
  const digits = hash.digest('hex');
  const variant = ((Number.parseInt(digits.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(18, 20)}-${digits.slice(20, 32)}`;
}
