import { add } from './add.ts';
import { archives } from './archives.ts';
import { articles } from './articles.ts';
import { bookmark } from './bookmark.ts';
import { check } from './check.ts';
import { completeness } from './completeness.ts';
import type { Command } from './command.ts';
import type { CommandName } from './command-names.ts';
import { dump } from './dump.ts';
import { log } from './log.ts';
import { exportArticles } from './export.ts';
import { network } from './network.ts';
import { origin } from './origin.ts';
import { pictures } from './pictures.ts';
import { reparse } from './reparse.ts';
import { search } from './search.ts';
import { sections } from './sections.ts';
import { share } from './share.ts';
import { show } from './show.ts';
import { sync } from './sync.ts';
import { tag } from './tag.ts';
import { wipe } from './wipe.ts';

/** Every command of the command line, under the word that calls it. */
export const commands: Readonly<Record<CommandName, Command>> = {
  add,
  sync,
  origin,
  share,
  archives,
  sections,
  articles,
  show,
  search,
  bookmark,
  tag,
  dump,
  export: exportArticles,
  network,
  reparse,
  check,
  completeness,
  pictures,
  log,
  wipe,
};
