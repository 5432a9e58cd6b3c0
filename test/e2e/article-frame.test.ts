import { expect, test } from '@playwright/test';
import type * as Electron from 'electron';
import { attackVectors } from '#test/helpers/attack-vectors.ts';
import { article, openApplication, rows } from './application.ts';
import { makeLibraryOf } from './hostile-archive.ts';

/** Written into the document by whatever runs. */
const prelude =
  "<!doctype html><script>function x(n) { document.documentElement.setAttribute('data-ran', n); } x('first');</script>";

/** What leads a whole document away, or swallows the rest of it, before the others in it have had their turn. */
const leading = /<(?:meta|base|frameset|plaintext|noscript|textarea|title|xmp|noframes|noembed)/iu;

const vectors = attackVectors()
  .filter(({ language, encoding, markup }) => language === 'html' && encoding === 'utf-8' && !leading.test(markup))
  .map(({ markup }) => markup);
const portionSize = 60;
const documents = Array.from({ length: Math.ceil(vectors.length / portionSize) }, (_unused, at) =>
  [prelude, ...vectors.slice(at * portionSize, (at + 1) * portionSize)].join('\n'),
);

test('attacks that nobody has cleaned, with no policy but the walls of the frame, run nothing', async () => {
  expect(vectors.length).toBeGreaterThan(1_000);
  const library = await makeLibraryOf({ 'pages/1.md': '# First\n\nSomething to read.\n' });
  const { electron, page, close } = await openApplication(library.dir, { isPlaceFollowed: true });
  try {
    await page
      .getByRole('treeitem', { name: /^hostile/u })
      .first()
      .click();
    await rows(page).first().click();
    await expect(article(page)).toContainText('Something to read');
    await electron.evaluate(({ protocol }, pages) => {
      protocol.unhandle('offprint-article');
      protocol.handle('offprint-article', ({ url }) => {
        const html = pages[Number(new URL(url).searchParams.get('attack'))] ?? '';
        return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
      });
    }, documents);
    await electron.evaluate(async ({ BrowserWindow: { getAllWindows } }) => {
      const ways = getAllWindows().map(({ webContents }) => webContents.debugger);
      while (ways.some((way) => way.isAttached())) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const way of ways) way.attach('1.3');
    });
    for (const at of documents.keys()) {
      const address = `offprint-article://library/hostile?attack=${at}`;
      // The document stays in its place: it is this portion, and none of it has left its mark.
      expect(await electron.evaluate(showInFrame, address)).toEqual({ address, mark: null });
    }
    // The same document where scripts may run: the eyes above would have seen it.
    const ran = await electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('offprint-article://library/hostile?attack=0').catch(() => undefined);
      const value: unknown = await window.webContents.executeJavaScript("document.documentElement.getAttribute('data-ran')");
      window.destroy();
      return value;
    });
    expect(ran).not.toBeNull();
  } finally {
    await close();
    await library.remove();
  }
});

/**
 * Loads a document in the article frame and tells what became of it. Looked at as the application looks at its frames, through
 * Electron, and in its stead: two who look through the protocol at the same time end each other's looks.
 */
async function showInFrame({ BrowserWindow }: typeof Electron, address: string): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('no window');
  const { debugger: protocol, mainFrame } = window.webContents;
  const setSource = (source: string): void => {
    const frameIn = (root: ParentNode): HTMLIFrameElement | null =>
      root.querySelector<HTMLIFrameElement>('iframe:not([inert])') ??
      [...root.querySelectorAll('*')].map((one) => one.shadowRoot && frameIn(one.shadowRoot)).find(Boolean) ??
      null;
    frameIn(document)?.setAttribute('src', source);
  };
  await mainFrame.executeJavaScript(`(${setSource.toString()})(${JSON.stringify(address)})`);
  const expression =
    "({ address: location.href, mark: document.documentElement.getAttribute('data-ran'), isLoaded: document.readyState === 'complete' })";
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { targetInfos } = await protocol.sendCommand('Target.getTargets');
    const target = targetInfos.find(({ url }: { url: string }) => url === address);
    if (!target) continue;
    const { sessionId } = await protocol.sendCommand('Target.attachToTarget', { targetId: target.targetId, flatten: true });
    const { frameTree } = await protocol.sendCommand('Page.getFrameTree', {}, sessionId);
    const world = await protocol.sendCommand('Page.createIsolatedWorld', { frameId: frameTree.frame.id }, sessionId);
    const asked = { expression, contextId: world.executionContextId, returnByValue: true };
    const { result } = await protocol.sendCommand('Runtime.evaluate', asked, sessionId);
    await protocol.sendCommand('Target.detachFromTarget', { sessionId });
    if (result.value?.isLoaded) return { address: result.value.address, mark: result.value.mark };
  }
  throw new Error('the document did not load');
}
