import type { PageInput } from '#main/parse/parsed-page.ts';
import type { AttackVector } from './attack.ts';
import { bytesOf } from './attack-bytes.ts';

interface AttackShape {
  readonly name: string;
  /** A word that the article must still say. */
  readonly word: string;
  readonly path: string;
  readonly text: (markup: string) => string;
}

/** Every kind of page in which an attack may come, with the attack where an archive's writer controls the text. */
export const attackShapes: readonly AttackShape[] = [
  { name: 'plain Markdown', word: 'before', path: 'a.md', text: (markup) => `before\n\n${markup}\n\nafter\n` },
  {
    name: 'an HTML page',
    word: 'before',
    path: 'a.html',
    text: (markup) => `<!doctype html><body><article><p>before</p>${markup}</article></body>`,
  },
  {
    name: 'a mirror page',
    word: 'before',
    path: 'pages/a/1.md',
    text: (markup) =>
      `### t\n-----\n#### [a](../../README.md)\n\n<div><p>before</p>\n${markup}\n</div>\n<hr/>\n原文链接：https://paper.example/a/1\n`,
  },
  {
    name: 'a front page',
    word: 'prose',
    path: 'README.md',
    text: (markup) => `# t\n\n- [a](a.md)\n\n${'prose '.repeat(160)}\n\n${markup}\n`,
  },
  { name: 'what a page says of itself', word: 'before', path: 'b.md', text: selfDescription },
  { name: "a document's head", word: 'before', path: 'b.html', text: documentHead },
];

/** The attack in every field of the front matter, and in a heading. */
function selfDescription(markup: string): string {
  const value = JSON.stringify(markup);
  const fields = ['title', 'author', 'source', 'date', 'lang', 'link'].map((name) => `${name}: ${value}\n`).join('');
  return `---\n${fields}tags: [${value}]\n---\n\nbefore\n\n## ${markup.replaceAll(/\s+/gu, ' ')}\n`;
}

function documentHead(markup: string): string {
  const value = markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const names = ['author', 'og:title', 'og:url', 'og:site_name', 'keywords', 'article:published_time'];
  const metas = names.map((name) => `<meta property="${name}" name="${name}" content="${value}">`).join('');
  return `<!doctype html><html lang="${value}"><head>${metas}<link rel=canonical href="${value}"><title>t</title></head><body><p>before</p>`;
}

export function attackPage(shape: AttackShape, vector: AttackVector): PageInput {
  return { path: shape.path, bytes: bytesOf(shape.text(vector.markup), vector.encoding), fallbackDay: '2022-03-01' };
}
