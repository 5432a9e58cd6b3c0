import { containerElements, impliedChildren, requiredParents } from './allow-list.ts';
import {
  type Attribute,
  attribute,
  type CleanElement,
  type CleanNode,
  element,
  hasPicture,
  isLine,
  textOf,
} from './clean-node.ts';

const containerDepthLimit = 180;
const inlineDepthLimit = 24;
/** Identical nesting says nothing more; a subscript in a subscript does. */
const nestable: ReadonlySet<string> = new Set(['span', 'sub', 'sup', 'q']);

interface LineKind {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}
type Inline = LineKind | null;

const paragraph: LineKind = { name: 'p', attributes: [] };

/**
 * Builds a body in canonical form from the events of a walk in document order, whatever the walk meets: a line holds only
 * inline elements, a container only lines and containers, inline elements never span two lines (they are closed and opened
 * again), links are never nested. A browser that parses the written body therefore builds this very tree again.
 */
export class BodyBuilder {
  readonly root: CleanElement = element('root');
  readonly #containers: CleanElement[] = [this.root];
  readonly #implied = new Set<CleanElement>();
  readonly #kinds: LineKind[] = [paragraph];
  readonly #inlines: Inline[] = [];
  /** Elements of the first `#openedCount` entries of `#inlines`, without the null ones. */
  readonly #opened: CleanElement[] = [];
  #openedCount = 0;
  #line: CleanElement | null = null;
  #isAfterBreak = false;
  #mark: string | null = null;
  readonly #marks = new Set<string>();

  get isPreformatted(): boolean {
    return this.#kind.name === 'pre';
  }

