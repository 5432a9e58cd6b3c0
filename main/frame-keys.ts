import type { Input, WebContents } from 'electron';
import type { CommandId } from '#preload/contract/commands.ts';
import { type KeyPress, strokeOf } from '#preload/contract/keys.ts';
import { createKeyReader, type Keymap } from '#preload/contract/keymap.ts';

const pressOf = ({ key, code, control, meta, alt, shift }: Input): KeyPress => ({
  key,
  code,
  isControl: control,
  isMeta: meta,
  isAlt: alt,
  isShift: shift,
});

/**
 * The article frame runs no script, so keys typed while it has the focus never reach the window's page. They are caught here;
 * a page has no text field, so single letters are free.
 */
export function forwardFrameKeys(contents: WebContents, keymap: () => Keymap, run: (command: CommandId) => void): void {
  const read = createKeyReader();
  contents.on('before-input-event', (event, input) => {
    const frame = contents.focusedFrame;
    if (input.type !== 'keyDown' || frame === null || frame === contents.mainFrame) return;
    const keys = keymap();
    const stroke = strokeOf(pressOf(input), keys.isMac);
    const command = stroke === null ? null : read(stroke, performance.now(), keys);
    if (command === null) return;
    event.preventDefault();
    if (command !== 'beginning') run(command);
  });
}
