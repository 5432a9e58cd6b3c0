import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words of the list: its order and shape, and what is selected in it. */
export const articleList = {
  sort: 'Order of articles',
  sortHint: 'Of every list. Results of a search have an order of their own.',
  sorts: { newest: 'Newest', oldest: 'Oldest', title: 'Title', source: 'Source', longest: 'Longest' },
  density: 'Rows of the list',
  densities: { comfortable: 'With the first sentences', compact: 'One line each' },
  makeCompact: 'One line for each article',
  makeComfortable: 'More of each article',
  pictures: 'Pictures in the list',
  picturesHint: 'The first of an article that is stored. Nothing is fetched for it.',
  toolbar: 'What is selected',
  selected: (count: number) => `${number(count)} selected`,
  allSelected: (count: number) => `All ${number(count)} selected`,
  addBookmarks: 'Add bookmarks',
  removeBookmarks: 'Remove bookmarks',
  tags: 'Tags…',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  export: 'Export…',
  copyList: 'Copy as a list in Markdown',
  end: 'Select nothing',
  tooMany: (most: number) => `for ${number(most)} articles at most`,
  cut: (most: number, keys: string) => `At most ${number(most)} rows are selected one by one. ${keys} takes the whole list.`,
};
