import type { WebContents } from 'electron';
import * as v from 'valibot';
import { articleOrigin } from '#main/read/article-address.ts';
import type { SpokenPassage, SpokenText } from '#preload/contract/aloud-types.ts';
import type { PlaceInArticle } from '#preload/contract/library-types.ts';
import { isPassageShown, showPassageExpression, spokenTextExpression, spokenTextIn } from './frame-speech.ts';
import type { BoxInFrame } from '#preload/contract/viewing-types.ts';

/**
 * A look into the frames of articles from outside. Their documents run no script, so where a reader stands in one cannot be asked
 * of them; the main side evaluates a few expressions of its own in a world apart from the document's (the DevTools protocol).
 * Nothing that comes back is trusted: it has to have its shape.
 */
export interface ArticleFrames {
  /** Null where no frame shows the article. */
  placeOf(articleId: string): Promise<PlaceInArticle | null>;
  /** What is selected of the article; empty for nothing. */
  selectionOf(articleId: string): Promise<string>;
  /** Where in its frame the link stands; null where no frame shows the article, or it has no such link. */
  boxOfLink(articleId: string, address: string): Promise<BoxInFrame | null>;
  /** The focus goes back to the link that a window was asked by, where the frame has the focus and shows the article. */
  focusLink(articleId: string, address: string): Promise<void>;
  /** What can be read aloud; null where no frame shows the article. */
  textOf(articleId: string): Promise<SpokenText | null>;
  /** Highlights what is read; null: nothing any longer. False where no frame shows that passage. */
  showPassage(articleId: string, passage: SpokenPassage | null): Promise<boolean>;
  /** Shows a change of the reader's stylesheet, without a new document. */
  restyle(): Promise<void>;
}

/** The block whose end is the first below the upper edge, and the last heading that has passed it. */
const placeExpression = `(() => {
  const body = document.querySelector('.body');
  if (!body || document.readyState === 'loading') return null;
  const edge = 24;
  const blocks = [...body.children].filter((block) => block.id !== '');
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (blocks[middle].getBoundingClientRect().bottom <= edge) from = middle + 1;
    else to = middle;
  }
  const headings = [...body.querySelectorAll('h2[id], h3[id], h4[id], h5[id], h6[id]')];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= edge + 80);
  const way = document.documentElement.scrollHeight - innerHeight;
  return {
    articleId: decodeURIComponent(location.pathname.slice(1)),
    anchor: blocks[Math.min(from, blocks.length - 1)]?.id ?? '',
    progress: way <= 0 ? 1 : Math.min(1, Math.max(0, scrollY / way)),
    heading: passed.at(-1)?.id ?? null,
  };
})()`;

const selectionExpression = `({
  articleId: decodeURIComponent(location.pathname.slice(1)),
  text: String(getSelection() ?? '').slice(0, 100000),
})`;
const selectionAnswer = v.object({ result: v.object({ value: v.object({ articleId: v.string(), text: v.string() }) }) });

/** Of a link that goes over two lines, the end. `address` is made by `linkAddress`: no sign in it means anything to a script. */
const boxExpression = (articleId: string, address: string): string => `(() => {
  if (decodeURIComponent(location.pathname.slice(1)) !== ${JSON.stringify(articleId)}) return null;
  const box = [...(document.querySelector('a[href=${JSON.stringify(address)}]')?.getClientRects() ?? [])].at(-1);
  return box ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
})()`;
const px = v.pipe(v.number(), v.finite());
const boxAnswer = v.object({
  result: v.object({ value: v.object({ left: px, top: px, right: px, bottom: px }) }),
});

/** Nothing is scrolled. A reader who has gone on to something else stays there. */
const focusExpression = (articleId: string, address: string): string => `(() => {
  if (!document.hasFocus() || decodeURIComponent(location.pathname.slice(1)) !== ${JSON.stringify(articleId)}) return;
  document.querySelector('a[href=${JSON.stringify(address)}]')?.focus({ preventScroll: true });
})()`;

const idOfDocument = v.pipe(v.string(), v.maxLength(300));
const placeAnswer = v.object({
  result: v.object({
    value: v.object({
      articleId: v.pipe(v.string(), v.maxLength(5_100)),
      anchor: idOfDocument,
      progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      heading: v.nullable(idOfDocument),
    }),
  }),
});

