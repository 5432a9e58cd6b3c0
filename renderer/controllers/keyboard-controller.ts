import type { ReactiveController } from 'lit';

/** What a key can ask for anywhere in the window. */
export type ShortcutName =
  | 'search'
  | 'sync'
  | 'toggle-bookmark'
  | 'toggle-original'
  | 'show-outline'
  | 'earlier-versions'
  | 'next-article'
  | 'previous-article'
  | 'find-in-article'
  | 'next-match'
  | 'previous-match'
  | 'leave';

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') ||
  (target instanceof HTMLElement && target.isContentEditable);

const singleKeys: Readonly<Record<string, ShortcutName>> = {
  '/': 'search',
  s: 'toggle-bookmark',
  j: 'next-article',
  k: 'previous-article',
  o: 'show-outline',
};

/** Ctrl (Windows, Linux) or Cmd (macOS) with one of these also works from within a text field. */
const commandKeys: Readonly<Record<string, ShortcutName>> = {
  k: 'search',
  l: 'search',
  r: 'sync',
  d: 'toggle-bookmark',
  u: 'toggle-original',
  f: 'find-in-article',
  g: 'next-match',
};

/** null while a composition is running, in text fields for bare letters, and for all keys that mean nothing. */
const shortcutFor = (event: KeyboardEvent, innermost: EventTarget | undefined): ShortcutName | null => {
  // 229: the key belongs to an input method, whatever else the event says.
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return key === 'g' ? 'previous-match' : null;
    return commandKeys[key] ?? null;
  }
  if (key === 'F3') return event.shiftKey ? 'previous-match' : 'next-match';
  if (key === 'F5') return 'sync';
  if (key === 'F6') return 'search';
  if (key === 'Escape') return 'leave';
  return isTextField(innermost) || event.shiftKey ? null : (singleKeys[key] ?? null);
};

/** Shortcuts of the whole window. An element that handled a key itself has prevented its default; an open dialog keeps all keys. */
export class KeyboardController implements ReactiveController {
  private readonly act: (name: ShortcutName) => void;
  private readonly isModal: () => boolean;

  constructor(act: (name: ShortcutName) => void, isModal: () => boolean) {
    this.act = act;
    this.isModal = isModal;
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.handleKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.handleKey);
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || this.isModal()) return;
    const name = shortcutFor(event, event.composedPath()[0]);
    if (name === null) return;
    event.preventDefault();
    this.act(name);
  };
}
