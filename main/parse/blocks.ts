import { type CleanElement, type CleanNode, element, isLine } from './clean-node.ts';

const inlineRun = 'run';
const blocks: ReadonlySet<string> = new Set(
  'p pre h1 h2 h3 h4 h5 h6 hr blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption'.split(' '),
);

function isInline(node: CleanNode): boolean {
  return node.kind === 'text' || !blocks.has(node.name);
}

/** The lines of a container one level down; a run of inline nodes that stands without a paragraph is a line named `run`. */
export function* blocksOf(container: CleanElement): Generator<CleanElement> {
  let run: CleanNode[] = [];
  for (const child of container.children) {
    if (isInline(child)) {
      run.push(child);
      continue;
    }
    if (run.length > 0) yield element(inlineRun, [], run);
    run = [];
    if (child.kind === 'element') yield child;
  }
  if (run.length > 0) yield element(inlineRun, [], run);
}

export function isTextLine(node: CleanElement): boolean {
  return node.name === inlineRun || isLine(node);
}
