import path from 'node:path';
import { asFailure, ReportedFailure } from '#main/failure.ts';
import type {
  ExportFormat,
  ExportOptions,
  ExportProgress,
  ExportReport,
  ExportSelection,
  FailedExport,
} from '#preload/contract/export-types.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { ArticleId, Day } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { type ExportDocument, mainLanguage, type NumberedArticle, type WritingTools } from './export-document.ts';
import type { ExportSource } from './export-source.ts';
import { fileStem, fillTemplate, nameGiver } from './file-names.ts';
import { type Printer, writePdf } from './pdf/write-pdf.ts';
import { writeEpub } from './write-epub.ts';
import { makeFolder } from './write-file.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writePlainText } from './write-text.ts';
import { isEnd, writeWithoutFailing } from './write-without-failing.ts';

export interface ExportRequest {
  readonly selection: ExportSelection;
  readonly options: ExportOptions;
  /** Absolute: the file of a combined document (its volumes get a number each), the folder of separate ones. */
  readonly target: string;
  /** Of a combined document of several articles, where the options name none. */
  readonly fallbackTitle: string;
}

export interface ExportTools {
  readonly source: ExportSource;
  /** Null where nothing can print: PDF is then refused with 'not-allowed'. */
  readonly printer: Printer | null;
  readonly language: InterfaceLanguage;
  readonly today: Day;
  readonly signal: AbortSignal;
  /** Asked between articles and before each file: settles when the reader lets the work go on. */
  pass(): Promise<void>;
  onProgress(progress: ExportProgress): void;
}

export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  pdf: '.pdf',
  epub: '.epub',
  html: '.html',
  markdown: '.md',
  text: '.txt',
};

/** One file to be: the articles that go into it. */
interface Errand {
  readonly ids: readonly ArticleId[];
  /** Of its first article among all that were chosen, from 1 on. */
  readonly firstNumber: number;
  readonly volume: ExportDocument['volume'];
}

/**
 * Writes what was chosen. An article that cannot be read or written is reported and left out, and the rest goes on. A cancellation,
 * and a disk or folder that takes nothing, end it: the report then says so and names the files that are whole, unless there is none.
 * What is not whole is never left behind.
 */
export async function runExport(request: ExportRequest, tools: ExportTools): Promise<ExportReport> {
  const { selection, options } = request;
  if (options.format === 'pdf' && tools.printer === null)
    throw new ReportedFailure({ code: 'not-allowed', message: 'nothing here can print' });
  const ids = [...new Set(tools.source.list(selection))];
  if (ids.length === 0) throw new ReportedFailure({ code: 'not-found', message: 'no article was chosen' });
  const run: Run = { request, tools, files: [], failed: [], progress: progressOf(ids.length, tools), articles: 0, bytes: 0 };
  await makeFolder(options.arrangement === 'separate' ? request.target : path.dirname(request.target));
  const endedBy = await writeAll(errandsOf(ids, options), run);
  const [first] = run.failed;
  const { files, failed, articles, bytes } = run;
  if (files.length === 0 && endedBy) throw new ReportedFailure(endedBy);
  if (files.length === 0 && first) throw new ReportedFailure(first.failure);
  return { files, articles, failed, bytes, endedBy };
}

/** What is done so far. */
interface Run {
  readonly request: ExportRequest;
  readonly tools: ExportTools;
  readonly progress: ReturnType<typeof progressOf>;
  readonly files: string[];
  readonly failed: FailedExport[];
  articles: number;
  bytes: number;
}

/** What ended it before all was written; null where nothing did. */
async function writeAll(errands: readonly Errand[], run: Run): Promise<Failure | null> {
  const giveName = nameGiver();
  try {
    for (const errand of errands) await writeErrand(errand, run, giveName);
    return null;
  } catch (error) {
    const failure = asFailure(error);
    if (isEnd(failure)) return failure;
    throw error;
  }
}

