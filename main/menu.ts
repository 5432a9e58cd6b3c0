import { type App, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandDefinition, type CommandId, commandIds, commandOf } from '#preload/contract/commands.ts';
import type { Keymap } from '#preload/contract/keymap.ts';
import type { InterfaceLanguage, Settings, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import { languageNames, type Messages } from '#preload/messages/catalogue.ts';
import { acceleratorOf } from './accelerator.ts';

export interface MenuOptions {
  readonly app: App;
  readonly messages: Messages;
  readonly settings: Settings;
  readonly keymap: Keymap;
  /** Shown, but dimmed: they cannot act at present. */
  readonly disabled: ReadonlySet<CommandId>;
  run(command: CommandId): void;
  change(settings: SettingsChange): void;
}

type Items = MenuItemConstructorOptions[];

const line: MenuItemConstructorOptions = { type: 'separator' };

/** Menus after each platform's custom: the registry's commands, and around them what the system itself can do. */
export function menuTemplate(options: MenuOptions): Items {
  const { isMac } = options.keymap;
  const { menu } = options.messages;
  return [
    ...(isMac ? [applicationMenu(options)] : []),
    { label: menu.file, submenu: fileMenu(options) },
    { label: menu.edit, submenu: [...editRoles(options), line, ...commandItems(options, 'edit')] },
    { label: menu.view, submenu: viewMenu(options) },
    { label: menu.go, submenu: commandItems(options, 'go') },
    { label: menu.article, submenu: commandItems(options, 'article') },
    { label: menu.tools, submenu: commandItems(options, 'tools') },
    ...(isMac ? [windowMenu(options)] : []),
    { label: menu.help, role: 'help', submenu: helpMenu(options) },
  ];
}

export function buildMenu(options: MenuOptions): Menu {
  return Menu.buildFromTemplate(menuTemplate(options));
}

/** The commands of one menu, with a line between its groups. */
function commandItems(options: MenuOptions, menu: CommandDefinition['menu']): Items {
  // On a Mac the settings are in the menu of the application.
  const ids = commandIds.filter((id) => commandOf(id).menu === menu && !(options.keymap.isMac && id === 'settings'));
  return ids.flatMap((id, index) => {
    const before = ids[index - 1];
    const isNewGroup = before !== undefined && commandOf(before).group !== commandOf(id).group;
    return isNewGroup ? [line, commandItem(options, id)] : [commandItem(options, id)];
  });
}

function commandItem({ messages, keymap, disabled, run }: MenuOptions, id: CommandId): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keymap.keysOf(id), keymap.isMac);
  const enabled = !disabled.has(id);
  return { id, label: messages.commands[id], enabled, click: () => run(id), ...(accelerator !== null && { accelerator }) };
}

function applicationMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { menu } = options.messages;
  return {
    label: options.app.name,
    submenu: [
      { label: menu.about, role: 'about' },
      line,
      commandItem(options, 'settings'),
      line,
      { label: menu.services, role: 'services' },
      line,
      { label: menu.hide, role: 'hide' },
      { label: menu.hideOthers, role: 'hideOthers' },
      { label: menu.showAll, role: 'unhide' },
      line,
      { label: menu.quit, role: 'quit' },
    ],
  };
}

function fileMenu(options: MenuOptions): Items {
  const { menu } = options.messages;
  const last: MenuItemConstructorOptions = options.keymap.isMac
    ? { label: menu.closeWindow, role: 'close', accelerator: 'Shift+Command+W' }
    : { label: menu.quit, role: 'quit' };
  return [...commandItems(options, 'file'), line, last];
}

function editRoles({ messages: { menu } }: MenuOptions): Items {
  return [
    { label: menu.undo, role: 'undo' },
    { label: menu.redo, role: 'redo' },
    line,
    { label: menu.cut, role: 'cut' },
    { label: menu.copy, role: 'copy' },
    { label: menu.paste, role: 'paste' },
    { label: menu.selectAll, role: 'selectAll' },
  ];
}

function viewMenu(options: MenuOptions): Items {
  const { menu } = options.messages;
  return [
    ...commandItems(options, 'view'),
    line,
    ...appearanceMenus(options),
    line,
    { label: menu.zoomIn, role: 'zoomIn' },
    { label: menu.zoomOut, role: 'zoomOut' },
    { label: menu.zoomReset, role: 'resetZoom' },
    line,
    { label: menu.fullScreen, role: 'togglefullscreen' },
  ];
}

function appearanceMenus({ messages: { menu }, settings, change }: MenuOptions): Items {
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
    { label: menu.theme, submenu: choiceMenu(themes, settings.theme, (theme) => change({ theme })) },
    { label: menu.language, submenu: choiceMenu(languages, settings.language, (language) => change({ language })) },
  ];
}

function helpMenu(options: MenuOptions): Items {
  const { menu } = options.messages;
  return [
    ...commandItems(options, 'help'),
    { label: menu.developerTools, role: 'toggleDevTools' },
    ...(options.keymap.isMac ? [] : [line, { label: menu.about, role: 'about' } as const]),
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

function windowMenu({ messages: { menu } }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: menu.window,
    submenu: [
      { label: menu.minimize, role: 'minimize' },
      { label: menu.zoom, role: 'zoom' },
      line,
      { label: menu.bringAllToFront, role: 'front' },
    ],
  };
}
