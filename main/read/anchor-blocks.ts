import { readTokens } from './html-tokens.ts';

const voidNames = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Gives every block at the outermost level of a body, as the frame shows it, an id (`block-0`, `block-1` …), but for those that have one: so a fragment
 * leads to the place where reading stopped. Other ids of a body begin with `at-` or `match-`.
 */
export function anchorBlocks(html: string): string {
  let [depth, blocks] = [0, 0];
  return readTokens(html)
    .map((token) => {
      if (token.kind === 'text') return token.raw;
      if (token.kind === 'close') {
        depth -= 1;
        return token.raw;
      }
      const isOutermost = depth === 0;
      if (!voidNames.has(token.name)) depth += 1;
      if (!isOutermost || voidNames.has(token.name)) return token.raw;
      blocks += 1;
      return token.attributes.has('id') ? token.raw : `${token.raw.slice(0, -1)} id="block-${blocks - 1}">`;
    })
    .join('');
}
