import type { KeyPress } from '#preload/contract/keys.ts';

export const isMacKeyboard = /mac/iu.test(navigator.platform);

/** AltGr writes signs, and is Ctrl and Alt to some systems: only what it writes counts. */
export const pressOf = (event: KeyboardEvent): KeyPress => {
  const isWriting = event.getModifierState('AltGraph');
  return {
    key: event.key,
    code: event.code,
    isControl: event.ctrlKey && !isWriting,
    isMeta: event.metaKey,
    isAlt: event.altKey && !isWriting,
    isShift: event.shiftKey,
  };
};
