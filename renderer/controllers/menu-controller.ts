import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface MenuParts {
  /** The popover that holds the menu's rows, which are buttons. */
  menu(): HTMLElement | null;
  /** What has the focus again when the menu was closed by a key or a choice. */
  opener(): HTMLElement | null;
}

/** Keys of a menu in a popover: arrows go round, Esc and Tab close it. A press in the article's frame closes it, too. */
export class MenuController implements ReactiveController {
  private readonly parts: MenuParts;

  constructor(host: ReactiveControllerHost, parts: MenuParts) {
    this.parts = parts;
    host.addController(this);
  }

  /** No popover sees a press in another document: only that the window lost the focus to it. */
  hostConnected(): void {
    window.addEventListener('blur', this.hide);
    window.addEventListener('resize', this.hide);
  }

  hostDisconnected(): void {
    window.removeEventListener('blur', this.hide);
    window.removeEventListener('resize', this.hide);
  }

  /** Closes the menu; the focus goes back to where it was. */
  readonly close = (): void => {
    this.hide();
    this.parts.opener()?.focus();
  };

  /** Keys mean this menu, not whatever they mean in the window behind it. */
  readonly handleKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const rows = this.rows();
    const from = rows.findIndex((row) => row.matches(':focus'));
    const target = targetOf(event.key, from, rows.length);
    if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (target !== null) rows[target]?.focus();
    else return;
    event.preventDefault();
  };

  readonly handleToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') (this.rows().find((row) => row.ariaChecked === 'true') ?? this.rows()[0])?.focus();
  };

  private readonly hide = (): void => {
    const menu = this.parts.menu();
    if (menu?.matches(':popover-open')) menu.hidePopover();
  };

  private rows(): readonly HTMLButtonElement[] {
    return [...(this.parts.menu()?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
  }
}

/** The row that a key leads to, round at the ends; null for a key that leads nowhere. */
const targetOf = (key: string, from: number, total: number): number | null => {
  if (key === 'ArrowDown') return (from + 1) % total;
  if (key === 'ArrowUp') return (Math.max(0, from) + total - 1) % total;
  if (key === 'Home' || key === 'PageUp') return 0;
  return key === 'End' || key === 'PageDown' ? total - 1 : null;
};