  text(text: string): void {
    const isBlank = text.trim() === '';
    if (isBlank && !this.isPreformatted) {
      if (this.#line !== null) append(this.#opened.at(-1) ?? this.#line, text);
      return;
    }
    if (!isBlank) this.#isAfterBreak = false;
    append(this.#place(), text);
  }

  picture(url: string, attributes: readonly Attribute[]): void {
    this.#isAfterBreak = false;
    this.#place().children.push(element('img', [['src', url], ...attributes]));
  }

  /** Two breaks in a row end a paragraph. */
  lineBreak(): void {
    if (this.isPreformatted) return this.text('\n');
    if (this.#line === null) return;
    if (!this.#isAfterBreak) {
      this.#place().children.push(element('br'));
      this.#isAfterBreak = true;
    } else if (this.#kind.name === 'p') this.#endLine();
  }

  rule(): void {
    if (this.isPreformatted) return this.text('\n');
    this.#endLine();
    this.#flowContainer().children.push(element('hr'));
  }

  card(kind: string, url: string, label: string): void {
    if (this.isPreformatted) return;
    this.#endLine();
    const link = element('a', [['href', url]], [{ kind: 'text', text: label }]);
    this.#flowContainer().children.push(element('p', [['data-embed', kind]], [link]));
  }

  /** A place that a link leads to: the line that is open, else the next one. */
  mark(id: string): void {
    if (this.#marks.has(id)) return;
    this.#marks.add(id);
    if (this.#line !== null && attribute(this.#line, 'id') === null && textOf(this.#line).trim() === '') {
      this.#line.attributes = [...this.#line.attributes, ['id', id]];
    } else this.#mark = id;
  }

  openInline(name: string, attributes: readonly Attribute[]): void {
    const isRepeated = !nestable.has(name) && this.#inlines.some((inline) => inline?.name === name);
    const isTooDeep = this.#inlines.length >= inlineDepthLimit;
    this.#inlines.push(isRepeated || isTooDeep ? null : { name, attributes });
  }

  closeInline(): void {
    const closed = this.#inlines.pop();
    if (this.#openedCount <= this.#inlines.length) return;
    this.#openedCount = this.#inlines.length;
    if (closed) this.#opened.pop();
  }

  openLine(name: string, attributes: readonly Attribute[]): void {
    const outer = this.#kind;
    if (outer.name === 'pre') return this.openGroup([]);
    this.#endLine();
    const isInHeading = outer.name !== 'p' && name === 'p';
    this.#kinds.push(isInHeading ? outer : { name, attributes: merged(outer.attributes, attributes) });
  }

  /** A block without a meaning of its own; its language, direction and alignment pass to its lines. */
  openGroup(attributes: readonly Attribute[]): void {
    const { name, attributes: inherited } = this.#kind;
    if (name === 'pre') this.#newLineInPreformatted();
    else this.#endLine();
    this.#kinds.push({ name, attributes: merged(inherited, attributes) });
  }

  /** Closes what `openLine` or `openGroup` opened. */
  closeKind(): void {
    this.#kinds.pop();
    if (!this.isPreformatted) this.#endLine();
  }

  /** Null where the container cannot stand: it then is a group, to be closed by `closeKind`. */
  openContainer(name: string, attributes: readonly Attribute[]): CleanElement | null {
    if (this.isPreformatted || this.#containers.length >= containerDepthLimit || !this.#makeRoomFor(name)) {
      this.openGroup([]);
      return null;
    }
    const container = element(name, attributes);
    this.#top.children.push(container);
    this.#containers.push(container);
    this.#kinds.push(paragraph);
    return container;
  }

  closeContainer(container: CleanElement): void {
    this.#endLine();
    while (this.#containers.length > 1 && this.#containers.pop() !== container);
    if (this.#top.name === 'figure' && this.#implied.has(this.#top)) this.#containers.pop();
    this.#kinds.pop();
  }

  get #top(): CleanElement {
    return this.#containers.at(-1) ?? this.root;
  }

  get #kind(): LineKind {
    return this.#kinds.at(-1) ?? paragraph;
  }

  #endLine(): void {
    this.#line = null;
    this.#opened.length = 0;
    this.#openedCount = 0;
    this.#isAfterBreak = false;
  }

  /** The innermost open inline element of the current line; opens what is not open yet. */
  #place(): CleanElement {
    const line = this.#line ?? this.#startLine();
    let place = this.#opened.at(-1) ?? line;
    for (; this.#openedCount < this.#inlines.length; this.#openedCount++) {
      const inline = this.#inlines[this.#openedCount];
      if (!inline) continue;
      const opened = element(inline.name, inline.attributes);
      place.children.push(opened);
      this.#opened.push(opened);
      place = opened;
    }
    return place;
  }

  #startLine(): CleanElement {
    const { name, attributes } = this.#kind;
    const line = element(name, this.#mark === null ? attributes : [...attributes, ['id', this.#mark]]);
    this.#mark = null;
    this.#flowContainer().children.push(line);
    this.#line = line;
    return line;
  }

  /** The top container if lines and blocks may stand in it, else what the content there implies. */
  #flowContainer(): CleanElement {
    for (let implied = impliedChildren.get(this.#top.name); implied; implied = impliedChildren.get(this.#top.name)) {
      const container = element(implied);
      this.#top.children.push(container);
      this.#containers.push(container);
      this.#implied.add(container);
    }
    return this.#top;
  }

  #makeRoomFor(name: string): boolean {
    const parents = requiredParents.get(name);
    this.#endLine();
    if (!parents) {
      this.#flowContainer();
      return containerElements.has(name);
    }
    while (this.#implied.has(this.#top) && !parents.has(this.#top.name)) this.#containers.pop();
    if (parents.has(this.#top.name)) return true;
    return name === 'figcaption' && this.#wrapPicturesInFigure();
  }

  /** A caption outside any figure belongs to the pictures before it. */
  #wrapPicturesInFigure(): boolean {
    const last = this.#top.children.at(-1);
    if (!last || !isLine(last) || !hasPicture(last) || textOf(last).trim() !== '') return false;
    this.#top.children.pop();
    const figure = element('figure', [], [last]);
    this.#top.children.push(figure);
    this.#containers.push(figure);
    this.#implied.add(figure);
    return true;
  }

  #newLineInPreformatted(): void {
    if (this.#line !== null && !textOf(this.#line).endsWith('\n')) append(this.#opened.at(-1) ?? this.#line, '\n');
  }
}

function append(parent: CleanElement, text: string): void {
  const last: CleanNode | undefined = parent.children.at(-1);
  if (last?.kind === 'text') last.text += text;
  else parent.children.push({ kind: 'text', text });
}

function merged(outer: readonly Attribute[], inner: readonly Attribute[]): readonly Attribute[] {
  if (outer.length === 0) return inner;
  if (inner.length === 0) return outer;
  const both = [...outer.filter(([name]) => !inner.some(([other]) => other === name)), ...inner];
  return both.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
