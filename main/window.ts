import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import { fileURLToPath } from 'node:url';
import { isHeadless } from './headless.ts';
import { readWindowState, type WindowBounds, writeWindowState } from './window-state.ts';

/** The window's own page; its origin is what `ipc/` trusts. */
export const windowOrigin = 'offprint-app://window';
const windowPage = `${windowOrigin}/index.html`;

const preload = fileURLToPath(new URL('../preload/bridge.cjs', import.meta.url));
const defaultSize = { width: 1360, height: 860 };
const articleSize = { width: 860, height: 900 };
/** A window opens so far from another of its kind that neither hides the other. */
const stepPx = 28;
const saveAfterMs = 500;

/** A remembered place is used only if enough of it can be seen on some display there is now. */
function visibleBounds(bounds: WindowBounds | undefined, size: typeof defaultSize): Partial<WindowBounds> {
  if (!bounds) return size;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const height = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return width >= 100 && height >= 100;
  });
  return isVisible ? bounds : { width: bounds.width, height: bounds.height };
}

/** Where no other window is already. */
function freeBounds(bounds: WindowBounds | undefined): WindowBounds | undefined {
  const taken = BrowserWindow.getAllWindows().map((window) => window.getBounds());
  let steps = 0;
  const isTaken = ({ x, y }: Pick<WindowBounds, 'x' | 'y'>): boolean =>
    taken.some((other) => other.x === x + steps * stepPx && other.y === y + steps * stepPx);
  while (bounds && isTaken(bounds)) steps += 1;
  return bounds && { ...bounds, x: bounds.x + steps * stepPx, y: bounds.y + steps * stepPx };
}

interface WindowOptions {
  /** Of the article that the window shows alone; null for the window of the library. */
  readonly articleId: string | null;
  readonly stateFile: string;
  readonly title: string;
  readonly backgroundColor: string;
}

/** Opens the window without showing it: the caller shows it when the theme is known and the first paint is ready. */
export function createWindow({ articleId, stateFile, title, backgroundColor }: WindowOptions): BrowserWindow {
  const state = readWindowState(stateFile);
  const options: BrowserWindowConstructorOptions = {
    ...visibleBounds(freeBounds(state?.bounds), articleId === null ? defaultSize : articleSize),
    minWidth: 480,
    minHeight: 360,
    show: false,
    frame: !isHeadless(app),
    title,
    backgroundColor,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  };
  const window = new BrowserWindow(options);
  // The title is the application's to give, not the page's.
  window.on('page-title-updated', (event) => event.preventDefault());
  if (state?.isMaximized) window.maximize();
  rememberState(window, stateFile);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && reason !== 'killed') window.reload();
  });
  void window.loadURL(articleId === null ? windowPage : `${windowPage}?article=${encodeURIComponent(articleId)}`);
  return window;
}

function rememberState(window: BrowserWindow, stateFile: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed())
      writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, saveAfterMs);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}
