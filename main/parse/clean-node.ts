/**
 * The tree of a body on its way from parser to page: nothing but names of the allow-list gets in, because only the
 * builder makes nodes. Text lives in lines (paragraph, heading, preformatted); lines live in containers.
 */
export type Attribute = readonly [name: string, value: string];

export interface CleanText {
  readonly kind: 'text';
  text: string;
}

export interface CleanElement {
  readonly kind: 'element';
  name: string;
  attributes: readonly Attribute[];
  children: CleanNode[];
}

export type CleanNode = CleanText | CleanElement;

export function element(name: string, attributes: readonly Attribute[] = [], children: CleanNode[] = []): CleanElement {
  return { kind: 'element', name, attributes, children };
}

export function attribute(node: CleanElement, name: string): string | null {
  for (const [key, value] of node.attributes) if (key === name) return value;
  return null;
}

const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

export function isLine(node: CleanNode): boolean {
  return node.kind === 'element' && (node.name === 'p' || node.name === 'pre' || headingNames.includes(node.name));
}

/** 1 to 6 for a heading, else 0. */
export function headingLevel(node: CleanNode): number {
  return node.kind === 'element' ? headingNames.indexOf(node.name) + 1 : 0;
}

/** Text with line breaks as `\n`; pictures are silent. */
export function textOf(node: CleanNode): string {
  if (node.kind === 'text') return node.text;
  if (node.name === 'br') return '\n';
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

export function hasPicture(node: CleanNode): boolean {
  return node.kind === 'element' && (node.name === 'img' || node.children.some(hasPicture));
}

export function isBlank(node: CleanNode): boolean {
  return !hasPicture(node) && textOf(node).trim() === '';
}

/** Every element under `root`, in document order. The tree's depth is bounded by the builder, so recursion is safe. */
export function elementsOf(root: CleanElement): readonly CleanElement[] {
  const found: CleanElement[] = [];
  collectElements(root, found);
  return found;
}

function collectElements(parent: CleanElement, found: CleanElement[]): void {
  for (const child of parent.children) {
    if (child.kind !== 'element') continue;
    found.push(child);
    collectElements(child, found);
  }
}
