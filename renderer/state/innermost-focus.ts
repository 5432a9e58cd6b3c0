/** The focused element itself, also inside the shadow trees of elements. */
export const innermostFocus = (): HTMLElement | null => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
};
