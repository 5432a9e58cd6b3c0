import { statSync } from 'node:fs';
import path from 'node:path';
import { fileStem } from '#main/export/file-names.ts';
import { localDay } from '#main/export/local-day.ts';
import { ReportedFailure } from '#main/failure.ts';
import { selectionTitle } from '#main/library/selection-title.ts';
import { fileEndings, runExport } from '#main/export/run-export.ts';
import { articlesToExport, textOfExport } from '#main/library/articles-to-export.ts';
import type { ExportOptions, ExportReport } from '#preload/contract/export-types.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { exportOptions, formatOption, readExportOptions, selectionOption } from './export-options.ts';
import { textOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

export const exportArticles: Command = {
  options: exportOptions,
  positionals: ['id...'],
  run: async (context, ids, values) => {
    const { words, messages, signal } = context;
    const output = textOption(values, 'output');
    if (!output) throw new UsageError(words.missingArgument('-o PATH'));
    const selection = selectionOption(context, values, ids);
    const options = readExportOptions(context, values, formatOption(context, values, output));
    const printer = context.printer();
    if (options.format === 'pdf' && printer === null) throw new UsageError(messages.exporting.needsWindow);
    await withLibrary(context, async (library) => {
      const fallbackTitle = selectionTitle(library, selection, messages);
      const report = await runExport(
        { selection, options, fallbackTitle, target: targetOf(output, options, fallbackTitle) },
        {
          source: articlesToExport(library, await textOfExport(library, options)),
          printer,
          language: context.language,
          today: localDay(new Date()),
          signal,
          pass: () => Promise.resolve(),
          onProgress: ({ stage, done, total }) => context.note(messages.exporting[stage](done, total)),
        },
      );
      await printReport(context, report);
      if (report.endedBy) throw new ReportedFailure(report.endedBy);
    });
  },
};

/** A folder gets a file named after the title. */
function targetOf(output: string, { arrangement, format, title }: ExportOptions, fallbackTitle: string): string {
  const target = path.resolve(output);
  if (arrangement === 'separate' || !(/[/\\]$/u.test(output) || isFolder(target))) return target;
  return path.join(target, `${fileStem(title ?? fallbackTitle, 'articles')}${fileEndings[format]}`);
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function printReport({ isJson, messages, print, note }: CommandContext, report: ExportReport): Promise<void> {
  const words = messages.exporting;
  for (const { id, failure } of report.failed) note(words.leftOut(id, failureText(messages, failure).title));
  if (isJson) return print(`${JSON.stringify(report)}\n`);
  await print(`${words.done(report.articles, report.files.length, report.bytes)}\n`);
  for (const file of report.files) await print(`${file}\n`);
}
