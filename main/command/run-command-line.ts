import { parseArgs } from 'node:util';
import { defaultLibraryDir, libraryArgument } from '#main/config.ts';
import type { Printer } from '#main/export/pdf/write-pdf.ts';
import { asFailure } from '#main/failure.ts';
import type { SecretKeeper } from '#main/library/network-setting.ts';
import { failureText, type Messages, messagesFor, pickLanguage } from '#preload/messages/catalogue.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { firstWord, isCommandName } from './command-names.ts';
import { commands } from './commands.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** How the reader starts the program; for the usage text. */
  readonly program: string;
  readonly parseWorker: URL;
  /** The system's keychain; null where it is not to be had, as on plain Node. */
  secrets(): SecretKeeper | null;
  /** Null where nothing can print, as on plain Node. */
  printer(): Printer | null;
  readonly signal: AbortSignal;
  print(text: string | Uint8Array): Promise<void>;
  note(text: string): void;
}

const globalOptions = { library: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** Runs one command; returns the exit status: 0 done, 1 failed, 2 wrong usage. Nothing is thrown. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { env, platform, program, parseWorker, secrets, printer, signal, print, note } = surroundings;
  const language = pickLanguage([(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').split('.', 1)[0] ?? 'en']);
  const messages = messagesFor(language);
  const words = messages.commandLine;
  try {
    if (argv.includes('--help')) {
      await print(`${words.usage(program)}\n`);
      return 0;
    }
    const name = firstWord(argv);
    if (name === undefined) throw new UsageError(words.usage(program));
    if (!isCommandName(name)) throw new UsageError(words.unknownCommand(name));
    const command = commands[name];
    if (argv.includes('--library=') || (argv.includes('--library') && libraryArgument(argv) === undefined))
      throw new UsageError(words.missingArgument('--library DIR'));
    const { positionals, values } = readArguments(name, command, argv, words);
    const libraryDir = libraryArgument(argv) ?? defaultLibraryDir(platform, env);
    const context: CommandContext = {
      libraryDir,
      isJson: values['json'] === true,
      language,
      messages,
      words,
      signal,
      parseWorker,
      secrets,
      printer,
      print,
      note,
    };
    await command.run(context, positionals, values);
    return 0;
  } catch (error) {
    return explain(error, messages, note);
  }
}

/** Says what went wrong on stderr; returns the exit status that goes with it. */
function explain(error: unknown, messages: Messages, note: (text: string) => void): number {
  if (error instanceof UsageError) {
    note(error.message);
    return 2;
  }
  if (isClosedPipe(error)) return 0;
  const failure = asFailure(error);
  const { title, safe, step } = failureText(messages, failure);
  note(messages.commandLine.failed(title, safe, step.hint));
  if (failure.code === 'internal' || failure.code === 'not-found') note(failure.message);
  return 1;
}

/** `… | head` closes the pipe: that is the reader's wish, not a failure. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

function readArguments(name: string, command: Command, argv: readonly string[], words: CommandContext['words']): Arguments {
  const parsed = parse();
  const positionals = parsed.positionals.slice(parsed.positionals[0] === name ? 1 : 0);
  const isList = command.positionals.at(-1)?.endsWith('...') === true;
  const missing = command.positionals.find((argument, index) => !/[?.]$/.test(argument) && positionals[index] === undefined);
  if (missing) throw new UsageError(words.missingArgument(`<${missing}>`));
  const extra = isList ? undefined : positionals[command.positionals.length];
  if (extra !== undefined) throw new UsageError(words.unknownCommand(`${name} ${extra}`));
  return { positionals, values: parsed.values as Arguments['values'] };

  function parse(): ReturnType<typeof parseArgs> {
    try {
      return parseArgs({
        args: [...argv],
        options: { ...globalOptions, ...command.options },
        allowPositionals: true,
        strict: true,
      });
    } catch (error) {
      const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : '')?.[1]?.split(' ')[0];
      throw new UsageError(words.unknownOption(option ?? argv.join(' ')), { cause: error });
    }
  }
}
