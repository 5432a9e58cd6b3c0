/** Where a menu opens: at its corner, in px of the window. */
export interface MenuPlace {
  readonly leftPx: number;
  readonly topPx: number;
}

const marginPx = 8;

const within = (wantedPx: number, sizePx: number, roomPx: number): number =>
  Math.max(marginPx, Math.min(wantedPx, roomPx - sizePx - marginPx));

/** Puts an open menu within the window, however close to its edge it was asked for. */
export const placeMenu = (menu: HTMLElement, { leftPx, topPx }: MenuPlace): void => {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${within(leftPx, width, window.innerWidth)}px`;
  menu.style.top = `${within(topPx, height, window.innerHeight)}px`;
};

/** Right below an element. */
export const placeBelow = (element: Element): MenuPlace => {
  const { left, bottom } = element.getBoundingClientRect();
  return { leftPx: left, topPx: bottom + 4 };
};
