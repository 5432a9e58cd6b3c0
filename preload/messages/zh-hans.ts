import type { Messages } from './en.ts';
import { aloud } from './zh-hans/aloud.ts';
import { articleList } from './zh-hans/article-list.ts';
import { articlePage } from './zh-hans/article-page.ts';
import { commandLine } from './zh-hans/command-line.ts';
import { commands } from './zh-hans/commands.ts';
import { completeness } from './zh-hans/completeness.ts';
import { contextMenu } from './zh-hans/context-menu.ts';
import { exportDialog } from './zh-hans/export-dialog.ts';
import { exportQueue } from './zh-hans/export-queue.ts';
import { exporting } from './zh-hans/exporting.ts';
import { failures } from './zh-hans/failures.ts';
import { firstSteps } from './zh-hans/first-steps.ts';
import { marks } from './zh-hans/marks.ts';
import { menu } from './zh-hans/menu.ts';
import { network } from './zh-hans/network.ts';
import { palette } from './zh-hans/palette.ts';
import { privacy } from './zh-hans/privacy.ts';
import { reading } from './zh-hans/reading.ts';
import { places } from './zh-hans/places.ts';
import { search } from './zh-hans/search.ts';
import { related } from './zh-hans/related.ts';
import { settings } from './zh-hans/settings.ts';
import { signIn } from './zh-hans/sign-in.ts';
import { syncLog } from './zh-hans/sync-log.ts';
import { tabs } from './zh-hans/tabs.ts';
import { tags } from './zh-hans/tags.ts';
import { updates } from './zh-hans/updates.ts';
import { viewing } from './zh-hans/viewing.ts';
import { window } from './zh-hans/window.ts';

export const zhHans: Messages = {
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
