import { type App, Menu, nativeTheme } from 'electron';
import { type CommandId, commandIds } from '#preload/contract/commands.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import { createKeymap, type Keymap } from '#preload/contract/keymap.ts';
import type { InterfaceLanguage, Settings, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import { messagesFor, pickLanguage } from '#preload/messages/catalogue.ts';
import type { Discretion } from './discretion.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { isHeadless } from './headless.ts';
import { buildMenu } from './menu.ts';

export interface Preferences {
  /** The interface language in force: the reader's choice, else the system's. */
  language(): InterfaceLanguage;
  /** What is in force now. */
  settings(): Settings;
  /** Which keys mean which command now. */
  keymap(): Keymap;
  /** Dims these commands in the menu, and no other. */
  disable(commands: readonly CommandId[]): void;
  /** Stores the change and applies it everywhere at once. */
  change(change: SettingsChange): Promise<Settings>;
  /** Kept when the stored settings are in force; until then the system's are. */
  readonly ready: Promise<void>;
}

interface PreferencesOptions {
  readonly app: App;
  readonly library: LibraryClient;
  readonly send: SendEvent;
  /** To the window that the reader is in, which a menu is about. */
  readonly sendToFront: SendEvent;
  onChange(settings: Settings, before: Settings): void;
  readonly discretion: Discretion;
}

/** The system knows two themes; ours are kinds of them. */
const systemTheme: Readonly<Record<Theme, 'system' | 'light' | 'dark'>> = {
  system: 'system',
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  black: 'dark',
  contrast: 'system',
};

/** Reads the settings and keeps the native side (menu, colours of frames and title bars) in step with them. */
export function followPreferences({ app, library, send, sendToFront, onChange, discretion }: PreferencesOptions): Preferences {
  let settings = defaultSettings;
  let disabled: ReadonlySet<CommandId> = new Set();
  let keymap = createKeymap(settings.shortcuts, process.platform === 'darwin');
  const language = (): InterfaceLanguage => settings.language ?? pickLanguage(app.getPreferredSystemLanguages());

  function apply(): void {
    keymap = createKeymap(settings.shortcuts, process.platform === 'darwin');
    nativeTheme.themeSource = systemTheme[settings.theme];
    const messages = messagesFor(language());
    discretion.apply(settings, messages);
    if (isHeadless(app)) return Menu.setApplicationMenu(null);
    const run = (command: CommandId): void => sendToFront('window.command', { command });
    Menu.setApplicationMenu(buildMenu({ app, messages, settings, keymap, disabled, run, change: changeFromMenu }));
  }

  function disable(ids: readonly CommandId[]): void {
    disabled = new Set(ids);
    const menu = Menu.getApplicationMenu();
    for (const id of commandIds) {
      const item = menu?.getMenuItemById(id);
      if (item) item.enabled = !disabled.has(id);
    }
  }

  async function change(wanted: SettingsChange): Promise<Settings> {
    const before = settings;
    settings = await library.request('settings.change', wanted);
    apply();
    send('settings.changed', settings);
    onChange(settings, before);
    return settings;
  }

  /** A choice that could not be kept is not shown as made. */
  function changeFromMenu(wanted: SettingsChange): void {
    change(wanted).catch(apply);
  }

  async function readStored(): Promise<void> {
    // A library that cannot be opened still gets a window: the window says what is wrong.
    settings = await library.request('settings.read', {}).catch(() => settings);
    apply();
  }

  return { language, settings: () => settings, keymap: () => keymap, disable, change, ready: readStored() };
}
