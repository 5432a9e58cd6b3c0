import type { App, BrowserWindow, WebContents } from 'electron';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CommandId } from '#preload/contract/commands.ts';
import { createWindow } from './window.ts';

interface WindowsParts {
  readonly app: Pick<App, 'on' | 'quit'>;
  /** Where it is remembered how large the windows were, and where. */
  readonly stateFolder: string;
  /** Until then the colours of the theme are not known. */
  ready(): Promise<void>;
  /** Title and colour before the first paint, so that nothing flashes. */
  paper(): { readonly title: string; readonly backgroundColor: string };
  opened(window: BrowserWindow, isMain: boolean): void;
  /** A button of the mouse or a gesture means a command, in that window. */
  run(contents: WebContents, command: CommandId): void;
}

/** The windows that the reader reads in: one of the library, and others with an article each. */
export interface Windows {
  /** Shows the one of the library, which is opened where there is none. */
  showMain(): void;
  openArticle(articleId: string): void;
  /** That the reader used last, for what concerns one window; none where there is no window. */
  front(): readonly WebContents[];
  /** That of the library; none where there is none. */
  main(): readonly WebContents[];
}

/** A window that nobody sees is worse than one that is not painted yet. */
const longestHiddenMs = 3_000;

/** More could not be told apart, and each is a process. */
const mostWindows = 24;

const commandsOf: Readonly<Record<string, CommandId>> = {
  'browser-backward': 'go-back',
  'browser-forward': 'go-forward',
  left: 'go-back',
  right: 'go-forward',
};

/** Without any window the application ends, except on a Mac. */
export function keepWindows(parts: WindowsParts): Windows {
  let main: BrowserWindow | null = null;
  /** The one used last comes first. */
  let stack: readonly BrowserWindow[] = [];

  function open(articleId: string | null): BrowserWindow {
    const name = articleId === null ? 'window.json' : 'article-window.json';
    const window = createWindow({ stateFile: join(parts.stateFolder, name), articleId, ...parts.paper() });
    const toFront = (): void => void (stack = [window, ...stack.filter((other) => other !== window)]);
    toFront();
    window.on('focus', toFront);
    window.on('closed', () => {
      stack = stack.filter((other) => other !== window);
      if (main === window) main = null;
    });
    followGestures(window, parts);
    parts.opened(window, articleId === null);
    void showWhenPainted(window, parts.ready());
    return window;
  }

  function showMain(): void {
    if (!main) {
      main = open(null);
      return;
    }
    if (main.isMinimized()) main.restore();
    main.show();
    main.focus();
  }

  parts.app.on('activate', () => stack.length === 0 && showMain());
  parts.app.on('window-all-closed', () => process.platform !== 'darwin' && parts.app.quit());
  const contentsOf = (window: BrowserWindow | null | undefined): readonly WebContents[] => (window ? [window.webContents] : []);
  return {
    showMain,
    openArticle: (articleId) => {
      if (stack.length < mostWindows) open(articleId);
    },
    front: () => contentsOf(stack[0]),
    main: () => contentsOf(main),
  };
}

/** The fourth and fifth button of a mouse, wherever it points; three fingers on a Mac. */
function followGestures(window: BrowserWindow, { run }: WindowsParts): void {
  const follow = (_event: unknown, gesture: string): void => {
    const command = commandsOf[gesture];
    if (command !== undefined) run(window.webContents, command);
  };
  window.on('app-command', follow);
  window.on('swipe', follow);
}

async function showWhenPainted(window: BrowserWindow, themed: Promise<void>): Promise<void> {
  const isPatienceOver = new Promise((resolve) => setTimeout(resolve, longestHiddenMs));
  await Promise.race([Promise.all([once(window, 'ready-to-show'), themed]), isPatienceOver]);
  if (!window.isDestroyed()) window.show();
}
