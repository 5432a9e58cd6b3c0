import type { Page } from '@playwright/test';

declare global {
  interface Window {
    readonly sight: { cut(): readonly string[]; unreachable(): readonly string[] };
  }
}

/** What an eye would notice, as functions of the window: see `cutTexts` and `unreachable`. */
function installSight(): void {
  const everything = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  const parentOf = (node: Node): Node | null =>
    node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  const lineage = (element: Element): Element[] => {
    const found: Element[] = [];
    for (let node: Node | null = element; node; node = parentOf(node)) if (node instanceof Element) found.push(node);
    return found;
  };
  const isSeen = (element: HTMLElement): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !lineage(element).some((one) => one.matches('.for-reader-only'));
  const name = (element: HTMLElement): string => {
    const host = element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host.localName : '';
    return `${host} ${element.localName}.${element.className} “${(element.innerText || element.ariaLabel || '').slice(0, 60)}”`;
  };
  const ownText = (element: HTMLElement): boolean =>
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const isTold = (element: HTMLElement): boolean => lineage(element).some((one) => one.hasAttribute('title'));
  const ink = document.createElement('canvas').getContext('2d');
  const widthOf = (text: string, style: CSSStyleDeclaration): number => {
    if (!ink) return 0;
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return ink.measureText(text).width;
  };
  /** A field whose own words do not fit: placeholders and choices are cut without a mark. */
  const isFieldCut = (element: HTMLElement, style: CSSStyleDeclaration): boolean => {
    const room = element.clientWidth - Number(style.paddingLeft.slice(0, -2)) - Number(style.paddingRight.slice(0, -2));
    if (element instanceof HTMLInputElement && element.value === '') return widthOf(element.placeholder, style) > room + 1;
    if (!(element instanceof HTMLSelectElement)) return false;
    const arrow = style.appearance === 'none' ? 0 : 20;
    return widthOf(element.selectedOptions[0]?.label ?? '', style) > room - arrow + 1;
  };
  const faultOf = (element: HTMLElement): string | null => {
    const style = getComputedStyle(element);
    if (isFieldCut(element, style)) return isTold(element) ? null : 'is a field too small for its words';
    if (element.clientWidth === 0 || ['INPUT', 'TEXTAREA', 'SELECT', 'IFRAME'].includes(element.tagName)) return null;
    const over = element.scrollWidth - element.clientWidth;
    if (over > 1 && style.overflowX === 'visible' && ownText(element)) return `is ${over} px wider than its box`;
    if (over > 1 && style.overflowX === 'auto') return `scrolls sideways by ${over} px`;
    if (over > 1 && (style.overflowX === 'hidden' || style.overflowX === 'clip'))
      return style.textOverflow === 'ellipsis' && isTold(element) ? null : `is cut by ${over} px`;
    const below = element.scrollHeight - element.clientHeight;
    const isClamped = style.getPropertyValue('-webkit-line-clamp') !== 'none';
    if (below > 1 && !isClamped && ownText(element) && style.overflowY !== 'auto') return `is ${below} px higher than its box`;
    const { left, right } = element.getBoundingClientRect();
    return ownText(element) && (left < -1 || right > innerWidth + 1) ? 'stands beside the window' : null;
  };
  const focusables = 'button, a[href], input, select, textarea, summary, iframe, [tabindex="0"]';
  const hit = (x: number, y: number): Element | null => {
    let found = document.elementFromPoint(x, y);
    for (let inner = found; inner?.shadowRoot; found = inner) {
      inner = inner.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
    }
    return found;
  };
  const isReached = (element: HTMLElement): boolean => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const moved = lineage(element).filter((one) => one.scrollLeft > 0 || one.scrollTop > 0);
    // A script can scroll what a reader cannot.
    if (moved.some((one) => one.scrollLeft > 0 && getComputedStyle(one).overflowX === 'hidden' && one.localName !== 'input'))
      return false;
    if (moved.some((one) => one.scrollTop > 0 && getComputedStyle(one).overflowY === 'hidden')) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = hit(left + width / 2, top + Math.min(height, innerHeight) / 2);
    if (!at) return false;
    const path = lineage(at);
    return (
      path.includes(element) ||
      lineage(element).includes(at) ||
      path.some((one) => one instanceof HTMLLabelElement && one.control === element)
    );
  };
  /** What stands before everything else: the last menu or dialog that is open. */
  const asked = (): HTMLElement[] => {
    const all = everything(document);
    const front =
      all.findLast((element) => element.matches(':popover-open')) ?? all.findLast((element) => element.matches('dialog:modal'));
    return front ? all.filter((element) => lineage(element).includes(front)) : all;
  };
  const sight = {
    cut: () =>
      everything(document).flatMap((element) => {
        const fault = element instanceof HTMLElement && isSeen(element) ? faultOf(element) : null;
        return fault === null ? [] : [`${name(element)} ${fault}`];
      }),
    unreachable: () =>
      asked()
        .filter(
          (element) =>
            element.matches(focusables) &&
            isSeen(element) &&
            !element.matches(':disabled') &&
            !lineage(element).some((one) => one.matches('[inert]')),
        )
        .filter((element) => !isReached(element))
        .map(name),
  };
  Object.assign(window, { sight });
}

/** Texts that do not fit where they stand, and are cut without a tip that tells them whole. */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  await page.evaluate(installSight);
  return page.evaluate(() => window.sight.cut());
}

/** What can be focused and not be seen and pressed, wherever a reader scrolls. */
export async function unreachable(page: Page): Promise<readonly string[]> {
  await page.evaluate(installSight);
  return page.evaluate(() => window.sight.unreachable());
}
