import { createForms } from '../forms.ts';

const { number, counted } = createForms('en');

/** Words of the page that shows one article. */
export const articlePage = {
  pictureMissing: 'Picture not stored',
  pageMissing: 'This page is not in the library',
  table: 'Table',
  embedKinds: { video: 'Video', audio: 'Audio', page: 'Embedded page' },
  removedUpstream: 'The archive no longer publishes this article. It stays in your library.',
  original: 'The page as published. Pictures and links are confined as in the article.',
  originalMissing:
    'The page as published cannot be shown: the library does not hold it, or it is damaged. The article is still here.',
  editor: (name: string) => `edited by ${name}`,
  issue: (issueNumber: number) => `Issue ${number(issueNumber)}`,
  estimatedDate: (day: string) => `about ${day}`,
  estimatedDateHint: 'The page states no date; this is when the archive first published it.',
  readingMinutes: (minutes: number) => `${number(minutes)} min`,
  characters: (count: number) => counted(count, 'character', 'characters'),
  words: (count: number) => counted(count, 'word', 'words'),
};
