import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyCaps } from '#preload/contract/keys.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';

/** Keys in one line of text, as in a tooltip. */
export const readableKeys = (keys: string): string =>
  keyCaps(keys, isMacKeyboard)
    .map((caps) => caps.join(isMacKeyboard ? '' : '+'))
    .join(' ');

/** Keys as caps; two after each other with `then` between them. */
export const renderKeys = (keys: string, then: string): TemplateResult => {
  const strokes = keyCaps(keys, isMacKeyboard);
  return html`<span class="keys"
    >${strokes.map(
      (caps, index) =>
        html`${index > 0 ? html`<span class="then">${then}</span>` : nothing}${caps.map((cap) => html`<kbd>${cap}</kbd>`)}`,
    )}</span
  >`;
};
