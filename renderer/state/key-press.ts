import type { KeyPress } from '#preload/contract/keys.ts';

export const isMacKeyboard = /mac/iu.test(navigator.platform);

export const pressOf = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): KeyPress => ({
  key,
  code,
  isControl: ctrlKey,
  isMeta: metaKey,
  isAlt: altKey,
  isShift: shiftKey,
});
