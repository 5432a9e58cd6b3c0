import { blocksOf, isTextLine } from './blocks.ts';
import { attribute, type CleanElement, elementsOf, headingLevel, textOf } from './clean-node.ts';
import { measure } from './measure.ts';
import type { ParsedIndex, ParsedIndexEntry, ParsedIndexGroup } from './parsed-page.ts';

/** More headings than this do not fit into a sidebar: the deepest level of them is left out. */
const groupsLimit = 30;
const boldLevel = 7;
const entriesToBeAnIndex = 5;
/** Share of a page's words that stand in links to other pages, to call it a list. */
const linkedShare = 0.6;

interface Row {
  readonly trail: readonly string[];
  readonly entries: readonly ParsedIndexEntry[];
  readonly isNavigation: boolean;
}

interface Trail {
  readonly level: number;
  readonly text: string;
}

export interface ReadIndex {
  readonly index: ParsedIndex | null;
  /** Characters of text (a Latin word counts as two) outside lines that list pages, titles left out. */
  readonly proseLength: number;
}

/** Reads the body as a list of other pages of the archive. Links that lead outside it are promotions here and left out. */
export function readIndex(body: CleanElement, title: string, path: string): ReadIndex {
  const hasEntries = [...elementsOf(body)].some(
    (node) => node.name === 'a' && (attribute(node, 'href') ?? '').startsWith('page:'),
  );
  if (!hasEntries) return { index: null, proseLength: 0 };
  const rows: Row[] = [];
  const trail: Trail[] = [];
  const counts = { prose: 0, linked: 0 };
  collectRows(body, 0, { path, rows, trail, counts });
  const isListed = rows.filter(({ isNavigation }) => !isNavigation).length >= 3;
  const kept = isListed ? rows.filter(({ isNavigation }) => !isNavigation) : rows;
  const groups = groupRows(kept);
  const targets = new Set(groups.flatMap(({ entries }) => entries.map((entry) => entry.path)));
  const isIndex =
    targets.size > 0 &&
    (isIndexPath(path) || (targets.size >= entriesToBeAnIndex && counts.linked > linkedShare * (counts.linked + counts.prose)));
  return { index: isIndex ? { title, groups } : null, proseLength: counts.prose };
}

/** Front pages and what a folder of indexes holds list pages by their calling. */
export function isIndexPath(path: string): boolean {
  return (
    /(?:^|\/)(?:readme(?:[._-][\w-]+)*|_?index|summary|_sidebar|toc|contents)\.[a-z]+$/iu.test(path) ||
    /(?:^|\/)index(?:es)?\//iu.test(path)
  );
}

interface Collection {
  readonly path: string;
  readonly rows: Row[];
  readonly trail: Trail[];
  readonly counts: { prose: number; linked: number };
}

function collectRows(container: CleanElement, depth: number, collection: Collection): void {
  const blocks = [...blocksOf(container)];
  const outer = collection.trail.length;
  blocks.forEach((block, at) => {
    if (!isTextLine(block)) return collectRows(block, depth + 1, collection);
    const entries = entriesOf(block, collection.path);
    const level = labelLevel(block, blocks[at + 1], depth);
    if (level > 0 && (!hasLink(block) || leadsList(block, blocks[at + 1]))) enterTrail(collection.trail, level, textOf(block));
    if (entries.length > 0) addRow(block, entries, collection);
    else if (level === 0) collection.counts.prose += lengthOf(textOf(block));
  });
  if (depth > 0) collection.trail.length = Math.min(collection.trail.length, outer);
}

/** Headings by their level; then lines that are bold throughout; then what stands over a nested list. 0: no label. */
function labelLevel(block: CleanElement, next: CleanElement | undefined, depth: number): number {
  const heading = headingLevel(block);
  if (heading > 0) return heading;
  const text = textOf(block).trim();
  const [first] = block.children;
  const isBold = block.children.length === 1 && first?.kind === 'element' && (first.name === 'strong' || first.name === 'b');
  if (isBold && text.length <= 40) return boldLevel;
  return depth > 0 && (next?.name === 'ul' || next?.name === 'ol') && text.length <= 40 ? boldLevel + depth : 0;
}

function hasLink(block: CleanElement): boolean {
  return [...elementsOf(block)].some(({ name }) => name === 'a');
}

/** A heading that is itself a link names the list right below it. */
function leadsList(block: CleanElement, next: CleanElement | undefined): boolean {
  return headingLevel(block) > 0 && (next?.name === 'ul' || next?.name === 'ol');
}

function enterTrail(trail: Trail[], level: number, text: string): void {
  while (trail.length > 0 && (trail.at(-1)?.level ?? 0) >= level) trail.pop();
  const label = text
    .replaceAll(/\s+/gu, ' ')
    .replace(/[:：\s]+$/u, '')
    .trim();
  if (label !== '') trail.push({ level, text: label });
}

function addRow(block: CleanElement, entries: readonly ParsedIndexEntry[], { rows, trail, counts }: Collection): void {
  const text = textOf(block);
  const links = [...elementsOf(block)].filter(({ name }) => name === 'a');
  const label = /^[\s\p{P}\p{S}]*([^|｜:：]{1,20})[:：]/u.exec(textBeforeLink(block))?.[1]?.trim();
  const isNavigation = links.length > 1 && /[|｜]/u.test(text) && label === undefined;
  counts.linked += lengthOf(text);
  const labels = trail.map((part) => part.text);
  rows.push({ trail: label !== undefined && links.length > 1 ? [...labels, label] : labels, entries, isNavigation });
}

function textBeforeLink(block: CleanElement): string {
  let text = '';
  for (const child of block.children) {
    if (child.kind === 'element' && (child.name === 'a' || [...elementsOf(child)].some(({ name }) => name === 'a'))) break;
    text += textOf(child);
  }
  return text;
}

function entriesOf(block: CleanElement, path: string): readonly ParsedIndexEntry[] {
  return [...elementsOf(block)].flatMap((node) => {
    const [, target] = (node.name === 'a' ? /^page:([^#]+)/u.exec(attribute(node, 'href') ?? '') : null) ?? [];
    const title = textOf(node)
      .replaceAll(/[^\S\u3000]+/gu, ' ')
      .trim();
    return target === undefined || target === path || title === '' ? [] : [{ title, path: target }];
  });
}

function groupRows(rows: readonly Row[]): readonly ParsedIndexGroup[] {
  const deepest = Math.max(0, ...rows.map(({ trail }) => trail.length));
  for (let depth = deepest; ; depth--) {
    const groups = groupAt(rows, depth);
    if (groups.length <= groupsLimit || depth <= 1) return groups;
  }
}

function groupAt(rows: readonly Row[], depth: number): readonly ParsedIndexGroup[] {
  const groups = new Map<string, { heading: string | null; entries: Map<string, ParsedIndexEntry> }>();
  for (const { trail, entries } of rows) {
    const heading = trail.slice(0, depth).join(' · ') || null;
    const group = groups.get(heading ?? '') ?? { heading, entries: new Map<string, ParsedIndexEntry>() };
    groups.set(heading ?? '', group);
    for (const entry of entries) if (!group.entries.has(entry.path)) group.entries.set(entry.path, entry);
  }
  return [...groups.values()].map(({ heading, entries }) => ({ heading, entries: [...entries.values()] }));
}

function lengthOf(text: string): number {
  const { wide, words } = measure(text);
  return wide + 2 * words;
}
