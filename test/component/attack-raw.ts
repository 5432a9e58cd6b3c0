import { renderMarkdown } from '#main/parse/render-markdown.ts';
import type { AttackVector } from '#test/helpers/attack.ts';
import { bytesOf } from '#test/helpers/attack-bytes.ts';
import { inPortions } from './attack-articles.ts';
import { type AttackDocument, htmlDocument } from './attack-proxy.ts';

/** Kinds that need no document of their own: each vector is put into an element, as a careless reading view would do. */
const insertedKinds: ReadonlySet<string> = new Set([
  'event handlers',
  'ways to write an attribute',
  'addresses that run',
  'addresses that are asked',
  'styles',
  'Markdown',
]);
/** What might lead the whole document away before the other vectors in it had their turn. */
const leading = /<(?:form|meta|base|frame|body)|data/iu;

type Documents = ReadonlyMap<string, AttackDocument>;

/** The vectors as they came, to be shown by a browser; Markdown as a renderer makes HTML of it. */
export function rawDocuments(vectors: readonly AttackVector[]): { readonly inserted: Documents; readonly apart: Documents } {
  const isInserted = ({ kind, markup }: AttackVector): boolean => insertedKinds.has(kind) && !leading.test(markup);
  const portions = inPortions(vectors.filter(isInserted), 40);
  const apart = vectors.filter((vector) => !isInserted(vector));
  return {
    inserted: new Map(portions.map((portion, at) => [`/inserted/${at}/`, insertingDocument(portion)])),
    apart: new Map(apart.map((vector) => [`/raw/${vector.number}/`, documentOf(vector)])),
  };
}

function documentOf({ markup, language, encoding }: AttackVector): AttackDocument {
  if (language === 'markdown') return htmlDocument(renderMarkdown(markup));
  return { bytes: bytesOf(markup, encoding), contentType: encoding === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html' };
}

function insertingDocument(vectors: readonly AttackVector[]): AttackDocument {
  const texts = vectors.map(({ markup, language }) => (language === 'markdown' ? renderMarkdown(markup) : markup));
  const list = JSON.stringify(texts).replaceAll('<', String.raw`\u003c`);
  return htmlDocument(`<!doctype html><body><script>
    for (const text of ${list}) {
      const place = document.createElement('div');
      place.append(document.createRange().createContextualFragment(text));
      document.body.append(place);
    }
  </script>`);
}

/** The vector that an address belongs to: by its host, or by the document that it is relative to. */
export function numbersIn(url: string): readonly number[] {
  const [, byHost, byPath] = /\bv(\d+)\.example|\/raw\/(\d+)\//u.exec(url) ?? [];
  const number = byHost ?? byPath;
  return number === undefined ? [] : [Number(number)];
}
