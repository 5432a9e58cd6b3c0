import type { ParseArgsConfig } from 'node:util';
import type { SecretKeeper } from '#main/library/network-setting.ts';
import type { Printer } from '#main/export/pdf/write-pdf.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What every command is given: where the library is, in which words to speak, and where to. */
export interface CommandContext {
  readonly libraryDir: string;
  /** One JSON document on stdout instead of text for people. */
  readonly isJson: boolean;
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly words: Messages['commandLine'];
  readonly signal: AbortSignal;
  /** The built `parse-worker.js`. */
  readonly parseWorker: URL;
  /** Null where the system's keychain is not to be had. */
  secrets(): SecretKeeper | null;
  /** Null where nothing can print, as on plain Node. */
  printer(): Printer | null;
  /** Result, to stdout; resolves when the reader of a pipe has room again. */
  print(text: string | Uint8Array): Promise<void>;
  /** Progress and notes, to stderr. */
  note(text: string): void;
}

export interface Command {
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Names of the positional arguments as the usage text writes them; `?` ends an optional one, `...` a list. */
  readonly positionals: readonly string[];
  run(context: CommandContext, positionals: readonly string[], options: OptionValues): Promise<void>;
}

/** A command line that asks for something that does not exist: exit status 2, with the words to say. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
