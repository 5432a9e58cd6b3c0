import type { Messages } from './en.ts';
import { articlePage } from './zh-hans/article-page.ts';
import { commandLine } from './zh-hans/command-line.ts';
import { completeness } from './zh-hans/completeness.ts';
import { exporting } from './zh-hans/exporting.ts';
import { failures } from './zh-hans/failures.ts';
import { firstSteps } from './zh-hans/first-steps.ts';
import { menu } from './zh-hans/menu.ts';
import { network } from './zh-hans/network.ts';
import { privacy } from './zh-hans/privacy.ts';
import { reading } from './zh-hans/reading.ts';
import { places } from './zh-hans/places.ts';
import { search } from './zh-hans/search.ts';
import { signIn } from './zh-hans/sign-in.ts';
import { syncLog } from './zh-hans/sync-log.ts';
import { updates } from './zh-hans/updates.ts';
import { window } from './zh-hans/window.ts';

export const zhHans: Messages = {
  window,
  firstSteps,
  menu,
  failures,
  articlePage,
  commandLine,
  completeness,
  exporting,
  network,
  places,
  privacy,
  reading,
  search,
  signIn,
  syncLog,
  updates,
};
