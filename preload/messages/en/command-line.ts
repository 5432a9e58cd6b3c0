import { createForms } from '../forms.ts';

const { number, size, counted } = createForms('en');

const exportUsage = `  export <id...>|--section S|--archive A|--search Q|--bookmarks -o PATH [--format pdf|epub|html|markdown|text]
                                           write articles into one file, or with --separate into a folder;
                                           --title T --per-volume N --names TEMPLATE --no-pictures --no-cover
                                           --no-contents --with-day --as-published; for PDF --paper a4|letter|a5|e-reader
                                           --margins narrow|normal|wide --columns 1|2 --font serif|sans
                                           --font-size N --no-header --no-footer`;

/** Words of the command line; names of commands and options stay as they are in every language. */
export const commandLine = {
  usage: (program: string) => `Usage: ${program} <command> [--library DIR] [--json]

  add <origin> [--name N] [--mirror URL]...
                                           add an archive: the address of a Git repository or of a .zip or .tar.gz,
                                           a folder, or a file made by share
  sync [archive...] [--no-pictures]        bring the newest state of all or some archives
  origin <archive> [url...]                show where an archive comes from, or set it, preferred first
  share <archive> -o FILE                  write an archive into one file that Offprint and Git can read
  archives                                 list the archives
  sections [archive]                       list the sections
  articles [--archive A] [--section S] [--since D] [--until D] [--limit N] [--offset N]
                                           list articles, newest first; days are YYYY-MM-DD
  show <id> [--version N] --format text|html|markdown|json|original
                                           print one article, its page as published with --original;
                                           an id is <archive>:<path>; --version names an earlier
                                           version, as --json lists them
  search <query> [--sort newest|relevance] [--limit N]
                                           search all articles
  bookmark add|remove|list [id]            keep, drop or list bookmarks
  tag add|remove|list [id] [name...]       set, remove or list tags, of one article or of all
  dump [archive]                           print articles with their text as JSON Lines
${exportUsage}
  completeness <archive>                   what of an archive is in the library, and what is not
  pictures <archive> [all|opened|none]     show or set which pictures come with a sync
  log <archive>                            what the last syncs of an archive did
  network [--proxy URL|system|none] [--pac URL] [--ca FILE|none] [--test ORIGIN]
                                           show or set how the network is reached, or test the way to an archive;
                                           a proxy is http://, https:// or socks5://, with name:password@ if need be
  reparse [archive...]                     read all kept pages anew, with no network
  wipe --yes                               delete the whole library, with bookmarks and settings, for good
  check                                    compare the search index with the articles and mend it

  --library DIR   use the library in this folder
  --json          print one JSON document on standard output
  --help          print this text

Exit status: 0 done, 1 failed, 2 wrong usage.`,
  unknownCommand: (command: string) => `There is no command “${command}”.`,
  unknownOption: (option: string) => `There is no option “${option}” here.`,
  missingArgument: (argument: string) => `${argument} is missing.`,
  badValue: (option: string, value: string) => `“${value}” cannot be used for ${option}.`,
  added: (name: string, id: string) => `Added “${name}” as ${id}.`,
  shared: (name: string, pages: number, bytes: number, file: string) =>
    `Wrote “${name}” to ${file}: ${counted(pages, 'page', 'pages')}, ${size(bytes)}.`,
  notShared: (path: string) => `left out, Git cannot hold it: ${path}`,
  synced: (archive: string, added: number, changed: number, removed: number, bytes: number, seconds: number) =>
    `${archive}: ${number(added)} new, ${number(changed)} changed, ${number(removed)} removed, ${size(bytes)}, ${number(seconds)} s`,
  indexSound: 'The search index is complete and sound.',
  indexRebuilt: 'The search index was damaged or incomplete. It was made anew.',
  reparsed: (archive: string, pages: number) => `${archive}: ${counted(pages, 'page', 'pages')} read anew`,
  skipped: (count: number) => `${counted(count, 'page', 'pages')} skipped:`,
  failed: (title: string, safe: string, hint: string) => `${title}. ${safe} ${hint}`,
  found: (count: number, isExact: boolean, milliseconds: number) =>
    `${isExact ? counted(count, 'article', 'articles') : `${number(count)} or more articles`} found in ${number(milliseconds)} ms`,
  articles: (count: number) => counted(count, 'article', 'articles'),
  bookmarkAdded: (id: string) => `Bookmarked ${id}.`,
  bookmarkRemoved: (id: string) => `Removed the bookmark of ${id}.`,
  proxyIs: (proxy: string) => `Proxy: ${proxy}`,
  certificatesIn: (file: string) => `Additional certificates: ${file}`,
  passwordPlain:
    'The password is kept unencrypted: the command line has no keychain. Save it once in the application to encrypt it.',
  loginPlain:
    'The password in the address is kept unencrypted: the command line has no keychain. The application encrypts it when it starts.',
  passwordSealed: 'The password of the proxy is encrypted; only the application can read it. It is left out.',
  wipeUnconfirmed: (folder: string) =>
    `This deletes the library in ${folder}, with bookmarks and settings, for good. Say --yes to do it.`,
  wiped: 'The library is deleted.',
  neverSynced: 'not synced yet',
  none: 'Nothing to list.',
};
