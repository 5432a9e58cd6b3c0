import type { ReactiveController } from 'lit';
import type { CommandId } from '#preload/contract/commands.ts';
import { isForText, strokeOf } from '#preload/contract/keys.ts';
import { createKeyReader } from '#preload/contract/keymap.ts';
import type { Keymap } from '#preload/contract/keymap.ts';
import { pressOf } from '#renderer/state/key-press.ts';

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') ||
  (target instanceof HTMLElement && target.isContentEditable);

interface KeyboardParts {
  run(command: CommandId): void;
  keymap(): Keymap;
  /** Whether a dialog is open, which keeps all keys. */
  isModal(): boolean;
}

/**
 * Keys of the whole window. An element that handled a key itself has prevented its default; keys that write are left to text
 * fields, and all keys to an input method that composes.
 */
export class KeyboardController implements ReactiveController {
  private readonly parts: KeyboardParts;
  private readonly read = createKeyReader();

  constructor(parts: KeyboardParts) {
    this.parts = parts;
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.handleKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.handleKey);
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    // 229: the key belongs to an input method, whatever else the event says.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || this.parts.isModal()) return;
    const keymap = this.parts.keymap();
    const stroke = strokeOf(pressOf(event), keymap.isMac);
    if (stroke === null) return;
    // Esc writes nothing: it leaves the field.
    const isWriting = isTextField(event.composedPath()[0]) && stroke !== 'Escape';
    if (isWriting && isForText(stroke, keymap.isMac)) return;
    const command = this.read(stroke, event.timeStamp, keymap);
    if (command === null) return;
    event.preventDefault();
    if (command !== 'beginning') this.parts.run(command);
  };
}
