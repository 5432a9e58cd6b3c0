/**
 * Every command of the application, once: menus, keys, the palette and the sheet of keys are derived from it. A new command is
 * one line here, one in `preload/messages/LANGUAGE/commands.ts` and one in `renderer/app/command-actions.ts`; none of the three can be
 * forgotten, or it does not compile.
 */

/** null: in the palette alone. */
type MenuName = 'file' | 'edit' | 'view' | 'go' | 'article' | 'tools' | 'help' | null;

export interface CommandDefinition {
  readonly menu: MenuName;
  /** Those of one number stand together in their menu, in the order of this file. */
  readonly group: number;
  /** As `strokeOf` writes them; the first that no text needs is shown in the menu. `G B`: one after the other. */
  readonly keys: readonly string[];
  /** Where a Mac has other customs. */
  readonly macKeys: readonly string[];
  /** The reader cannot give it other keys. */
  readonly isFixed: boolean;
}

const on = (
  menu: MenuName,
  group: number,
  keys: readonly string[] = [],
  macKeys: readonly string[] = keys,
  isFixed = false,
): CommandDefinition => ({ menu, group, keys, macKeys, isFixed });

export const commands = {
  'new-tab': on('file', 0, ['Mod+T']),
  'open-in-new-window': on('file', 0, ['Mod+Shift+N']),
  'add-archive': on('file', 1, ['Mod+Shift+A']),
  sync: on('file', 1, ['F5', 'Mod+R']),
  'pause-sync': on('file', 1),
  'resume-sync': on('file', 1),
  'cancel-sync': on('file', 1),
  'share-archive': on('file', 2),
  completeness: on('file', 2),
  'sync-log': on('file', 2),

  export: on('file', 3, ['Mod+Shift+E']),
  'save-page': on('file', 3, ['Mod+S']),
  print: on('file', 3, ['Mod+P']),

  'close-tab': on('file', 4, ['Mod+W']),

  search: on('edit', 1, ['Mod+K', '/', 'F6', 'Mod+L']),
  'save-search': on('edit', 1),
  'find-in-article': on('edit', 1, ['Mod+F']),
  'next-match': on('edit', 1, ['F3', 'Mod+G'], ['Mod+G', 'F3']),
  'previous-match': on('edit', 1, ['Shift+F3', 'Mod+Shift+G'], ['Mod+Shift+G', 'Shift+F3']),

  'toggle-original': on('view', 1, ['Mod+U']),
  'show-outline': on('view', 1, ['Mod+Shift+O', 'O']),
  'show-related': on('view', 1, ['Mod+Shift+R', 'R']),
  'earlier-versions': on('view', 1),

  'go-back': on('go', 0, ['Alt+Left'], ['Mod+[']),
  'go-forward': on('go', 0, ['Alt+Right'], ['Mod+]']),
  'next-article': on('go', 1, ['Alt+Down', 'J', 'N']),
  'previous-article': on('go', 1, ['Alt+Up', 'K', 'P']),
  'go-all': on('go', 2, ['G A']),
  'go-unread': on('go', 2, ['G U']),
  'go-bookmarks': on('go', 2, ['Mod+B', 'G B']),
  'go-history': on('go', 2, ['G H']),
  'go-removed': on('go', 2, ['G R']),
  'next-tab': on('go', 3, ['Mod+Tab', 'Mod+PageDown'], ['Control+Tab', 'Mod+}']),
  'previous-tab': on('go', 3, ['Mod+Shift+Tab', 'Mod+PageUp'], ['Control+Shift+Tab', 'Mod+{']),
  leave: on('go', 4, ['Escape'], ['Escape'], true),

  'toggle-bookmark': on('article', 1, ['Mod+D', 'S']),
  'edit-tags': on('article', 1, ['T']),
  'toggle-read': on('article', 1, ['M']),
  'mark-all-read': on('article', 1, ['Shift+A']),
  'unmark-all-read': on('article', 1),
  'copy-markdown': on('article', 2),
  'copy-quotation': on('article', 2, ['Mod+Shift+C']),
  'read-aloud': on('article', 3, ['Mod+Shift+U']),
  'next-sentence': on('article', 3, ['Alt+Shift+Right']),
  'previous-sentence': on('article', 3, ['Alt+Shift+Left']),
  'stop-reading-aloud': on('article', 3, ['Mod+.']),

  palette: on('tools', 1, ['Mod+Shift+P']),
  settings: on('tools', 2, ['Mod+,', 'G S']),
  network: on('tools', 3),
  privacy: on('tools', 3),
  'clear-history': on('tools', 3),

  shortcuts: on('help', 1, ['F1', '?']),
  'voices-help': on('help', 1),
  updates: on('help', 2),
  'open-library-folder': on('help', 3),

  'settings-archives': on(null, 1),
  'settings-network': on(null, 1),
  'settings-reading': on(null, 1),
  'settings-storage': on(null, 1),
  'settings-privacy': on(null, 1),
  'settings-shortcuts': on(null, 1),
  'settings-updates': on(null, 1),
  'settings-language': on(null, 1),
  'settings-advanced': on(null, 1),
  'check-library': on(null, 2),
  'wipe-library': on(null, 2),
} as const satisfies Readonly<Record<string, CommandDefinition>>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands).filter((id): id is CommandId => id in commands);

export const commandOf = (id: CommandId): CommandDefinition => commands[id];
