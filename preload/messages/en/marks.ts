/** Words of the questions about read marks and the history. */
export const marks = {
  all: {
    title: (list: string) => `Mark everything in “${list}” as read?`,
    body: 'Also what is further down and not shown. “Unmark what was marked at once” takes it back until the window is closed.',
    confirm: 'Mark as read',
  },
  history: {
    title: 'Clear the history?',
    body: 'The list of what you opened is emptied, and when you read what is forgotten. Articles stay read, and bookmarks and the places where you stopped stay.',
    confirm: 'Clear history',
  },
  cancel: 'Cancel',
};
