import type { Failure } from '#preload/contract/failure.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { en } from './en.ts';
import type { Messages } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export type { Messages } from './en.ts';

const catalogue: Readonly<Record<InterfaceLanguage, Messages>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** For finding by name, whatever the language of the window and of the keyboard. */
export const allMessages: readonly Messages[] = Object.values(catalogue);

export const messagesFor = (language: InterfaceLanguage): Messages => catalogue[language];

/** The locale whose numbers, dates and collation go with an interface language. */
export const formatLocales: Readonly<Record<InterfaceLanguage, string>> = { en: 'en', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };

/** How each language calls itself; shown untranslated, so that it is found by those who need it. */
export const languageNames: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

const traditionalRegions = new Set(['tw', 'hk', 'mo']);

const languageOf = (tag: string): InterfaceLanguage | null => {
  const [primary, ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-');
  if (primary === 'en') return 'en';
  if (primary === 'yue' && !rest.includes('hans') && !rest.includes('cn')) return 'zh-Hant';
  if (primary !== 'zh' && primary !== 'cmn' && primary !== 'yue') return null;
  if (rest.includes('hant')) return 'zh-Hant';
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => traditionalRegions.has(part)) ? 'zh-Hant' : 'zh-Hans';
};

/** The first of the reader's languages, most wanted first, that the interface speaks; English where it speaks none. */
export const pickLanguage = (preferred: readonly string[]): InterfaceLanguage => {
  for (const tag of preferred) {
    const language = languageOf(tag);
    if (language !== null) return language;
  }
  return 'en';
};

/** The words for a failure with its places filled in: ready to show. */
export interface FailureText {
  readonly title: string;
  readonly safe: string;
  readonly step: { readonly label: string; readonly hint: string };
}

export const failureText = (messages: Messages, failure: Pick<Failure, 'code' | 'details'>): FailureText => {
  const words = messages.failures[failure.code];
  return { title: words.title(failure.details ?? {}), safe: words.safe, step: words.step };
};
