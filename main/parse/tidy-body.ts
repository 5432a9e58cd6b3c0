import { slimContainers } from './allow-list.ts';
import {
  attribute,
  type CleanElement,
  type CleanNode,
  element,
  elementsOf,
  hasPicture,
  headingLevel,
  isBlank,
  isLine,
  textOf,
} from './clean-node.ts';
import { blocksOf } from './blocks.ts';
import { joinSpaces } from './join-spaces.ts';

/** Space, empty lines and containers, single paragraphs, layout tables. Applied to its own output it changes nothing. */
export function tidyBody(root: CleanElement): void {
  dropUnusedIds(root);
  tidyContainer(root);
}

function tidyContainer(container: CleanElement): void {
  const kept: CleanNode[] = [];
  for (const child of container.children) {
    if (child.kind === 'text') continue;
    for (const block of tidyBlock(child)) {
      const previous = kept.at(-1);
      const isSecondRule = isRule(block) && previous !== undefined && isRule(previous);
      if (!isSecondRule) kept.push(block);
    }
  }
  container.children = container.name === 'figure' ? kept.flatMap(barePictures) : kept;
  if (slimContainers.has(container.name)) unwrapSingleParagraph(container);
}

function isRule(node: CleanNode): boolean {
  return node.kind === 'element' && node.name === 'hr';
}

/** What becomes of one block: itself, nothing, or (a layout table) what is in it. */
function tidyBlock(block: CleanElement): readonly CleanElement[] {
  if (block.name === 'hr') return [block];
  if (isLine(block)) {
    tidyLine(block);
    return isBlank(block) ? [] : [block];
  }
  tidyContainer(block);
  const cell = block.name === 'table' ? singleCell(block) : null;
  if (cell !== null) return layoutTable(cell);
  const isCell = block.name === 'td' || block.name === 'th';
  return block.children.length > 0 || isCell ? [block] : [];
}

function tidyLine(line: CleanElement): void {
  if (line.name === 'pre') return;
  joinSpaces(line, headingLevel(line) > 0);
  dropEmptyInlines(line);
  trimBreaks(line, 'start');
  trimBreaks(line, 'end');
  dropEmptyInlines(line);
}

function dropEmptyInlines(parent: CleanElement): void {
  parent.children = parent.children.filter((child) => {
    if (child.kind === 'text') return child.text !== '';
    if (child.name === 'img' || child.name === 'br') return true;
    dropEmptyInlines(child);
    return (
      child.children.length > 0 &&
      (child.name === 'code' || !isBlank(child) || child.children.some(isBreak) || textOf(child) !== '')
    );
  });
}

function isBreak(node: CleanNode): boolean {
  return node.kind === 'element' && node.name === 'br';
}

/** Removes breaks at one end of a line, however deep in inline elements. */
function trimBreaks(parent: CleanElement, end: 'start' | 'end'): void {
  for (;;) {
    const child = parent.children.at(end === 'start' ? 0 : -1);
    if (child === undefined) return;
    const isNothing = isBreak(child) || (child.kind === 'text' && child.text.trim() === '');
    if (!isNothing) {
      if (child.kind === 'element' && child.name !== 'img' && child.name !== 'code') trimBreaks(child, end);
      if (child.kind === 'text' || child.name === 'img' || child.name === 'code' || child.children.length > 0) return;
    }
    if (end === 'start') parent.children.shift();
    else parent.children.pop();
  }
}

function unwrapSingleParagraph(container: CleanElement): void {
  const paragraphs = container.children.filter((child) => child.kind === 'element' && child.name === 'p');
  const [only] = paragraphs;
  if (paragraphs.length !== 1 || only?.kind !== 'element' || only.attributes.length > 0) return;
  container.children = container.children.flatMap((child) => (child === only ? only.children : [child]));
}

/** In a figure, pictures stand without a paragraph around them. */
function barePictures(block: CleanNode): readonly CleanNode[] {
  if (block.kind !== 'element' || block.name !== 'p' || block.attributes.length > 0 || !isPicturesOnly(block)) return [block];
  return block.children.filter((child) => child.kind === 'element' && child.name !== 'br');
}

function isPicturesOnly(node: CleanElement): boolean {
  return hasPicture(node) && textOf(node).trim() === '';
}

function singleCell(table: CleanElement): CleanElement | null {
  let found: CleanElement | null = null;
  for (const { name, children } of elementsOf(table)) {
    if (name === 'caption' || name === 'table') return null;
    if (name !== 'td' && name !== 'th') continue;
    if (found !== null) return null;
    found = element(name, [], children);
  }
  return found;
}

/** A table of one cell only places what is in it: a picture and its caption, or plain text. */
function layoutTable(cell: CleanElement): readonly CleanElement[] {
  const blocks = [...blocksOf(cell)].map((block) => (block.name === 'run' ? element('p', [], block.children) : block));
  const figure = figureOf(blocks);
  return figure === null ? blocks : [figure];
}

/** Pictures followed by their caption as one figure, if that is all there is. */
export function figureOf(blocks: readonly CleanElement[]): CleanElement | null {
  const lines = blocks.flatMap(splitAfterPictures);
  const [first] = lines;
  if (first === undefined || !isPicturesOnly(first)) return null;
  const isSimple = lines.every((line) => line.name === 'p' && attribute(line, 'data-embed') === null);
  const pictures = lines.filter(isPicturesOnly);
  const captions = lines.slice(pictures.length);
  if (!isSimple || captions.some(hasPicture)) return null;
  const caption = element('figcaption', [], captions);
  unwrapSingleParagraph(caption);
  return element('figure', [], [...pictures.flatMap(barePictures), ...(captions.length > 0 ? [caption] : [])]);
}

/** `picture <br> caption` as two lines. */
function splitAfterPictures(block: CleanElement): readonly CleanElement[] {
  if (block.name !== 'p' || block.attributes.length > 0) return [block];
  const { children } = block;
  const at = children.findIndex(isBreak);
  const head = element('p', [], children.slice(0, at));
  if (at <= 0 || !isPicturesOnly(head)) return [block];
  return [head, ...splitAfterPictures(element('p', [], children.slice(at + 1)))];
}

/** Rules at either end, or next to each other, separate nothing. */
export function trimRules(root: CleanElement): void {
  root.children = root.children.filter((child, at, all) => {
    const previous = all[at - 1];
    return !isRule(child) || (previous !== undefined && !isRule(previous));
  });
  for (let last = root.children.at(-1); last && isRule(last); last = root.children.at(-1)) root.children.pop();
}

/** The highest heading of a body is of level 2, under the title; the steps between levels stay. */
export function alignHeadings(root: CleanElement): void {
  const headings = elementsOf(root).filter((node) => headingLevel(node) > 0);
  const highest = headings.reduce((level, heading) => Math.min(level, headingLevel(heading)), 6);
  for (const heading of headings) heading.name = `h${Math.min(6, headingLevel(heading) + 2 - highest)}`;
}

/** Ids that no link of the body leads to are of no use. */
export function dropUnusedIds(root: CleanElement): void {
  const elements = elementsOf(root);
  const marked = elements.filter((node) => attribute(node, 'id') !== null);
  if (marked.length === 0) return;
  const wanted = new Set<string>();
  for (const node of elements) {
    const href = node.name === 'a' ? attribute(node, 'href') : null;
    if (href?.startsWith('#') === true && !isBlank(node)) wanted.add(href.slice(1));
  }
  for (const node of marked)
    if (!wanted.has(attribute(node, 'id') ?? '')) node.attributes = node.attributes.filter(([name]) => name !== 'id');
}
