import { type DefaultTreeAdapterTypes, html } from 'parse5';
import {
  containerElements,
  droppedWithContent,
  embedKinds,
  embeddedElements,
  groupingElements,
  inlineElements,
  lineElements,
  renamedElements,
} from './allow-list.ts';
import { BodyBuilder } from './body-builder.ts';
import type { Attribute, CleanElement } from './clean-node.ts';
import { attributeOf, commonAttributes, ownAttributes } from './clean-attributes.ts';
import type { HtmlParent } from './read-html.ts';
import { anchorId, type PageAddress, resolveLink, resolvePicture } from './resolve-address.ts';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;
/** What is to be closed when an element's content is done. */
type Closing = 'nothing' | 'inline' | 'kind' | CleanElement;

interface Frame {
  readonly children: readonly HtmlNode[];
  next: number;
  readonly closing: Closing;
}

/** Of a title or a description, in UTF-16 code units. */
const textLimit = 500;
const lazySources = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-actualsrc'];

/** Walks a parsed tree without recursion and lets only the allow-list through. `anchors`: ids that links of the page lead to. */
export function cleanBody(tree: HtmlParent, page: PageAddress, anchors: ReadonlySet<string>): CleanElement {
  const builder = new BodyBuilder();
  const stack: Frame[] = [{ children: tree.childNodes, next: 0, closing: 'nothing' }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.children[frame.next++];
    if (node === undefined) {
      stack.pop();
      close(builder, frame.closing);
    } else if (node.nodeName === '#text' && 'value' in node) builder.text(node.value);
    else if ('tagName' in node) {
      const closing = enter(builder, node, page, anchors);
      if (closing !== null) stack.push({ children: node.childNodes, next: 0, closing });
    }
  }
  return builder.root;
}

function close(builder: BodyBuilder, closing: Closing): void {
  if (closing === 'inline') builder.closeInline();
  else if (closing === 'kind') builder.closeKind();
  else if (closing !== 'nothing') builder.closeContainer(closing);
}

/** Null: the element's content is not looked at. */
function enter(builder: BodyBuilder, node: HtmlElement, page: PageAddress, anchors: ReadonlySet<string>): Closing | null {
  const name = renamedElements.get(node.tagName) ?? node.tagName;
  if (node.namespaceURI !== html.NS.HTML || droppedWithContent.has(name)) return null;
  markAnchor(builder, node, anchors);
  const embedKind = embeddedElements.get(name);
  if (embedKind !== undefined) return embed(builder, node, embedKind, page);
  if (inlineElements.has(name)) return openInline(builder, node, name, page);
  if (lineElements.has(name)) {
    builder.openLine(name, [...cardAttribute(node, name), ...commonAttributes(node)]);
    return 'kind';
  }
  if (containerElements.has(name))
    return builder.openContainer(name, [...commonAttributes(node), ...ownAttributes(node, name)]) ?? 'kind';
  if (groupingElements.has(name)) {
    builder.openGroup(commonAttributes(node));
    return 'kind';
  }
  return enterVoid(builder, node, name, page);
}

function enterVoid(builder: BodyBuilder, node: HtmlElement, name: string, page: PageAddress): Closing | null {
  if (name === 'br') builder.lineBreak();
  else if (name === 'hr') builder.rule();
  else if (name === 'img' || name === 'image') addPicture(builder, node, page);
  else if (name === 'input') addCheckbox(builder, node);
  else if (name !== 'wbr') return 'nothing';
  return null;
}

function markAnchor(builder: BodyBuilder, node: HtmlElement, anchors: ReadonlySet<string>): void {
  if (anchors.size === 0) return;
  for (const name of ['id', 'name']) {
    const id = anchorId(attributeOf(node, name) ?? '');
    if (id !== null && anchors.has(id)) builder.mark(id);
  }
}

function openInline(builder: BodyBuilder, node: HtmlElement, name: string, page: PageAddress): Closing {
  const href = name === 'a' || name === 'span' ? attributeOf(node, 'href') : null;
  const link = href === null ? null : resolveLink(href, page);
  const common = commonAttributes(node);
  if (link !== null && !isPictureAddress(link)) {
    const title = shortText(attributeOf(node, 'title'));
    builder.openInline('a', [['href', link], ...(title === '' ? [] : [['title', title] as const]), ...common]);
    return 'inline';
  }
  if (name === 'a' || (name === 'span' && common.length === 0)) return 'nothing';
  builder.openInline(name, [...ownAttributes(node, name), ...common]);
  return 'inline';
}

/** A picture that links to itself in another size: nothing to follow. */
function isPictureAddress(link: string): boolean {
  return /^https?:[^?#]*\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#]|$)/iu.test(link);
}

function cardAttribute(node: HtmlElement, name: string): readonly Attribute[] {
  const kind = name === 'p' ? attributeOf(node, 'data-embed') : null;
  return kind !== null && embedKinds.has(kind) ? [['data-embed', kind]] : [];
}

/** Width or height at most two pixels: it counts readers and shows nothing. */
function isPixel(node: HtmlElement): boolean {
  return ['width', 'height'].some((name) => /^\s*[0-2](?:\.\d+)?(?:px)?\s*$/iu.test(attributeOf(node, name) ?? ''));
}

function addPicture(builder: BodyBuilder, node: HtmlElement, page: PageAddress): void {
  if (isPixel(node)) return;
  const candidates = [
    ...lazySources.map((name) => attributeOf(node, name)),
    attributeOf(node, 'srcset')?.trim().split(/[\s,]/u)[0],
  ];
  const address = candidates.map((candidate) => (candidate ? resolvePicture(candidate, page) : null)).find((url) => url !== null);
  const alt = readableAlt(attributeOf(node, 'alt') ?? '');
  if (address) builder.picture(address, [['alt', alt], ...ownAttributes(node, 'img')]);
  else if (alt !== '') builder.text(alt);
}

/** Some templates write the quotes of the attribute as broken entities around its value. */
function readableAlt(alt: string): string {
  return shortText(
    alt
      .replaceAll(/&#0?39;?|&quot;?/gu, "'")
      .trim()
      .replace(/^'(.*)'$/su, '$1'),
  );
}

function shortText(text: string | null): string {
  const plain = (text ?? '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return plain.slice(0, textLimit).replace(/[\ud800-\udbff]$|\s+$/u, '');
}

function addCheckbox(builder: BodyBuilder, node: HtmlElement): void {
  if (attributeOf(node, 'type') !== 'checkbox' || attributeOf(node, 'disabled') === null) return;
  builder.text(attributeOf(node, 'checked') === null ? '☐' : '☑');
}

function embed(builder: BodyBuilder, node: HtmlElement, kind: string, page: PageAddress): null {
  const address = [node, ...childElements(node)].map((at) => attributeOf(at, 'src') ?? attributeOf(at, 'data')).find(Boolean);
  const url = address && !isPixel(node) ? resolveLink(address, page) : null;
  if (url === null || !/^https?:/u.test(url)) return null;
  if (isPictureAddress(url)) {
    builder.picture(url, [['alt', '']]);
    return null;
  }
  const host = new URL(url).hostname;
  builder.card(
    kind === 'page' && /(?:^|\.)(?:youtube(?:-nocookie)?|vimeo|bilibili|dailymotion|youmaker)\.com$/u.test(host) ? 'video' : kind,
    url,
    host,
  );
  return null;
}

function childElements(node: HtmlElement): readonly HtmlElement[] {
  return node.childNodes.filter((child) => 'tagName' in child);
}
