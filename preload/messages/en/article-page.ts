import type { PictureReason } from '#preload/contract/library-types.ts';
import { createForms } from '../forms.ts';

const { number, counted } = createForms('en');

/** Words of the page that shows one article. */
export const articlePage = {
  pictureMissing: 'Picture not stored',
  fetchPicture: 'Fetch this picture',
  openPicture: 'Open the picture',
  pictureReasons: {
    tracker: 'Not fetched: it counts readers',
    furniture: 'Not fetched: it is no picture of the article',
    'too-large': 'Larger than 20 MB',
    'too-many-pixels': 'More than 40 megapixels',
    'not-a-picture': 'What came is no picture',
    damaged: 'What came is damaged',
    'unsafe-address': 'Its address leads into your own network',
    'not-found': 'It is not there any more',
    forbidden: 'Its server refuses to give it',
    'too-many-requests': 'Its server asked to wait',
    'server-failed': 'Its server failed',
    'bad-response': 'Its server gave no proper answer',
    'host-not-found': 'Its server was not found',
    'connection-failed': 'No connection to its server',
    'timed-out': 'Its server was silent for too long',
    'tls-failed': 'Its server could not prove who it is',
  } satisfies Readonly<Record<PictureReason, string>>,
  pageMissing: 'This page is not in the library',
  table: 'Table',
  embedKinds: { video: 'Video', audio: 'Audio', page: 'Embedded page' },
  removedUpstream: 'The archive no longer publishes this article. It stays in your library.',
  earlierVersion: (moment: string) => `Earlier version, replaced on ${moment}.`,
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
