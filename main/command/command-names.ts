/** The words that call a command; `commands.ts` has what each does. Apart from it, so that a window loads none of that. */
export const commandNames = [
  'add',
  'sync',
  'origin',
  'share',
  'archives',
  'sections',
  'articles',
  'show',
  'search',
  'bookmark',
  'tag',
  'dump',
  'export',
  'network',
  'reparse',
  'check',
  'completeness',
  'pictures',
  'log',
  'wipe',
] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(word: string): word is CommandName {
  return commandNames.some((name) => name === word);
}

/** The first word that is neither an option nor the value of `--library`. */
export function firstWord(argv: readonly string[]): string | undefined {
  return argv.find((argument, index) => !argument.startsWith('-') && argv[index - 1] !== '--library');
}

/** Whether these arguments are a command (and not, say, a file to open): the program then runs without a window. */
export function isCommandLine(argv: readonly string[]): boolean {
  const word = firstWord(argv);
  return argv.includes('--help') || (word !== undefined && isCommandName(word));
}
