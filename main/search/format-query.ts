import type { ArticleState, QueryNode, Term } from './query.ts';

const writtenStates: Readonly<Record<ArticleState, string>> = {
  bookmarked: 'is:bookmarked',
  unread: 'is:unread',
  read: 'is:read',
  removed: 'is:removed',
  illustrated: 'has:picture',
};

/** A query as a reader would type it: parsed again, it asks for the same. */
export function formatQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return formatTerm(node);
    case 'day':
      return `${node.field}:${node.day}`;
    case 'name':
      return `${node.field}:${node.isQuoted || /[^\p{L}\p{N}]/u.test(node.value) ? quoted(node.value) : node.value}`;
    case 'state':
      return writtenStates[node.state];
    case 'not':
      return `-${formatPart(node.child)}`;
    case 'and':
      return node.children.map(formatPart).join(' ');
    case 'or':
      return node.children.map(formatPart).join(' OR ');
  }
}

function formatPart(node: QueryNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${formatQuery(node)})` : formatQuery(node);
}

function formatTerm({ text, isQuoted, isTitleOnly }: Term): string {
  return `${isTitleOnly ? 'title:' : ''}${isQuoted ? quoted(text) : text}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["“”＂]/gu, ' ')}"`;
}
