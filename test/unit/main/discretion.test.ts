import { expect, test } from 'vitest';
import { createDiscretion } from '#main/discretion.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';

function openWindow(isShown: boolean) {
  const window = {
    title: '',
    isShown,
    setTitle: (title: string) => void (window.title = title),
    isVisible: () => window.isShown,
    isMinimized: () => false,
    show: () => void (window.isShown = true),
    hide: () => void (window.isShown = false),
  };
  return window;
}

function setUp(taken: readonly string[] = []) {
  const keys = new Map<string, () => void>();
  const window = openWindow(true);
  const printing = openWindow(false);
  let timesHidden = 0;
  const discretion = createDiscretion({
    appName: 'Offprint',
    hidden: () => void (timesHidden += 1),
    windows: () => [printing, window],
    keys: {
      register: (key, act) => !taken.includes(key) && keys.set(key, act).has(key),
      unregister: (key) => void keys.delete(key),
    },
  });
  const apply = (change: Partial<typeof defaultSettings>): void =>
    discretion.apply({ ...defaultSettings, ...change }, messagesFor('en'));
  return { discretion, window, printing, keys, apply, timesHidden: () => timesHidden };
}

test('the title is the name of the application until the reader wants one that says nothing', () => {
  const { discretion, window, apply } = setUp();
  apply({});
  expect([discretion.title(), window.title]).toEqual(['Offprint', 'Offprint']);
  apply({ isTitleNeutral: true });
  expect([discretion.title(), window.title]).toEqual(['Documents', 'Documents']);
});

test('no key is taken from other programs unless the reader chooses one', () => {
  const { keys, apply } = setUp();
  apply({});
  expect([...keys.keys()]).toEqual([]);
  apply({ quickHideKey: 'F9' });
  apply({ quickHideKey: 'F12' });
  expect([...keys.keys()]).toEqual(['F12']);
  apply({ quickHideKey: null });
  expect([...keys.keys()]).toEqual([]);
});

test('the key hides the window, and shows it again', () => {
  const { window, keys, apply, timesHidden } = setUp();
  apply({ quickHideKey: 'F9' });
  keys.get('F9')?.();
  expect([window.isShown, timesHidden()]).toEqual([false, 1]);
  keys.get('F9')?.();
  expect([window.isShown, timesHidden()]).toEqual([true, 1]);
});

test('the key brings up no window that nobody was to see', () => {
  const { window, printing, keys, apply } = setUp();
  apply({ quickHideKey: 'F9' });
  for (const isShown of [false, true]) {
    keys.get('F9')?.();
    expect([window.isShown, printing.isShown]).toEqual([isShown, false]);
  }
});

test('a key that another program has stays with it, and is asked for again the next time', () => {
  const taken = ['F9'];
  const { keys, apply } = setUp(taken);
  apply({ quickHideKey: 'F9' });
  expect(keys.size).toBe(0);
  taken.pop();
  apply({ quickHideKey: 'F9' });
  expect([...keys.keys()]).toEqual(['F9']);
});