/** The sheet that goes away stays until the new one is there, so that nothing jumps. */
const addStyle = (turn: number): string => `(() => {
  if (!document.getElementById('reading-style')) return;
  const next = document.createElement('link');
  next.id = 'reading-style';
  next.rel = 'stylesheet';
  next.href = 'offprint-article://style/reading.css?${turn}';
  document.head.append(next);
})()`;
const dropOldStyles = `(() => {
  for (const old of [...document.querySelectorAll('#reading-style')].slice(0, -1)) old.remove();
})()`;
const styleLoadsWithinMs = 250;

const worldName = 'offprint';
const frameTree = v.object({ frameTree: v.object({ frame: v.object({ id: v.string() }) }) });
const world = v.object({ executionContextId: v.number() });
const targets = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});
const attached = v.object({ sessionId: v.string() });

/** Evaluates an expression in every article frame of the contents; null for a frame that went away meanwhile. */
async function evaluateInFrames(contents: WebContents, expression: string): Promise<unknown[]> {
  // Attached for the moment only: a frame that is replaced while it is looked at could take its process with it.
  if (contents.isDestroyed() || contents.debugger.isAttached()) return [];
  try {
    contents.debugger.attach('1.3');
    const { targetInfos } = v.parse(targets, await contents.debugger.sendCommand('Target.getTargets', {}));
    const frames = targetInfos.filter(({ type, url }) => type === 'iframe' && url.startsWith(`${articleOrigin}/`));
    return await Promise.all(frames.map(({ targetId }) => evaluateInOwn(contents, targetId, expression).catch(() => null)));
  } catch {
    return [];
  } finally {
    if (!contents.isDestroyed() && contents.debugger.isAttached()) contents.debugger.detach();
  }
}

/** The frames of all windows are listed: one of another window has no owner here. */
async function evaluateInOwn(contents: WebContents, targetId: string, expression: string): Promise<unknown> {
  await contents.debugger.sendCommand('DOM.getFrameOwner', { frameId: targetId });
  return evaluateInTarget(contents, targetId, expression);
}

async function evaluateInTarget(contents: WebContents, targetId: string, expression: string): Promise<unknown> {
  const send = (method: string, parameters: object, session?: string): Promise<unknown> =>
    contents.debugger.sendCommand(method, parameters, session);
  const { sessionId } = v.parse(attached, await send('Target.attachToTarget', { targetId, flatten: true }));
  try {
    const { frame } = v.parse(frameTree, await send('Page.getFrameTree', {}, sessionId)).frameTree;
    const made = await send('Page.createIsolatedWorld', { frameId: frame.id, worldName }, sessionId);
    const { executionContextId: contextId } = v.parse(world, made);
    return await send('Runtime.evaluate', { expression, contextId, returnByValue: true, timeout: 500 }, sessionId);
  } finally {
    await send('Target.detachFromTarget', { sessionId });
  }
}

export function watchArticleFrames(contents: WebContents): ArticleFrames {
  let turn = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One look at a time: there is one way in. */
  function evaluateInAll(expression: string): Promise<unknown[]> {
    const answers = last.then(() => evaluateInFrames(contents, expression));
    last = answers;
    return answers;
  }

  return {
    placeOf: async (articleId) => {
      for (const answer of await evaluateInAll(placeExpression)) {
        if (!v.is(placeAnswer, answer) || answer.result.value.articleId !== articleId) continue;
        const { anchor, progress, heading } = answer.result.value;
        return { anchor, progress, heading };
      }
      return null;
    },
    selectionOf: async (articleId) => {
      for (const answer of await evaluateInAll(selectionExpression))
        if (v.is(selectionAnswer, answer) && answer.result.value.articleId === articleId) return answer.result.value.text;
      return '';
    },
    boxOfLink: async (articleId, address) => {
      const found = (await evaluateInAll(boxExpression(articleId, address))).find((answer) => v.is(boxAnswer, answer));
      return v.is(boxAnswer, found) ? found.result.value : null;
    },
    focusLink: async (articleId, address) => {
      await evaluateInAll(focusExpression(articleId, address));
    },
    textOf: async (articleId) => spokenTextIn(await evaluateInAll(spokenTextExpression), articleId),
    showPassage: async (articleId, passage) => isPassageShown(await evaluateInAll(showPassageExpression(articleId, passage))),
    restyle: async () => {
      turn += 1;
      await evaluateInAll(addStyle(turn));
      await new Promise((resolve) => setTimeout(resolve, styleLoadsWithinMs));
      await evaluateInAll(dropOldStyles);
    },
  };
}
