import { type App, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { WindowCommand } from '#preload/contract/contract.ts';
import type { InterfaceLanguage, Settings, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import { languageNames, type Messages } from '#preload/messages/catalogue.ts';

export interface MenuOptions {
  readonly app: App;
  readonly messages: Messages;
  readonly settings: Settings;
  readonly libraryDir: string;
  run(command: WindowCommand): void;
  change(settings: SettingsChange): void;
}

/** Menus after each platform's custom; every command of the window is in one of them. */
export function buildMenu(options: MenuOptions): Menu {
  const isMac = process.platform === 'darwin';
  const { menu } = options.messages;
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [applicationMenu(options)] : []),
    { label: menu.file, submenu: fileMenu(options, isMac) },
    { label: menu.edit, submenu: editMenu(options, isMac) },
    { label: menu.view, submenu: viewMenu(options) },
    { label: menu.go, submenu: goMenu(options) },
    ...(isMac ? [windowMenu(options)] : []),
    { label: menu.help, role: 'help', submenu: helpMenu(options, isMac) },
  ];
  return Menu.buildFromTemplate(template);
}

function applicationMenu({ app, messages: { menu } }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { label: menu.about, role: 'about' },
      { type: 'separator' },
      { label: menu.services, role: 'services' },
      { type: 'separator' },
      { label: menu.hide, role: 'hide' },
      { label: menu.hideOthers, role: 'hideOthers' },
      { label: menu.showAll, role: 'unhide' },
      { type: 'separator' },
      { label: menu.quit, role: 'quit' },
    ],
  };
}

function fileMenu({ messages: { menu }, run }: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { label: menu.addArchive, accelerator: 'CmdOrCtrl+Shift+A', click: () => run('add-archive') },
    { label: menu.syncNow, accelerator: 'F5', click: () => run('sync') },
    { label: menu.shareArchive, click: () => run('share-archive') },
    { label: menu.completeness, click: () => run('completeness') },
    { label: menu.syncLog, click: () => run('sync-log') },
    { label: menu.network, click: () => run('network') },
    { label: menu.privacy, click: () => run('privacy') },
    { type: 'separator' },
    isMac ? { label: menu.closeWindow, role: 'close' } : { label: menu.quit, role: 'quit' },
  ];
}

function editMenu({ messages: { menu }, run }: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { label: menu.undo, role: 'undo' },
    { label: menu.redo, role: 'redo' },
    { type: 'separator' },
    { label: menu.cut, role: 'cut' },
    { label: menu.copy, role: 'copy' },
    { label: menu.paste, role: 'paste' },
    { label: menu.selectAll, role: 'selectAll' },
    { type: 'separator' },
    { label: menu.search, accelerator: 'CmdOrCtrl+K', click: () => run('search') },
    { label: menu.findInArticle, accelerator: 'CmdOrCtrl+F', click: () => run('find-in-article') },
    { label: menu.nextMatch, accelerator: isMac ? 'Cmd+G' : 'F3', click: () => run('next-match') },
    { label: menu.previousMatch, accelerator: isMac ? 'Cmd+Shift+G' : 'Shift+F3', click: () => run('previous-match') },
  ];
}

function viewMenu({ messages: { menu }, settings, change, run }: MenuOptions): MenuItemConstructorOptions[] {
  const themes: readonly [Theme, string][] = [
    ['system', menu.themeSystem],
    ['light', menu.themeLight],
    ['sepia', menu.themeSepia],
    ['dark', menu.themeDark],
    ['black', menu.themeBlack],
    ['contrast', menu.themeContrast],
  ];
  const languages: readonly [InterfaceLanguage | null, string][] = [
    [null, menu.languageSystem],
    ...(Object.entries(languageNames) as [InterfaceLanguage, string][]),
  ];
  return [
    { label: menu.toggleOriginal, accelerator: 'CmdOrCtrl+U', click: () => run('toggle-original') },
    { label: menu.showOutline, accelerator: 'CmdOrCtrl+Shift+O', click: () => run('show-outline') },
    { label: menu.earlierVersions, click: () => run('earlier-versions') },
    { type: 'separator' },
    { label: menu.theme, submenu: choiceMenu(themes, settings.theme, (theme) => change({ theme })) },
    { label: menu.language, submenu: choiceMenu(languages, settings.language, (language) => change({ language })) },
    { type: 'separator' },
    { label: menu.zoomIn, role: 'zoomIn' },
    { label: menu.zoomOut, role: 'zoomOut' },
    { label: menu.zoomReset, role: 'resetZoom' },
    { type: 'separator' },
    { label: menu.fullScreen, role: 'togglefullscreen' },
  ];
}

/** One of several, the current one marked. */
function choiceMenu<Choice>(
  choices: readonly (readonly [Choice, string])[],
  current: Choice,
  choose: (choice: Choice) => void,
): MenuItemConstructorOptions[] {
  return choices.map(([choice, label]) => ({
    label,
    type: 'radio',
    checked: choice === current,
    click: () => choose(choice),
  }));
}

function goMenu({ messages: { menu }, run }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { label: menu.nextArticle, accelerator: 'Alt+Down', click: () => run('next-article') },
    { label: menu.previousArticle, accelerator: 'Alt+Up', click: () => run('previous-article') },
    { type: 'separator' },
    { label: menu.toggleBookmark, accelerator: 'CmdOrCtrl+D', click: () => run('toggle-bookmark') },
  ];
}

function windowMenu({ messages: { menu } }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: menu.window,
    submenu: [
      { label: menu.minimize, role: 'minimize' },
      { label: menu.zoom, role: 'zoom' },
      { type: 'separator' },
      { label: menu.bringAllToFront, role: 'front' },
    ],
  };
}

function helpMenu({ messages: { menu }, libraryDir, run }: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { label: menu.updates, click: () => run('updates') },
    { label: menu.openDataFolder, click: () => void shell.openPath(libraryDir) },
    { label: menu.developerTools, role: 'toggleDevTools' },
    ...(isMac ? [] : [{ type: 'separator' } as const, { label: menu.about, role: 'about' } as const]),
  ];
}
