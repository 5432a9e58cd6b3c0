import type { Page } from '@playwright/test';

interface WindowBench {
  /** Milliseconds from the press to the frame that shows the article of this path. */
  article(path: string): Promise<number>;
  /** The same to a list with this heading. */
  list(heading: string): Promise<number>;
  fling(): Promise<Fling>;
}

export interface Fling {
  /** Milliseconds between each two frames. */
  readonly framesMs: readonly number[];
  /** Rows without their article when the list has come to rest, two frames later and after 150 ms. */
  readonly blanksAtRest: number;
  readonly blanksLater: number;
}

declare global {
  interface Window {
    windowBench: WindowBench;
  }
}

function install(): void {
  const inside = (...path: readonly string[]): Element | null => {
    let root: ParentNode | null = document;
    let found: Element | null = null;
    for (const selector of path) {
      found = root?.querySelector(selector) ?? null;
      root = found?.shadowRoot ?? null;
    }
    return found;
  };
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      requestAnimationFrame(() => port2.postMessage(null));
    });
  const pressed = (): Promise<number> =>
    new Promise((resolve) =>
      window.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
    );
  // Load events stay in the shadow tree of their frame, and frames come and go: each tells the window as soon as it is listened to.
  const add = EventTarget.prototype.addEventListener;
  HTMLIFrameElement.prototype.addEventListener = function listen(this: HTMLIFrameElement, ...given: Parameters<typeof add>) {
    if (given[0] === 'load')
      add.call(this, 'load', () => window.dispatchEvent(new CustomEvent('frame-loaded', { detail: this.src })));
    add.apply(this, given);
  };
  const loaded = (path: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (event: Event): void => {
        if (!(event instanceof CustomEvent) || !String(event.detail).includes(encodeURIComponent(path))) return;
        window.removeEventListener('frame-loaded', look);
        resolve();
      };
      window.addEventListener('frame-loaded', look);
    });
  const list = (): Element | null => inside('op-app', 'op-list-view', 'op-article-list');
  const blanks = (): number => list()?.shadowRoot?.querySelectorAll('.blank').length ?? 0;
  const isShown = (heading: string): boolean =>
    inside('op-app', 'op-list-view', 'h2')?.textContent?.trim() === heading &&
    inside('op-app', 'op-list-view', 'op-article-list[aria-busy="false"], op-empty-state') !== null &&
    blanks() === 0;
  const fling = async (): Promise<Fling> => {
    const scrolled = list();
    if (!scrolled) throw new Error('there is no list');
    const framesMs: number[] = [];
    let last = await frame();
    // As a wheel that was given a strong push: 30,000 pixels a second at first, at rest after two and a half seconds.
    for (let speed = 30; speed > 0.05;) {
      const now = await frame();
      const elapsedMs = now - last;
      framesMs.push(elapsedMs);
      last = now;
      scrolled.scrollTop += speed * Math.min(elapsedMs, 50);
      speed *= 0.9975 ** elapsedMs;
    }
    await frame();
    await painted();
    const blanksAtRest = blanks();
    await new Promise((resolve) => setTimeout(resolve, 150));
    return { framesMs, blanksAtRest, blanksLater: blanks() };
  };
  window.windowBench = {
    article: async (path) => {
      const arrived = loaded(path);
      const atMs = await pressed();
      await arrived;
      await painted();
      return performance.now() - atMs;
    },
    list: async (heading) => {
      const atMs = await pressed();
      while (!isShown(heading)) await frame();
      await painted();
      return performance.now() - atMs;
    },
    fling,
  };
}

export const installStopwatches = (page: Page): Promise<void> => page.evaluate(install);
