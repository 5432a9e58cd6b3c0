import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { RowMenuItem } from '#preload/contract/menu-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

/** A place in the page, in its CSS pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
}

export interface NativeMenus {
  /** Answers what was chosen; null where the menu was left. */
  open(items: readonly RowMenuItem[], at: Place | null): Promise<RowMenuItem | null>;
}

export function rowMenuTemplate(
  items: readonly RowMenuItem[],
  words: Messages['contextMenu'],
  choose: (item: RowMenuItem) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) =>
    item === 'line' ? { type: 'separator' } : { id: item, label: words[item], click: () => choose(item) },
  );
}

/** Menus of the system, as every program of it has them. */
export function createNativeMenus(messages: () => Messages): NativeMenus {
  return {
    open: (items, at) =>
      new Promise((resolve) => {
        const menu = Menu.buildFromTemplate(rowMenuTemplate(items, messages().contextMenu, resolve));
        const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((one) => one.isVisible());
        const zoom = window?.webContents.getZoomFactor() ?? 1;
        menu.popup({
          ...(window && { window }),
          ...(at && { x: Math.round(at.x * zoom), y: Math.round(at.y * zoom) }),
          // On some systems the menu is said to be closed before its choice is told.
          callback: () => setTimeout(() => resolve(null), 100),
        });
      }),
  };
}
