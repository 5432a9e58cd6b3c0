import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words of the page that shows one article. */
export const articlePage = {
  pictureMissing: 'Picture not stored',
  removedUpstream: 'The archive no longer publishes this article. It stays in your library.',
  estimatedDate: (day: string) => `about ${day}`,
  readingMinutes: (minutes: number) => `${number(minutes)} min`,
};
