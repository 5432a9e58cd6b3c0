import type { Messages } from './en.ts';
import { aloud } from './zh-hant/aloud.ts';
import { articleList } from './zh-hant/article-list.ts';
import { articlePage } from './zh-hant/article-page.ts';
import { commandLine } from './zh-hant/command-line.ts';
import { commands } from './zh-hant/commands.ts';
import { completeness } from './zh-hant/completeness.ts';
import { contextMenu } from './zh-hant/context-menu.ts';
import { exportDialog } from './zh-hant/export-dialog.ts';
import { exportQueue } from './zh-hant/export-queue.ts';
import { exporting } from './zh-hant/exporting.ts';
import { failures } from './zh-hant/failures.ts';
import { firstSteps } from './zh-hant/first-steps.ts';
import { marks } from './zh-hant/marks.ts';
import { menu } from './zh-hant/menu.ts';
import { network } from './zh-hant/network.ts';
import { palette } from './zh-hant/palette.ts';
import { privacy } from './zh-hant/privacy.ts';
import { reading } from './zh-hant/reading.ts';
import { places } from './zh-hant/places.ts';
import { search } from './zh-hant/search.ts';
import { related } from './zh-hant/related.ts';
import { settings } from './zh-hant/settings.ts';
import { signIn } from './zh-hant/sign-in.ts';
import { syncLog } from './zh-hant/sync-log.ts';
import { tabs } from './zh-hant/tabs.ts';
import { tags } from './zh-hant/tags.ts';
import { updates } from './zh-hant/updates.ts';
import { viewing } from './zh-hant/viewing.ts';
import { window } from './zh-hant/window.ts';

export const zhHant: Messages = {
  window,
  firstSteps,
  marks,
  menu,
  failures,
  aloud,
  articleList,
  articlePage,
  commandLine,
  commands,
  completeness,
  contextMenu,
  exportDialog,
  exportQueue,
  exporting,
  network,
  palette,
  places,
  privacy,
  reading,
  related,
  search,
  settings,
  signIn,
  syncLog,
  tabs,
  tags,
  updates,
  viewing,
};
