import type { ShortcutChoices } from './keymap.ts';
import type { ListAppearance } from './list-types.ts';
import type { PrivacySettings } from './privacy-types.ts';

export type Theme = 'system' | 'light' | 'sepia' | 'dark' | 'black' | 'contrast';

/** The script that Chinese text is shown in, after the custom of a place; 'published': as it is. */
export type ShownScript = 'published' | 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK';

/** How an article is set. */
export interface ReadingAppearance {
  readonly font: 'serif' | 'sans' | 'system';
  /** CSS pixels, 13 to 32. */
  readonly textSize: number;
  /** Of the text size, 1.3 to 2.6. */
  readonly lineHeight: number;
  /** Widest line, in text sizes: 22 to 60. */
  readonly measure: number;
  /** Between paragraphs, in text sizes: 0 to 2.5. */
  readonly paragraphSpacing: number;
  /** null: Chinese is, other languages are not. */
  readonly isJustified: boolean | null;
  readonly script: ShownScript;
}

export type PictureWidth = 800 | 1_200 | 1_600 | 2_400;

export type InterfaceLanguage = 'en' | 'zh-Hans' | 'zh-Hant';

export interface Settings extends PrivacySettings {
  readonly theme: Theme;
  /** null: follow the system. */
  readonly language: InterfaceLanguage | null;
  readonly reading: ReadingAppearance;
  readonly list: ListAppearance;
  readonly schedule: SyncSchedule;
  readonly shortcuts: ShortcutChoices;
  /** Other addresses of a picture that its own host does not give: see `isPictureTemplate`. */
  readonly pictureTemplates: readonly string[];
  /** Pictures that come from now on are drawn no wider, in pixels; null: they stay as they are published. */
  readonly pictureWidth: PictureWidth | null;
}

/** When archives are synced without being asked to each time. */
export interface SyncSchedule {
  /** 'asked': only when the reader says so. Hours: at start too, where that many have passed since. */
  readonly when: 'asked' | 'start' | 'hours';
  readonly everyHours: number;
  /** Not while the machine runs on its battery, nor on a connection that the system calls metered. */
  readonly isSparing: boolean;
}

/** What a change of settings says; what it leaves out stays. */
export interface SettingsChange extends Partial<Omit<Settings, 'reading' | 'list' | 'schedule'>> {
  readonly reading?: Partial<ReadingAppearance>;
  readonly list?: Partial<ListAppearance>;
  readonly schedule?: Partial<SyncSchedule>;
}
