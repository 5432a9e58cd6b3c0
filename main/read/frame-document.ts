import { escapeHtml } from './html-tokens.ts';

/** Stands once in the head of a document, before anything of the article. */
export const stylePlace = '<meta name="styles">';

interface FrameDocument {
  readonly language: string;
  /** Plain text. */
  readonly title: string;
  /** HTML of what stands in the `article` element. */
  readonly content: string;
}

/**
 * The document of the article frame: no script, nothing that loads from anywhere but the application. Its styles are put in by whoever
 * serves it.
 *
 * Marks without script: the fragment `#match-3` makes the third match the current one, `#marks-off` makes them all look like the
 * text around them; as the element of that name has no place on the page, nothing scrolls.
 */
export function frameDocument({ language, title, content }: FrameDocument): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${stylePlace}
</head>
<body>
<i id="marks-off" hidden></i>
<article lang="${escapeHtml(language)}">
${content}
</article>
</body>
</html>
`;
}
