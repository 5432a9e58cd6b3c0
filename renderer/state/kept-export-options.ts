import {
  defaultExportOptions,
  type ExportFormat,
  exportFonts,
  exportFormats,
  type ExportOptions,
  marginNames,
  paperNames,
} from '#preload/contract/export-types.ts';

const storageKey = 'offprint.export-options';

type Kept = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Kept => typeof value === 'object' && value !== null && !Array.isArray(value);

const readKept = (storage: Pick<Storage, 'getItem'>): Kept => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
};

const oneOf = <Value>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
  values.find((one) => one === value) ?? otherwise;
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
const numberWithin = (value: unknown, [from, to]: readonly [number, number], otherwise: number): number =>
  typeof value === 'number' && value >= from && value <= to ? value : otherwise;

/** The format of the last export. */
export const lastExportFormat = (storage: Pick<Storage, 'getItem'>): ExportFormat =>
  oneOf(exportFormats, readKept(storage)['format'], 'pdf');

/** As the reader chose for this format the last time; what is not understood is as it comes. A title belongs to one document. */
export const readExportOptions = (storage: Pick<Storage, 'getItem'>, format: ExportFormat): ExportOptions => {
  const base = defaultExportOptions(format);
  const all = readKept(storage)[`of-${format}`];
  const kept: Kept = isRecord(all) ? all : {};
  const page: Kept = isRecord(kept['page']) ? kept['page'] : {};
  return {
    ...base,
    arrangement: oneOf(['combined', 'separate'] as const, kept['arrangement'], base.arrangement),
    articlesPerVolume: Math.round(numberWithin(kept['articlesPerVolume'], [1, 1_000], base.articlesPerVolume)),
    fileNames: typeof kept['fileNames'] === 'string' ? kept['fileNames'].slice(0, 1_000) : base.fileNames,
    hasCover: flag(kept['hasCover'], base.hasCover),
    hasContents: flag(kept['hasContents'], base.hasContents),
    hasPictures: flag(kept['hasPictures'], base.hasPictures),
    isAsPublished: flag(kept['isAsPublished'], base.isAsPublished),
    isDayKept: flag(kept['isDayKept'], base.isDayKept),
    page: {
      paper: oneOf(paperNames, page['paper'], base.page.paper),
      margins: oneOf(marginNames, page['margins'], base.page.margins),
      columns: oneOf([1, 2] as const, page['columns'], base.page.columns),
      font: oneOf(exportFonts, page['font'], base.page.font),
      fontSizePoints: numberWithin(page['fontSizePoints'], [7, 24], base.page.fontSizePoints),
      hasHeader: flag(page['hasHeader'], base.page.hasHeader),
      hasFooter: flag(page['hasFooter'], base.page.hasFooter),
    },
  };
};

export const keepExportOptions = (storage: Pick<Storage, 'getItem' | 'setItem'>, options: ExportOptions): void => {
  const { format } = options;
  storage.setItem(storageKey, JSON.stringify({ ...readKept(storage), format, [`of-${format}`]: { ...options, title: null } }));
};
