import { type CommandContext, type OptionValues, UsageError } from './command.ts';

export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Of an option that may be given several times. */
export function textOptions(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return typeof value === 'object' ? value : [];
}

export function numberOption(context: CommandContext, options: OptionValues, name: string, fallback: number): number {
  const text = textOption(options, name);
  if (text === undefined) return fallback;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(context.words.badValue(`--${name}`, text));
}

/** `YYYY-MM-DD`, a day that exists. */
export function dayOption(context: CommandContext, options: OptionValues, name: string): string | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new UsageError(context.words.badValue(`--${name}`, text));
}

export function choiceOption<Choice extends string>(
  context: CommandContext,
  options: OptionValues,
  name: string,
  choices: readonly Choice[],
  fallback?: Choice,
): Choice {
  const text = textOption(options, name) ?? fallback;
  if (text === undefined) throw new UsageError(context.words.missingArgument(`--${name}`));
  const choice = choices.find((candidate) => candidate === text);
  if (choice) return choice;
  throw new UsageError(context.words.badValue(`--${name}`, text));
}
