import { messagesFor } from '#preload/messages/catalogue.ts';
import { articleFacts } from './article-html.ts';
import type { ExportDocument, WritingTools } from './export-document.ts';
import { isSingle } from './export-document.ts';
import { writePieces } from './write-file.ts';

/** Words alone: title, facts, text and address of each article. UTF-8, lines end with a line feed. */
export async function writePlainText(document: ExportDocument, file: string, tools: WritingTools): Promise<number> {
  return writePieces(file, piecesOf(document, tools));
}

function* piecesOf(document: ExportDocument, { language, options, signal, onArticle }: WritingTools): Generator<string> {
  const words = messagesFor(language);
  const { title, articles } = document;
  if (!isSingle(document)) {
    yield `${title}\n\n`;
    if (options.hasContents) yield `${articles.map(({ number, head }) => `${number}. ${head.title}\n`).join('')}\n\n`;
  }
  for (const article of articles) {
    signal.throwIfAborted();
    const { head, text, number } = article;
    if (number > 1) yield '\n\n';
    const facts = articleFacts(article, language, words).join(' · ');
    const origin = head.originalUrl === null ? '' : `\n${words.exporting.original} ${head.originalUrl}\n`;
    yield `${head.title}\n${facts}\n\n${text}\n${origin}`;
    onArticle();
  }
}
