import { expect, it } from 'vitest';
import { defaultExportOptions } from '#preload/contract/export-types.ts';
import { keepExportOptions, lastExportFormat, readExportOptions } from '#renderer/state/kept-export-options.ts';

function storageOf(text: string | null = null): Pick<Storage, 'getItem' | 'setItem'> {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key, value) => {
      kept = value;
    },
  };
}

it('is as it comes before the first export', () => {
  expect(lastExportFormat(storageOf())).toBe('pdf');
  expect(readExportOptions(storageOf(), 'epub')).toEqual(defaultExportOptions('epub'));
});

it('comes back for each format by itself, but for the title, which belongs to one document', () => {
  const storage = storageOf();
  const pdf = defaultExportOptions('pdf');
  const chosen = {
    ...pdf,
    title: 'Spring',
    hasPictures: false,
    isAsPublished: true,
    page: { ...pdf.page, paper: 'a5', columns: 2 },
  } as const;
  keepExportOptions(storage, chosen);
  keepExportOptions(storage, { ...defaultExportOptions('epub'), arrangement: 'separate', fileNames: '{title}' });
  expect(lastExportFormat(storage)).toBe('epub');
  expect(readExportOptions(storage, 'pdf')).toEqual({ ...chosen, title: null });
  expect(readExportOptions(storage, 'epub')).toMatchObject({ arrangement: 'separate', fileNames: '{title}' });
});

it.each(['not JSON', '[]', '{"format":"exe","of-pdf":{"page":7}}', '{"of-pdf":{"articlesPerVolume":1e9,"page":{"paper":"a0"}}}'])(
  'leaves out what cannot be understood: %s',
  (text) => {
    expect(lastExportFormat(storageOf(text))).toBe('pdf');
    expect(readExportOptions(storageOf(text), 'pdf')).toEqual(defaultExportOptions('pdf'));
  },
);
