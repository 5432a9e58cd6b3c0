/** Words of the list of what to read beside the open article. */
export const related = {
  label: 'Related articles',
  none: 'No article in your library is related to this one.',
  waiting: 'Looking…',
  failed: 'Related articles could not be looked up.',
  reasons: {
    linked: 'linked here',
    'links-here': 'links to this',
    topics: (topics: readonly string[]) => `same ${topics.length === 1 ? 'topic' : 'topics'}: ${topics.join(', ')}`,
    alike: 'similar',
    section: (section: string) => `same section: ${section}`,
  },
};
