import { followKeyChanges } from '#main/library/follow-key-changes.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import type { CommandContext } from './command.ts';

export async function withLibrary<Result>(
  context: CommandContext,
  work: (library: Library) => Result | Promise<Result>,
): Promise<Result> {
  const library = openLibrary(context.libraryDir);
  try {
    followKeyChanges(library);
    return await work(library);
  } finally {
    library.close();
  }
}

/** One JSON document, or lines for people; an empty list says so on stderr. */
export async function printRows<Row>(context: CommandContext, rows: readonly Row[], line: (row: Row) => string): Promise<void> {
  if (context.isJson) return context.print(`${JSON.stringify(rows)}\n`);
  if (rows.length === 0) context.note(context.words.none);
  for (const row of rows) await context.print(`${line(row)}\n`);
}
