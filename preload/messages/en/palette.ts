/** Words of the palette of commands and of the sheet of keys. */
export const palette = {
  title: 'All commands',
  placeholder: 'What do you want to do?',
  none: 'No command is called that.',
  sheetTitle: 'Keyboard shortcuts',
  sheetHint: 'Single letters act wherever nothing is being written.',
  change: 'Change shortcuts…',
  close: 'Close',
  andThen: 'then',
  groups: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    article: 'Article',
    tools: 'Tools',
    help: 'Help',
    settings: 'Settings',
  },
};
