import type { Messages } from './en.ts';
import { articlePage } from './zh-hant/article-page.ts';
import { commandLine } from './zh-hant/command-line.ts';
import { completeness } from './zh-hant/completeness.ts';
import { failures } from './zh-hant/failures.ts';
import { menu } from './zh-hant/menu.ts';
import { network } from './zh-hant/network.ts';
import { reading } from './zh-hant/reading.ts';
import { places } from './zh-hant/places.ts';
import { syncLog } from './zh-hant/sync-log.ts';
import { window } from './zh-hant/window.ts';

export const zhHant: Messages = {
  window,
  menu,
  failures,
  articlePage,
  commandLine,
  completeness,
  network,
  places,
  reading,
  syncLog,
};
