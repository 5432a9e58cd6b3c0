import type { ReactiveController } from 'lit';
import type { CommandId } from '#preload/contract/commands.ts';
import { OpArticleRow } from '#renderer/components/op-article-row.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';

interface PointerParts {
  openWindow(articleId: string): void;
  run(command: CommandId): void;
}

const middle = 1;
/** Elsewhere than on a Mac the main side is told of these buttons, also over the article. */
const sideButtons: Readonly<Record<number, CommandId>> = isMacKeyboard ? { 3: 'go-back', 4: 'go-forward' } : {};

const rowUnder = (event: Event): OpArticleRow | undefined =>
  event.composedPath().find((target): target is OpArticleRow => target instanceof OpArticleRow);

/** What the other buttons of a mouse mean anywhere in the window. */
export class PointerController implements ReactiveController {
  private readonly host: HTMLElement;
  private readonly parts: PointerParts;

  constructor(host: HTMLElement, parts: PointerParts) {
    this.host = host;
    this.parts = parts;
  }

  hostConnected(): void {
    this.host.addEventListener('mousedown', this.handleDown);
    this.host.addEventListener('auxclick', this.handleClick);
    window.addEventListener('mouseup', this.handleUp);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('mousedown', this.handleDown);
    this.host.removeEventListener('auxclick', this.handleClick);
    window.removeEventListener('mouseup', this.handleUp);
  }

  /** Else some systems would begin to scroll. */
  private readonly handleDown = (event: MouseEvent): void => {
    if (event.button === middle && rowUnder(event)) event.preventDefault();
  };

  private readonly handleClick = (event: MouseEvent): void => {
    const article = event.button === middle ? rowUnder(event)?.row?.article : undefined;
    if (article) this.parts.openWindow(article.id);
  };

  private readonly handleUp = (event: MouseEvent): void => {
    const command = sideButtons[event.button];
    if (command === undefined) return;
    event.preventDefault();
    this.parts.run(command);
  };
}
