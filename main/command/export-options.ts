import type { ExportFormat, ExportOptions, ExportSelection } from '#preload/contract/export-types.ts';
import { defaultExportOptions, exportFonts, exportFormats, marginNames, paperNames } from '#preload/contract/export-types.ts';
import { fileEndings } from '#main/export/run-export.ts';
import { type CommandContext, type OptionValues, UsageError } from './command.ts';
import { choiceOption, numberOption, textOption } from './option-values.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const exportOptions = {
  output: { type: 'string', short: 'o' },
  format: text,
  section: text,
  archive: text,
  search: text,
  bookmarks: flag,
  separate: flag,
  'per-volume': text,
  title: text,
  names: text,
  paper: text,
  margins: text,
  columns: text,
  font: text,
  'font-size': text,
  'no-pictures': flag,
  'no-cover': flag,
  'no-contents': flag,
  'no-header': flag,
  'no-footer': flag,
  'with-day': flag,
  'as-published': flag,
} as const;

/** What is asked for, by the option or by the ending of the file. */
export function formatOption(context: CommandContext, options: OptionValues, output: string): ExportFormat {
  const byEnding = exportFormats.find((format) => output.toLowerCase().endsWith(fileEndings[format]));
  return choiceOption(context, options, 'format', exportFormats, byEnding);
}

/** Exactly one of ids, a section, an archive, a search and the bookmarks. */
export function selectionOption({ words }: CommandContext, options: OptionValues, ids: readonly string[]): ExportSelection {
  const section = textOption(options, 'section');
  const archiveId = textOption(options, 'archive');
  const query = textOption(options, 'search');
  const chosen: ExportSelection[] = [
    ...(ids.length > 0 ? [{ kind: 'articles', ids } as const] : []),
    ...(section === undefined
      ? archiveId === undefined
        ? []
        : [scope({ kind: 'archive', archiveId })]
      : [sectionScope(section, archiveId)]),
    ...(query === undefined ? [] : [{ kind: 'search', query, sort: 'newest' } as const]),
    ...(options['bookmarks'] === true ? [scope({ kind: 'bookmarked' })] : []),
  ];
  const [selection] = chosen;
  if (selection === undefined) throw new UsageError(words.missingArgument('<id...>'));
  if (chosen.length > 1)
    throw new UsageError(words.badValue('export', ids.length > 0 ? (ids[0] ?? '') : (query ?? section ?? '')));
  return selection;
}

function scope(one: Extract<ExportSelection, { kind: 'scope' }>['scope']): ExportSelection {
  return { kind: 'scope', scope: one };
}

function sectionScope(section: string, archiveId: string | undefined): ExportSelection {
  if (section.includes(':')) return scope({ kind: 'section', sectionId: section });
  if (archiveId !== undefined) return scope({ kind: 'section', sectionId: `${archiveId}:${section}` });
  throw new UsageError(`--section ${section}: <archive>:<path>`);
}

const mostPerVolume = 1_000;
const fontSizes = { least: 7, most: 24 };

export function readExportOptions(context: CommandContext, options: OptionValues, format: ExportFormat): ExportOptions {
  const usual = defaultExportOptions(format);
  const isOff = (name: string): boolean => options[name] === true;
  const columns = choiceOption(context, options, 'columns', ['1', '2'], '1');
  return {
    format,
    arrangement: isOff('separate') ? 'separate' : 'combined',
    articlesPerVolume: within(context, options, 'per-volume', usual.articlesPerVolume, 1, mostPerVolume),
    title: textOption(options, 'title') ?? null,
    fileNames: textOption(options, 'names') ?? usual.fileNames,
    hasCover: !isOff('no-cover'),
    hasContents: !isOff('no-contents'),
    hasPictures: !isOff('no-pictures'),
    isAsPublished: isOff('as-published'),
    isDayKept: isOff('with-day'),
    page: {
      paper: choiceOption(context, options, 'paper', paperNames, usual.page.paper),
      margins: choiceOption(context, options, 'margins', marginNames, usual.page.margins),
      columns: columns === '2' ? 2 : 1,
      font: choiceOption(context, options, 'font', exportFonts, usual.page.font),
      fontSizePoints: within(context, options, 'font-size', usual.page.fontSizePoints, fontSizes.least, fontSizes.most),
      hasHeader: !isOff('no-header'),
      hasFooter: !isOff('no-footer'),
    },
  };
}

function within(
  context: CommandContext,
  options: OptionValues,
  name: string,
  usual: number,
  least: number,
  most: number,
): number {
  const value = numberOption(context, options, name, usual);
  if (value >= least && value <= most) return value;
  throw new UsageError(context.words.badValue(`--${name}`, String(value)));
}
