import { attribute, type CleanElement, elementsOf, hasPicture, textOf } from './clean-node.ts';
import type { RepeatableBlock } from './parsed-page.ts';

/** Longer blocks are text. In UTF-16 code units. */
const lengthLimit = 400;
/** Of one page, from its top and from its end: furniture stands at the edges, and a page of a thousand pictures is no reason to store them. */
const blocksAtEachEnd = 12;
const headingName = /^h[1-6]$/;
const separators = /[\s\p{P}\p{S}]+/gu;

/** The blocks of a body that would be furniture if they recurred across the archive. */
export function repeatableBlocks(body: CleanElement): readonly RepeatableBlock[] {
  return [...new Map([...repeatableOf(body).values()].map((repeatable) => [repeatable.fingerprint, repeatable])).values()];
}

/** Leaves the blocks out; says whether there were any. */
export function dropFurniture(body: CleanElement, furniture: ReadonlySet<number>): boolean {
  const dropped = new Set<CleanElement>();
  for (const [block, { fingerprint }] of repeatableOf(body)) if (furniture.has(fingerprint)) dropped.add(block);
  if (dropped.size === 0) return false;
  body.children = body.children.filter((child) => child.kind === 'text' || !dropped.has(child));
  return true;
}

/** What stands right behind a heading is what the heading promises. */
function repeatableOf(body: CleanElement): ReadonlyMap<CleanElement, RepeatableBlock> {
  const blocks = body.children.filter((child) => child.kind === 'element');
  const found = new Map<CleanElement, RepeatableBlock>();
  for (const [block, previous] of edgesOf(blocks.map((item, at) => [item, blocks[at - 1]] as const))) {
    const repeatable = headingName.test(previous?.name ?? '') ? null : repeatableBlock(block);
    if (repeatable) found.set(block, repeatable);
  }
  return found;
}

function edgesOf<Block>(blocks: readonly Block[]): readonly Block[] {
  if (blocks.length <= 2 * blocksAtEachEnd) return blocks;
  return [...blocks.slice(0, blocksAtEachEnd), ...blocks.slice(-blocksAtEachEnd)];
}

/** Null for a block that only says something: words that recur are a refrain or a heading, not furniture. */
function repeatableBlock(block: CleanElement): RepeatableBlock | null {
  const text = textOf(block).trim();
  if (text.length > lengthLimit) return null;
  const targets = [...elementsOf(block)].flatMap((node) => {
    const target = node.name === 'a' ? attribute(node, 'href') : node.name === 'img' ? attribute(node, 'src') : null;
    return target === null || target.startsWith('#') ? [] : [target];
  });
  if (targets.length === 0 || block.name === 'table') return null;
  // A way to another page of the same archive may well be what the page is for: such a row counts like a sentence.
  const leadsWithin = targets.some((target) => target.startsWith('page:'));
  const isPointer = !leadsWithin && (hasPicture(block) ? text === '' : wordsOutsideLinks(block) === '');
  return { fingerprint: fingerprintOf([text, ...targets].join('\n')), hasWords: !isPointer };
}

function wordsOutsideLinks(node: CleanElement): string {
  let words = '';
  for (const child of node.children) {
    if (child.kind === 'text') words += child.text.replaceAll(separators, '');
    else if (child.name !== 'a') words += wordsOutsideLinks(child);
  }
  return words;
}

/** 53 bits of a text, by two multiplicative hashes of 32 bits: stable across versions and systems. */
function fingerprintOf(text: string): number {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 0x100000000 * (0x1fffff & other) + (one >>> 0);
}