async function writeErrand(errand: Errand, run: Run, giveName: (stem: string) => string): Promise<void> {
  const { request, tools, progress } = run;
  const read = await readArticles(errand.ids, tools, run.failed, progress.read);
  if (read.length === 0) return;
  await tools.pass();
  const file = fileOf(documentOf(read, errand, request, tools), errand.firstNumber, request, giveName);
  const { source, language, signal } = tools;
  const writing = { source, options: request.options, language, signal, onArticle: progress.written };
  const outcome = await writeWithoutFailing(read, file, (articles, place) =>
    write(documentOf(articles, errand, request, tools), place, tools, writing),
  );
  run.failed.push(...outcome.failed);
  if (outcome.written.length === 0) return;
  run.files.push(file);
  run.articles += outcome.written.length;
  run.bytes += outcome.bytes;
}

function errandsOf(ids: readonly ArticleId[], { arrangement, articlesPerVolume }: ExportOptions): readonly Errand[] {
  if (arrangement === 'separate') return ids.map((id, at) => ({ ids: [id], firstNumber: at + 1, volume: null }));
  const volumes = Math.ceil(ids.length / articlesPerVolume);
  // Volumes of the same size rather than a last one of a few articles.
  const size = Math.ceil(ids.length / volumes);
  return Array.from({ length: volumes }, (_, at) => ({
    ids: ids.slice(at * size, (at + 1) * size),
    firstNumber: at * size + 1,
    volume: volumes === 1 ? null : { number: at + 1, of: volumes },
  }));
}

async function readArticles(
  ids: readonly ArticleId[],
  { source, signal, pass }: ExportTools,
  failed: FailedExport[],
  onRead: () => void,
): Promise<readonly NumberedArticle[]> {
  const articles: NumberedArticle[] = [];
  for (const id of ids) {
    // Others have a turn between articles: whoever cancels, for one.
    await new Promise((resolve) => setImmediate(resolve));
    await pass();
    signal.throwIfAborted();
    try {
      articles.push({ ...source.read(id), number: articles.length + 1 });
    } catch (error) {
      failed.push({ id, title: source.title(id), failure: asFailure(error) });
    }
    onRead();
  }
  return articles;
}

function documentOf(
  articles: readonly NumberedArticle[],
  { volume }: Errand,
  { options, fallbackTitle }: ExportRequest,
  { today }: ExportTools,
): ExportDocument {
  const [only] = articles;
  const ownTitle = options.arrangement === 'combined' ? options.title : null;
  const title = ownTitle ?? (articles.length === 1 && volume === null && only ? only.head.title : fallbackTitle);
  return { title, language: mainLanguage(articles), articles, volume, madeOn: options.isDayKept ? today : null };
}

function fileOf(
  { articles, volume }: ExportDocument,
  number: number,
  { options, target }: ExportRequest,
  giveName: (stem: string) => string,
): string {
  const ending = fileEndings[options.format];
  if (options.arrangement === 'combined') {
    if (volume === null) return target;
    const stem = target.toLowerCase().endsWith(ending) ? target.slice(0, -ending.length) : target;
    return `${stem} ${String(volume.number).padStart(String(volume.of).length, '0')}${ending}`;
  }
  const [article] = articles;
  const { title = '', publishedOn = '', source = null } = article?.head ?? {};
  const filled = fillTemplate(options.fileNames, { title, date: publishedOn, source: source ?? '', number: String(number) });
  return path.join(target, `${giveName(fileStem(filled, 'article'))}${ending}`);
}

function write(document: ExportDocument, file: string, { printer }: ExportTools, tools: WritingTools): Promise<number> {
  const { format } = tools.options;
  if (format === 'epub') return writeEpub(document, file, tools);
  if (format === 'html') return writeHtml(document, file, tools);
  if (format === 'markdown') return writeMarkdown(document, file, tools);
  if (format === 'text') return writePlainText(document, file, tools);
  if (printer === null) throw new ReportedFailure({ code: 'not-allowed', message: 'nothing here can print' });
  return writePdf(document, file, tools, printer);
}

const tickMs = 200;

/** Of all articles, whatever file they go into; a few times a second at most, and at the end. */
function progressOf(total: number, { onProgress }: ExportTools): { readonly read: () => void; readonly written: () => void } {
  const done = { reading: 0, writing: 0 };
  let saidAtMs = 0;
  const advance = (stage: keyof typeof done) => (): void => {
    done[stage] += 1;
    if (Date.now() - saidAtMs < tickMs && done[stage] < total) return;
    saidAtMs = Date.now();
    onProgress({ stage, done: done[stage], total });
  };
  return { read: advance('reading'), written: advance('writing') };
}
