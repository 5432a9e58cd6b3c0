import type { CleanElement, CleanNode } from './clean-node.ts';
import type { ParsedLink, ParsedPicture } from './parsed-page.ts';
import { textOf } from './clean-node.ts';

export interface WrittenBody {
  readonly html: string;
  readonly pictures: readonly ParsedPicture[];
  readonly links: readonly ParsedLink[];
}

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };

const inText = /[&<>\u00a0]/u;
const inValue = /[&<>"\u00a0]/u;
const allInValue = /[&<>"\u00a0]/gu;
const allInText = /[&<>\u00a0]/gu;

function escapeText(text: string): string {
  return inText.test(text) ? text.replaceAll(allInText, escapeCharacter) : text;
}

function escapeValue(value: string): string {
  return inValue.test(value) ? value.replaceAll(allInValue, escapeCharacter) : value;
}

function escapeCharacter(character: string): string {
  return markup[character] ?? character;
}

/** Canonical HTML with the pictures numbered and the links listed, both in document order. */
export function writeBody(root: CleanElement): WrittenBody {
  const pictures: ParsedPicture[] = [];
  const links: ParsedLink[] = [];
  const output: string[] = [];
  const write = (node: CleanNode): void => {
    if (node.kind === 'text') {
      output.push(escapeText(node.text));
      return;
    }
    output.push(openTag(node, pictures));
    if (node.name === 'a') collectLink(node, links);
    if (node.name === 'br' || node.name === 'hr' || node.name === 'img') return;
    // A parser drops the first line feed of a preformatted block.
    if (node.name === 'pre' && textOf(node).startsWith('\n')) output.push('\n');
    for (const child of node.children) write(child);
    output.push(`</${node.name}>`);
  };
  for (const child of root.children) write(child);
  return { html: output.join(''), pictures, links };
}

function openTag(node: CleanElement, pictures: ParsedPicture[]): string {
  let tag = `<${node.name}`;
  for (const [name, value] of node.attributes) {
    if (node.name !== 'img' || name !== 'src') tag += ` ${name}="${escapeValue(value)}"`;
    else {
      tag += ` data-picture="${pictures.length}"`;
      pictures.push({ url: value, alt: node.attributes.find(([key]) => key === 'alt')?.[1] ?? '' });
    }
  }
  return `${tag}>`;
}

function collectLink(node: CleanElement, links: ParsedLink[]): void {
  const url = node.attributes.find(([name]) => name === 'href')?.[1];
  if (url !== undefined) links.push({ text: textOf(node).replaceAll(/\s+/gu, ' ').trim(), url });
}
