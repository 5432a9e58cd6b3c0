import { type Page, expect } from '@playwright/test';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { InterfaceLanguage, Settings, Theme } from '#preload/contract/settings-types.ts';
import { readingStyle } from '#main/read/reading-style.ts';

/** What the window can look like: the reader's choice, and what the system says where the choice leaves it open. */
export interface Look {
  readonly name: string;
  readonly theme: Theme;
  readonly colorScheme: 'light' | 'dark';
}

export const looks: readonly Look[] = [
  { name: 'light', theme: 'light', colorScheme: 'light' },
  { name: 'sepia', theme: 'sepia', colorScheme: 'light' },
  { name: 'dark', theme: 'dark', colorScheme: 'dark' },
  { name: 'black', theme: 'black', colorScheme: 'dark' },
  { name: 'contrast', theme: 'contrast', colorScheme: 'light' },
  { name: 'contrast-dark', theme: 'contrast', colorScheme: 'dark' },
];

const settingsOf = (theme: Theme, language: InterfaceLanguage): Settings => ({ ...defaultSettings, theme, language });

/** Without motion: halfway from one theme to the next no colour is right. */
export async function wear(page: Page, { theme, colorScheme }: Look, language: InterfaceLanguage = 'en'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', /./u);
  await page.evaluate((worn) => window.fake.emit('settings.changed', worn), settingsOf(theme, language));
}

const styleOf = (theme: Theme): string => readingStyle(settingsOf(theme, 'en'));

const addStyle = (textContent: string): void => {
  document.querySelector('#worn')?.remove();
  document.head.append(Object.assign(document.createElement('style'), { id: 'worn', textContent }));
};

/** The document of the article, as the main side would style it for the theme. */
export const wearInArticle = (page: Page, { theme }: Look): Promise<void> => page.evaluate(addStyle, styleOf(theme));

/** The same for a document in the window's frame, if one is shown; another language is another document, which is waited for. */
export async function wearInFrame(page: Page, { theme }: Look, language: InterfaceLanguage): Promise<void> {
  const shown = page.locator('op-article-frame iframe:not([inert])');
  if ((await shown.count()) === 0) return;
  await expect(shown).toHaveAttribute('src', new RegExp(`language=${language}(?:&|#|$)`, 'u'));
  const frame = page.frames().find((one) => one.url().includes(`language=${language}`));
  await frame?.locator('article').waitFor();
  await frame?.evaluate(addStyle, styleOf(theme));
}
