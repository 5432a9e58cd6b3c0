import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  type ExportFormat,
  exportFonts,
  type ExportOptions,
  marginNames,
  type PageOptions,
  paperNames,
} from '#preload/contract/export-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

interface FieldsInput {
  readonly words: Messages['exportDialog'];
  readonly options: ExportOptions;
  readonly isSeveral: boolean;
  readonly change: (change: Partial<ExportOptions>) => void;
}

const valueOf = (event: Event): string =>
  event.currentTarget instanceof HTMLInputElement || event.currentTarget instanceof HTMLSelectElement
    ? event.currentTarget.value
    : '';

/** Pages have paper; what flows has none, and bare text has not even a font. */
const hasFont = (format: ExportFormat): boolean => format === 'pdf' || format === 'epub' || format === 'html';

const renderSelect = <Value extends string | number>(
  label: string,
  name: string,
  choices: readonly (readonly [Value, string])[],
  current: Value,
  choose: (value: Value) => void,
): TemplateResult => {
  const handleChange = (event: Event): void => {
    const chosen = choices.find(([value]) => String(value) === valueOf(event));
    if (chosen) choose(chosen[0]);
  };
  return html`<label>
    ${label}
    <select name=${name} @change=${handleChange}>
      ${choices.map(([value, text]) => html`<option value=${value} .selected=${value === current}>${text}</option>`)}
    </select>
  </label>`;
};

const renderCheck = (label: string, name: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult => {
  const handleChange = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) set(event.currentTarget.checked);
  };
  return html`<label class="check">
    <input type="checkbox" name=${name} .checked=${isOn} @change=${handleChange} />${label}
  </label>`;
};

const renderText = (label: string, name: string, value: string, set: (text: string) => void, hint = ''): TemplateResult =>
  html`<label>
    ${label}
    <input
      name=${name}
      autocomplete="off"
      spellcheck="false"
      maxlength="1000"
      .value=${value}
      aria-description=${hint === '' ? nothing : hint}
      @input=${(event: Event) => set(valueOf(event))}
    />
    ${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}
  </label>`;

/** What every reader wants to decide. */
export const renderMainFields = (input: FieldsInput): TemplateResult => {
  const { words, options, isSeveral, change } = input;
  const isCombined = options.arrangement === 'combined';
  return html`
    ${
      isSeveral
        ? html`
            ${renderSelect(
              words.arrangement,
              'arrangement',
              [
                ['combined', words.combined],
                ['separate', words.separate],
              ] as const,
              options.arrangement,
              (arrangement) => change({ arrangement }),
            )}
            ${
              isCombined
                ? renderText(words.docTitle, 'title', options.title ?? '', (title) => change({ title: title.trim() || null }))
                : renderText(
                    words.fileNames,
                    'fileNames',
                    options.fileNames,
                    (names) => change({ fileNames: names }),
                    words.fileNamesHint,
                  )
            }
          `
        : nothing
    }
    ${options.format === 'pdf' ? renderPaper(input) : nothing}
    ${options.format === 'text' ? nothing : renderCheck(words.pictures, 'hasPictures', options.hasPictures, (hasPictures) => change({ hasPictures }))}
  `;
};

const renderPaper = ({ words, options, change }: FieldsInput): TemplateResult => {
  const { page } = options;
  const set = (part: Partial<PageOptions>): void => change({ page: { ...page, ...part } });
  return html`<div class="row">
    ${renderSelect(
      words.paper,
      'paper',
      paperNames.map((paper) => [paper, words.papers[paper]] as const),
      page.paper,
      (paper) => set({ paper }),
    )}
    ${renderSelect(
      words.margins,
      'margins',
      marginNames.map((margins) => [margins, words.marginNames[margins]] as const),
      page.margins,
      (margins) => set({ margins }),
    )}
    ${renderSelect(
      words.columns,
      'columns',
      ([1, 2] as const).map((columns) => [columns, words.columnNames[columns]] as const),
      page.columns,
      (columns) => set({ columns }),
    )}
  </div>`;
};

/** What can stay as it comes. */
export const renderMoreFields = (input: FieldsInput): TemplateResult => {
  const { words, options, isSeveral, change } = input;
  return html`
    ${renderLook(input)} ${isSeveral && options.arrangement === 'combined' ? renderBook(input) : nothing}
    ${renderCheck(words.asPublished, 'isAsPublished', options.isAsPublished, (isAsPublished) => change({ isAsPublished }))}
    ${renderCheck(words.day, 'isDayKept', options.isDayKept, (isDayKept) => change({ isDayKept }))}
  `;
};

const fontSizes = [8, 9, 10, 10.5, 11, 12, 13, 14, 16, 18, 20].map((size) => [size, String(size)] as const);

const renderLook = ({ words, options: { format, page }, change }: FieldsInput): TemplateResult | typeof nothing => {
  if (!hasFont(format)) return nothing;
  const set = (part: Partial<PageOptions>): void => change({ page: { ...page, ...part } });
  const fonts = exportFonts.map((font) => [font, words.fonts[font]] as const);
  const font = renderSelect(words.font, 'font', fonts, page.font, (chosen) => set({ font: chosen }));
  if (format !== 'pdf') return html`<div class="row">${font}</div>`;
  return html`
    <div class="row">
      ${font} ${renderSelect(words.fontSize, 'fontSize', fontSizes, page.fontSizePoints, (size) => set({ fontSizePoints: size }))}
    </div>
    ${renderCheck(words.header, 'hasHeader', page.hasHeader, (hasHeader) => set({ hasHeader }))}
    ${renderCheck(words.footer, 'hasFooter', page.hasFooter, (hasFooter) => set({ hasFooter }))}
  `;
};

const volumeSizes = [10, 25, 50, 100, 150, 250, 500, 1_000].map((count) => [count, String(count)] as const);

const renderBook = ({ words, options, change }: FieldsInput): TemplateResult => html`
  ${renderCheck(words.cover, 'hasCover', options.hasCover, (hasCover) => change({ hasCover }))}
  ${renderCheck(words.contents, 'hasContents', options.hasContents, (hasContents) => change({ hasContents }))}
  ${renderSelect(words.volume, 'volume', volumeSizes, options.articlesPerVolume, (count) => change({ articlesPerVolume: count }))}
`;
