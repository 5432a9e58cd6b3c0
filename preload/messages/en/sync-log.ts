import { createForms } from '../forms.ts';

const { number, size, counted } = createForms('en');

/** What the last syncs of an archive did, and when it is synced by itself. */
export const syncLog = {
  title: (archive: string) => `Syncs of “${archive}”`,
  none: 'No sync has been noted yet.',
  nothingNew: 'nothing new',
  articles: (added: number, changed: number, removed: number) =>
    [`${number(added)} new`, `${number(changed)} changed`, ...(removed > 0 ? [`${number(removed)} removed upstream`] : [])].join(
      ', ',
    ),
  pictures: (stored: number, missing: number) =>
    missing > 0
      ? `${counted(stored, 'picture', 'pictures')}, ${number(missing)} missing`
      : counted(stored, 'picture', 'pictures'),
  skipped: (count: number) => `${counted(count, 'page', 'pages')} skipped`,
  cost: (bytes: number, seconds: number) => `${size(bytes)} in ${number(Math.max(1, Math.round(seconds)))} s`,
  copy: 'Copy without addresses',
  copied: 'Copied',
  close: 'Close',
  /** Stands where a text to be shown to others had something that tells whose or where from. */
  left: { address: '[address]', path: '[path]', host: '[server]', name: '[name]' },
};
