import { createForms } from '../forms.ts';

const { number, size, counted } = createForms('en');

/** What of an archive is here and what is not. */
export const completeness = {
  title: (archive: string) => `Is “${archive}” complete?`,
  pages: (stored: number, total: number) => `${number(stored)} of ${counted(total, 'page', 'pages')} can be read`,
  pictures: (stored: number, bytes: number) => `${counted(stored, 'picture', 'pictures')} stored, ${size(bytes)}`,
  waiting: (count: number) => `${counted(count, 'picture', 'pictures')} to come with the next sync`,
  missing: (count: number) => `${counted(count, 'picture', 'pictures')} missing`,
  isUnfinished: 'Not all pages have come yet: a sync brings the rest.',
  isComplete: 'Nothing is missing.',
  retry: 'Try again',
  retrying: 'Trying again…',
  close: 'Close',
  policy: 'Pictures',
  policies: { all: 'All of them', opened: 'Only of articles that I open or bookmark', none: 'None, unless I ask for one' },
};
