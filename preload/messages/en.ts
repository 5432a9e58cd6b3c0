import { aloud } from './en/aloud.ts';
import { articleList } from './en/article-list.ts';
import { articlePage } from './en/article-page.ts';
import { commandLine } from './en/command-line.ts';
import { commands } from './en/commands.ts';
import { completeness } from './en/completeness.ts';
import { contextMenu } from './en/context-menu.ts';
import { exportDialog } from './en/export-dialog.ts';
import { exportQueue } from './en/export-queue.ts';
import { exporting } from './en/exporting.ts';
import { failures } from './en/failures.ts';
import { firstSteps } from './en/first-steps.ts';
import { marks } from './en/marks.ts';
import { menu } from './en/menu.ts';
import { network } from './en/network.ts';
import { palette } from './en/palette.ts';
import { privacy } from './en/privacy.ts';
import { reading } from './en/reading.ts';
import { places } from './en/places.ts';
import { related } from './en/related.ts';
import { settings } from './en/settings.ts';
import { signIn } from './en/sign-in.ts';
import { syncLog } from './en/sync-log.ts';
import { tabs } from './en/tabs.ts';
import { tags } from './en/tags.ts';
import { search } from './en/search.ts';
import { updates } from './en/updates.ts';
import { viewing } from './en/viewing.ts';
import { window } from './en/window.ts';

/**
 * English defines the shape of the catalogue: what is here must be in every other language, or it does not compile. A message
 * with places is a function; numbers and plurals inside it are formatted by the catalogue, never by the caller.
 */
export const en = {
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

type Words<Part> = Part extends (...places: never[]) => string
  ? Part
  : Part extends string
    ? string
    : { readonly [Name in keyof Part]: Words<Part[Name]> };

export type Messages = Words<typeof en>;
