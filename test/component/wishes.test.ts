import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';
import type { WindowOptions } from './host/open-window.ts';
import { screens } from './host/screens.ts';
import { visit } from './host/visit.ts';

/** More than any screen has stops for the Tab key; after the last the first comes again. */
const stops = 24;

/** The element with the focus has a line around it that differs from what is behind it; itself, or the field that it is part of. */
const ringFault = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body || focused instanceof HTMLIFrameElement) return null;
    const candidates = [focused, focused.nextElementSibling, focused.parentElement, focused.getRootNode()];
    const isRinged = candidates.some((one) => {
      const element = one instanceof ShadowRoot ? one.host : one;
      if (!(element instanceof Element)) return false;
      const { outlineStyle, outlineWidth, borderBottomColor, boxShadow } = getComputedStyle(element);
      const isLined = outlineStyle !== 'none' && Number(outlineWidth.slice(0, -2)) >= 2;
      return isLined || (element.matches(':focus-within') && boxShadow !== 'none' && borderBottomColor !== 'transparent');
    });
    return isRinged ? null : `${focused.localName}.${focused.className} has no ring`;
  });

async function ringFaults(page: Page): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await ringFault(page);
    if (fault !== null) found.add(fault);
  }
  return [...found];
}

/** What is chosen looks like its neighbours that are not, and signs of one colour with what is behind them. */
const indistinct = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const everything = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? everything(element.shadowRoot) : []),
      ]);
    const seen = everything(document).filter((element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    const look = (element: Element): string => {
      const { outlineStyle, outlineColor, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element);
      return [outlineStyle, outlineColor, backgroundColor, borderTopColor, borderTopWidth].join(' ');
    };
    const chosen = '[aria-selected="true"], [aria-current]:not([aria-current="false"]), [aria-pressed="true"], [is-selected]';
    const faults: string[] = [];
    for (const element of seen.filter((one) => one.matches(chosen) && one !== document.activeElement)) {
      const other = [...(element.getRootNode() as ParentNode).querySelectorAll(element.localName)].find(
        (one) => one.className.split(' ')[0] === element.className.split(' ')[0] && !one.matches(chosen) && one.checkVisibility(),
      );
      if (other && look(other) === look(element)) faults.push(`${element.localName}.${element.className} looks like any other`);
    }
    for (const element of seen.filter((one) => one.localName === 'svg')) {
      const { color, stroke } = getComputedStyle(element);
      if (stroke !== 'none' && [color, stroke].every((one) => one === getComputedStyle(document.body).backgroundColor))
        faults.push(`an icon in ${element.parentElement?.className ?? ''} has the colour of the window`);
    }
    return faults;
  });

/** What goes on moving. A spinner that stands still tells nothing false: beside it there are words. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? roots(element.shadowRoot) : [])),
    ];
    return roots(document)
      .flatMap((root) => root.getAnimations())
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 0)
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : animation.id));
  });

for (const [group, members] of Object.entries(screens)) {
  test(`${group}: with the colours of the system what is chosen and every icon can be told, and the focus has its ring`, async ({
    openWindow,
  }) => {
    test.slow();
    const found = await visit(openWindow, members, {}, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      return [...(await indistinct(page)), ...(await ringFaults(page))];
    });
    expect(found).toEqual([]);
  });
}

test('where the system asks for no motion, nothing moves', async ({ openWindow }) => {
  const openStill = async (options: WindowOptions): Promise<Page> => {
    const page = await openWindow(options);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return page;
  };
  const found = await visit(openStill, screens.states, {}, moving);
  expect(found).toEqual([]);
});

test('the focus has its ring in the colours of the application, too', async ({ openWindow }) => {
  expect(await visit(openWindow, [...screens.panes, ...screens.searching], {}, ringFaults)).toEqual([]);
});
