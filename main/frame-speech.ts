import * as v from 'valibot';
import type { SpokenPassage, SpokenText } from '#preload/contract/aloud-types.ts';

/**
 * What `article-frames.ts` evaluates in the frame of an article for reading aloud. Each expression finds the blocks of the document
 * anew: nothing of an evaluation is there for the next one. Blocks and offsets are of the text that is shown, so that marks of a
 * search, which only wrap it, change neither.
 */

const mostBlocks = 20_000;
const longestBlock = 100_000;
const edgePx = 24;
/** The sentence that is read stays this far from the edges. */
const marginPx = 56;

/** Each block: its text, and the text nodes that it consists of. A picture's place, code and marks of footnotes are no text. */
const findBlocks = `
  const blockNames = new Set(('P H1 H2 H3 H4 H5 H6 LI DT DD TD TH CAPTION FIGCAPTION BLOCKQUOTE UL OL DL TABLE THEAD TBODY TFOOT ' +
    'TR FIGURE DIV HR BR').split(' '));
  const isSkipped = (element) => element.matches('pre, rt, rp, .picture-missing, .picture, sup:has(> a[href^="#"])');
  const blocks = [];
  let open = null;
  const visit = (element) => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (!open) blocks.push((open = { element, nodes: [], text: '' }));
        open.nodes.push([child, open.text.length]);
        open.text += child.data.replace(/\\s/g, ' ');
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const isBlock = blockNames.has(child.tagName) || child.tagName === 'PRE';
        if (isBlock) open = null;
        if (!isSkipped(child)) visit(child);
        if (isBlock) open = null;
      }
    }
  };
  const frameShows = () => document.readyState !== 'loading' && !document.querySelector('.original') && document.querySelector('.body');
  if (frameShows()) for (const root of document.querySelectorAll('article > header > h1, article > .body')) {
    open = null;
    visit(root);
  }
  const spoken = blocks.filter(({ text }) => text.trim() !== '' && text.length <= ${longestBlock}).slice(0, ${mostBlocks});
  const articleId = decodeURIComponent(location.pathname.slice(1));`;

/** The article that a frame shows, what can be read of it, and where to begin. */
export const spokenTextExpression = `(() => {${findBlocks}
  if (!frameShows()) return null;
  const selected = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    for (const [block, { nodes }] of spoken.entries())
      for (const [node, at] of nodes)
        if (range.intersectsNode(node) && !(node === range.startContainer && range.startOffset === node.length))
          return { block, offset: at + (node === range.startContainer ? range.startOffset : 0) };
    return null;
  };
  const seen = () => {
    let covering = -1;
    for (const [block, { element }] of spoken.entries()) {
      const box = element.getBoundingClientRect();
      if (box.height === 0 || box.bottom <= ${edgePx}) continue;
      if (box.top >= innerHeight) break;
      if (box.top >= 0) return { block, offset: 0 };
      covering = covering < 0 ? block : covering;
    }
    return { block: Math.max(0, covering), offset: 0 };
  };
  return {
    articleId,
    text: {
      blocks: spoken.map(({ element, text }) => ({ text, language: element.closest('[lang]')?.lang ?? '' })),
      language: document.querySelector('article')?.lang ?? '',
      start: selected() ?? seen(),
    },
  };
})()`;

/** Highlights a passage of the article, without a change of the document, and scrolls to it where it is out of sight. */
export function showPassageExpression(id: string, passage: SpokenPassage | null): string {
  return `(() => {
  const [id, passage] = ${JSON.stringify([id, passage])};
  if (decodeURIComponent(location.pathname.slice(1)) !== id) return null;
  CSS.highlights.delete('aloud');
  if (!passage) return true;
  ${findBlocks}
  const block = spoken[passage.block];
  if (articleId !== id || block?.text.slice(passage.start, passage.end) !== passage.text) return false;
  const range = new Range();
  for (const [node, at] of block.nodes) {
    if (at <= passage.start) range.setStart(node, Math.min(node.length, passage.start - at));
    if (at < passage.end) range.setEnd(node, Math.min(node.length, passage.end - at));
  }
  CSS.highlights.set('aloud', new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < ${marginPx} || box.bottom > innerHeight - ${marginPx})
    scrollTo({ top: scrollY + box.top - Math.max(${marginPx}, Math.min(innerHeight * 0.3, innerHeight - box.height - ${marginPx})) });
  return true;
})()`;
}

const text = v.pipe(v.string(), v.maxLength(longestBlock));
const language = v.pipe(v.string(), v.maxLength(100));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const spokenTextAnswer = v.object({
  result: v.object({
    value: v.object({
      articleId: v.string(),
      text: v.object({
        blocks: v.pipe(v.array(v.object({ text, language })), v.maxLength(mostBlocks)),
        language,
        start: v.object({ block: place, offset: place }),
      }),
    }),
  }),
});
const passageAnswer = v.object({ result: v.object({ value: v.boolean() }) });

/** Of the first frame that shows the article; null where none does. */
export function spokenTextIn(answers: readonly unknown[], id: string): SpokenText | null {
  for (const answer of answers)
    if (v.is(spokenTextAnswer, answer) && answer.result.value.articleId === id) return answer.result.value.text;
  return null;
}

/** Whether some frame shows the passage. */
export function isPassageShown(answers: readonly unknown[]): boolean {
  return answers.some((answer) => v.is(passageAnswer, answer) && answer.result.value);
}
