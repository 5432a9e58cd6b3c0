import { resolve } from 'node:path';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { looks, wear, wearInFrame } from './host/looks.ts';
import { test } from './host/open-window.ts';
import { screens } from './host/screens.ts';
import { visit } from './host/visit.ts';

/** `SCREEN/LANGUAGE-LOOK-WIDTH.png`, for every screen in every theme, language and width. */
const folder = resolve(import.meta.dirname, '../../artifacts/screens');
const languages: readonly InterfaceLanguage[] = ['en', 'zh-Hans', 'zh-Hant'];

for (const [group, members] of Object.entries(screens)) {
  for (const width of [1360, 900, 480]) {
    test(`${group}, ${width} wide`, async ({ openWindow }) => {
      test.setTimeout(900_000);
      await visit(openWindow, members, { width, height: width === 480 ? 760 : 860 }, async (page, name) => {
        for (const language of languages) {
          for (const look of looks) {
            await wear(page, look, language);
            await wearInFrame(page, look, language);
            const path = resolve(folder, name, `${language}-${look.name}-${width}.png`);
            await page.screenshot({ path, animations: 'disabled' });
          }
        }
        return [];
      });
    });
  }
}
