import { escapeHtml } from '#main/read/html-tokens.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { xmlText } from './body-for-export.ts';
import { contentsHtml } from './document-html.ts';
import type { ExportDocument } from './export-document.ts';

export interface PackagedPicture {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** Of a kind that a reader of books need not know. */
  readonly isForeign: boolean;
}

interface Packed {
  readonly identifier: string;
  readonly hasCover: boolean;
  readonly hasForeign: boolean;
  readonly pictures: readonly PackagedPicture[];
}

/** What the book is, what it consists of, and in which order it is read. */
export function packageDocument(document: ExportDocument, { identifier, hasCover, hasForeign, pictures }: Packed): string {
  const { articles } = document;
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    '<item id="cover-picture" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>',
    ...(hasCover ? ['<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>'] : []),
    ...articles.map(({ number }) => `<item id="a${number}" href="a${number}.xhtml" media-type="application/xhtml+xml"/>`),
    ...(hasForeign ? ['<item id="none" href="pictures/none.png" media-type="image/png"/>'] : []),
    ...pictures.map(pictureItem),
  ];
  const isContentsRead = articles.length > 1;
  const spine = [
    ...(hasCover ? ['cover'] : []),
    ...(isContentsRead ? ['nav'] : []),
    ...articles.map(({ number }) => `a${number}`),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"${xmlLanguage(document.language)}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(document, identifier)}</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine>
${spine.map((id) => `<itemref idref="${id}"/>\n`).join('')}</spine>
</package>
`;
}

function xmlLanguage(language: string): string {
  return language === 'und' ? '' : ` xml:lang="${escapeHtml(language)}"`;
}

function pictureItem({ name, type, isForeign }: PackagedPicture): string {
  const id = `p-${name.replace('.', '-')}`;
  return `<item id="${id}" href="pictures/${name}" media-type="image/${type}"${isForeign ? ' fallback="none"' : ''}/>`;
}

function metadata({ title, language, articles, volume, madeOn }: ExportDocument, identifier: string): string {
  const name = volume === null ? title : `${title} (${volume.number}/${volume.of})`;
  const creators = new Set(articles.flatMap(({ head: { byline, source } }) => byline ?? source ?? []));
  const newest = articles.map(({ head }) => head.publishedOn).reduce((one, other) => (one > other ? one : other), '');
  const [only] = articles;
  const lines = [
    `<dc:identifier id="id">${identifier}</dc:identifier>`,
    `<dc:title>${text(name)}</dc:title>`,
    `<dc:language>${text(language)}</dc:language>`,
    ...(creators.size > 0 && creators.size <= 3
      ? [...creators].map((creator) => `<dc:creator>${text(creator)}</dc:creator>`)
      : []),
    ...(articles.length === 1 && only ? [`<dc:date>${text(only.head.publishedOn)}</dc:date>`] : []),
    // A book must say when it last changed: that is the day of its newest article, or the one it was made on, where it may say so.
    `<meta property="dcterms:modified">${madeOn ?? validDay(newest)}T00:00:00Z</meta>`,
  ];
  return `${lines.join('\n')}\n`;
}

function validDay(day: string): string {
  return /^\d{4}-\d\d-\d\d$/u.test(day) ? day : '1980-01-01';
}

function text(plain: string): string {
  return xmlText(escapeHtml(plain));
}

export function navigationDocument(document: ExportDocument, words: Messages, hasCover: boolean): string {
  const contents = contentsHtml(document, words, { isXml: true, placeOf: (number) => `a${number}.xhtml` });
  const cover = hasCover ? `<li><a epub:type="cover" href="cover.xhtml">${text(words.exporting.cover)}</a></li>\n` : '';
  const landmarks = `<nav epub:type="landmarks" hidden="hidden">
<ol>
${cover}<li><a epub:type="bodymatter" href="a1.xhtml">${text(document.title)}</a></li>
</ol>
</nav>
`;
  return `${contents}${landmarks}`;
}

const lineLength = 9;
const maximumLines = 6;

/** The title in large letters: shelves of books show a picture. */
export function coverPicture({ title, articles }: Pick<ExportDocument, 'title' | 'articles'>): string {
  const lines = linesOf(title);
  const written = lines.map(
    (line, at) => `<text x="90" y="${420 + at * 116}" font-size="88" font-weight="700">${text(line)}</text>`,
  );
  const days = articles.map(({ head }) => head.publishedOn).toSorted();
  const span = days[0] === days.at(-1) ? (days[0] ?? '') : `${days[0] ?? ''} – ${days.at(-1) ?? ''}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400" viewBox="0 0 1000 1400" font-family="'Noto Serif CJK SC', 'Songti SC', serif" fill="#1a1815">
<rect width="1000" height="1400" fill="#fdfcf9"/>
<rect x="90" y="240" width="120" height="12" fill="#9c2c20"/>
${written.join('\n')}
<text x="90" y="1280" font-size="40" fill="#4f4a42">${text(span)}</text>
</svg>
`;
}

/** As many characters in a line as have room there: a Latin letter takes half of the room of a Chinese one. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(title.replaceAll(/\s+/gu, ' '))) {
    const segmentWidth = [...segment].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.52), 0);
    const isPunctuation = /^[\p{P}\s]+$/u.test(segment);
    if (width + segmentWidth > lineLength && line !== '' && !isPunctuation) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += segment;
    width += segmentWidth;
  }
  const all = [...lines, line].map((one) => one.trim()).filter((one) => one !== '');
  return all.length <= maximumLines ? all : [...all.slice(0, maximumLines - 1), `${all[maximumLines - 1] ?? ''}…`];
}
