import { blocksOf, isTextLine } from './blocks.ts';
import { type CleanElement, textOf } from './clean-node.ts';

/** Plain text of a body: one line a block, cells of one table row separated by a tab. */
export function writeText(root: CleanElement): string {
  const lines: string[] = [];
  collect(root, lines);
  return lines.join('\n').normalize('NFC');
}

function collect(container: CleanElement, lines: string[]): void {
  for (const block of blocksOf(container)) {
    if (isTextLine(block)) {
      const text = textOf(block).trim();
      if (text !== '') lines.push(text);
    } else if (block.name === 'tr') collectRow(block, lines);
    else collect(block, lines);
  }
}

function collectRow(row: CleanElement, lines: string[]): void {
  const cells = [...blocksOf(row)].map((cell) => {
    const cellLines: string[] = [];
    collect(cell, cellLines);
    return cellLines.join('\n');
  });
  const text = cells.join('\t').trim();
  if (text !== '') lines.push(text);
}
