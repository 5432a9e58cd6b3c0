import { fold } from './folding.ts';
import type { QueryNode, Term } from './query.ts';
import { cutRuns } from './tokens.ts';

/**
 * What one might have asked instead, from the nearest on: the same without filters, anywhere instead of in the title, without
 * quotation marks, without what is excluded; the words of a long Chinese run apart; all but one word, and each word alone.
 */
export function* looserQueries(tree: QueryNode): Generator<QueryNode> {
  for (const loosen of [withoutFilters, anywhere, withoutQuotation, withoutExclusions]) {
    const looser = loosen(tree);
    if (looser) yield looser;
  }
  const bare = [anywhere, withoutQuotation, withoutExclusions, withoutFilters].reduce<QueryNode | null>(
    (node, loosen) => node && loosen(node),
    tree,
  );
  if (!bare) return;
  yield bare;
  const words = distinctWords(termsOf(bare));
  if (words.length > 2) for (const left of words) yield allOf(words.filter((word) => word !== left));
  yield* words;
}

const isFilter = ({ kind }: QueryNode): boolean => kind === 'day' || kind === 'name' || kind === 'state';

/** The node with every leaf as `change` makes it; null where nothing is left. */
function rebuild(node: QueryNode, change: (leaf: QueryNode) => QueryNode | null): QueryNode | null {
  if (node.kind === 'not') {
    const child = rebuild(node.child, change);
    return child && change({ kind: 'not', child });
  }
  if (node.kind !== 'and' && node.kind !== 'or') return change(node);
  const children = node.children.flatMap((child) => rebuild(child, change) ?? []);
  return children.length > 1 ? { kind: node.kind, children } : (children[0] ?? null);
}

const withoutFilters = (tree: QueryNode): QueryNode | null => rebuild(tree, (leaf) => (isFilter(leaf) ? null : leaf));

const anywhere = (tree: QueryNode): QueryNode | null =>
  rebuild(tree, (leaf) => (leaf.kind === 'term' ? { ...leaf, isTitleOnly: false } : leaf));

const withoutExclusions = (tree: QueryNode): QueryNode | null => rebuild(tree, (leaf) => (leaf.kind === 'not' ? null : leaf));

/** Every part of a quotation, or of words with signs between them, by itself; a long Chinese run in words. */
const withoutQuotation = (tree: QueryNode): QueryNode | null =>
  rebuild(tree, (leaf) => {
    if (leaf.kind !== 'term') return leaf;
    const words = writtenWords(leaf);
    return words.length > 1 ? allOf(words.map((word) => termFor(word, leaf))) : termFor(leaf.text, leaf);
  });

/** In the reader's own script and letters, which have the places of the folded ones. */
function writtenWords({ text, runs }: Term): string[] {
  const folded = fold(text);
  let end = 0;
  return runs.flatMap((run) => {
    const words = run.kind === 'chinese' && run.text.length > 3 ? wordsOf(run.text) : [run.text];
    end = Math.max(end, folded.indexOf(run.text, end));
    return words.map((word) => text.slice(end, (end += word.length)));
  });
}

/** Good enough to offer: what is found never depends on a dictionary. */
function wordsOf(run: string): string[] {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)].map(({ segment }) => segment);
  return segments.some((segment) => segment.length > 1) ? segments : [run];
}

function termFor(text: string, like: Term): Term {
  if (text === like.text) return { ...like, isQuoted: false };
  return { ...like, text, runs: cutRuns(fold(text)), isQuoted: false, isPrefix: false };
}

function termsOf(node: QueryNode): Term[] {
  if (node.kind === 'term') return [node];
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(termsOf) : [];
}

/** The longest first: a lone character is found nearly everywhere. */
function distinctWords(terms: readonly Term[]): Term[] {
  const byText = new Map(terms.map((term) => [term.text, term]));
  return [...byText.values()].toSorted((one, other) => other.text.length - one.text.length);
}

function allOf(children: readonly QueryNode[]): QueryNode {
  const [only] = children;
  return children.length === 1 && only ? only : { kind: 'and', children };
}
