import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words of searching: suggestions, results, saved searches, and finding in an article. */
export const search = {
  suggestions: {
    label: 'Suggestions',
    recent: 'Recent search',
    saved: 'Saved search',
    title: 'Article',
    topic: 'Topic',
    tag: 'Tag',
    source: 'Source',
    forget: (query: string) => `Remove “${query}” from the history`,
    forgetKey: 'Delete removes it',
    clearHistory: 'Clear history',
    syntax: 'How to search more exactly',
  },
  syntax: {
    all: { example: 'river bridge', meaning: 'both words' },
    phrase: { example: '"stone bridge"', meaning: 'these words, side by side' },
    either: { example: 'bridge OR ferry', meaning: 'either of the two' },
    without: { example: 'bridge -toll', meaning: 'the first without the second' },
    group: { example: '(bridge OR ferry) toll', meaning: 'parentheses keep together' },
    beginning: { example: 'bridg*', meaning: 'words that begin this way' },
    title: { example: 'title:bridge', meaning: 'in the title' },
    source: { example: 'source:times', meaning: 'from this source; also section:, archive:, topic: and tag:' },
    dates: { example: 'after:2025-03 before:2026', meaning: 'from March 2025 to the end of that year' },
    state: { example: 'bridge is:unread', meaning: 'not read yet; also is:bookmarked and is:removed' },
    picture: { example: 'bridge has:picture', meaning: 'with pictures' },
  },
  facets: {
    label: 'Narrow the results',
    archives: 'Archive',
    sections: 'Section',
    sources: 'Source',
    years: 'Year',
    newestOnly: (count: number) => `Counted over the newest ${number(count)}`,
  },
  saved: {
    heading: 'Saved searches',
    save: 'Save search',
    isSaved: 'Saved: change the name',
    menuLabel: (name: string) => `Saved search “${name}”`,
    rename: 'Rename…',
    remove: 'Remove',
    saveTitle: 'Save this search',
    renameTitle: 'Rename this search',
    name: 'Name',
    confirm: 'Save',
    cancel: 'Cancel',
    count: (count: number, isExact: boolean) => (isExact ? number(count) : `${number(count)}+`),
  },
  find: {
    label: 'Find in article',
    count: (current: number, total: number) => `${number(current)} of ${number(total)}`,
    none: 'Not found',
    next: 'Next match',
    previous: 'Previous match',
    close: 'Close',
    hide: 'Hide the marks',
  },
};
