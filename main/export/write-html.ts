import exportStyles from './export.css';
import type { ExportFont } from '#preload/contract/export-types.ts';
import { documentHtml } from './document-html.ts';
import type { ExportDocument, WritingTools } from './export-document.ts';
import { writePieces } from './write-file.ts';

/** Of the reader's own system: a file carries no fonts. */
export const systemFonts: Readonly<Record<ExportFont, string>> = {
  serif: "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', Charter, Cambria, Georgia, serif",
  sans: "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
};

const screenStyles = `:root {
  --sans: ${systemFonts.sans};
  --heading: var(--sans);
  --code: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
body {
  max-width: 40em;
  margin: 0 auto;
  padding: 2.5em 1.25em 4em;
  line-height: 1.8;
}
article, .contents, .cover {
  margin-bottom: 5em;
}
.table {
  overflow-x: auto;
}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  article, .contents, .cover { break-after: page; margin-bottom: 0; }
}
`;

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One file that needs nothing beside it: pictures stand in it, and its policy forbids every request. */
export async function writeHtml(document: ExportDocument, file: string, tools: WritingTools): Promise<number> {
  const { source, options } = tools;
  const styles = `${exportStyles}\n${screenStyles}body { font-family: ${systemFonts[options.page.font]}; font-size: ${options.page.fontSizePoints * 1.5}px; }\n`;
  return writePieces(
    file,
    documentHtml(document, tools, {
      policy,
      styles,
      srcOf: ({ sha256 }) => {
        const picture = options.hasPictures ? source.picture(sha256) : null;
        return picture && `data:image/${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
      },
    }),
  );
}
