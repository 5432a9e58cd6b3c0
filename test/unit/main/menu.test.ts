import type { App, MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { type CommandId, commandIds, commandOf } from '#preload/contract/commands.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import { createKeymap, type ShortcutChoices } from '#preload/contract/keymap.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';

vi.mock('electron', () => ({ Menu: {} }));
const { menuTemplate } = await import('#main/menu.ts');

const itemsOf = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

function openMenu({ isMac = false, choices = {} }: { readonly isMac?: boolean; readonly choices?: ShortcutChoices }) {
  const ran: CommandId[] = [];
  const template = menuTemplate({
    app: { name: 'Offprint' } as App,
    messages: messagesFor('en'),
    settings: defaultSettings,
    keymap: createKeymap(choices, isMac),
    disabled: new Set<CommandId>(['go-back']),
    run: (command) => void ran.push(command),
    change: () => undefined,
  });
  return { template, items: itemsOf(template), ran };
}

test.each([false, true])('every command that has a menu is in it once and runs (Mac: %s)', (isMac) => {
  const { items, ran } = openMenu({ isMac });
  const wanted = commandIds.filter((id) => commandOf(id).menu !== null);
  for (const id of wanted) {
    const [item, ...more] = items.filter((one) => one.id === id);
    expect([id, more]).toEqual([id, []]);
    (item?.click as (() => void) | undefined)?.();
  }
  expect(ran).toEqual(wanted);
});

test('on a Mac the settings are in the menu of the application, elsewhere among the tools', () => {
  const menuOf = (isMac: boolean): string | undefined =>
    openMenu({ isMac }).template.find((menu) => itemsOf([menu]).some(({ id }) => id === 'settings'))?.label;
  expect(menuOf(true)).toBe('Offprint');
  expect(menuOf(false)).toBe('Tools');
});

test("accelerators are the reader's keys, and never one that writes", () => {
  const { items } = openMenu({ choices: { 'toggle-bookmark': ['S', 'Mod+Shift+D'], palette: ['X'] } });
  const acceleratorOf = (id: CommandId): unknown => items.find((item) => item.id === id)?.accelerator;
  expect(acceleratorOf('search')).toBe('CommandOrControl+K');
  expect(acceleratorOf('toggle-bookmark')).toBe('CommandOrControl+Shift+D');
  expect(acceleratorOf('palette')).toBeUndefined();
  expect(acceleratorOf('go-all')).toBeUndefined();
  expect(acceleratorOf('leave')).toBe(undefined);
});

test('a command that cannot act at present is dimmed', () => {
  const { items } = openMenu({});
  const isEnabled = (id: CommandId): unknown => items.find((item) => item.id === id)?.enabled;
  expect([isEnabled('go-back'), isEnabled('go-forward')]).toEqual([false, true]);
});
