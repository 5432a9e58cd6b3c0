/** Words of the menus at the pointer. */
export const contextMenu = {
  open: 'Open',
  'show-original': 'Show the page as published',
  bookmark: 'Add bookmark',
  'remove-bookmark': 'Remove bookmark',
  tags: 'Tags…',
  'mark-read': 'Mark as read',
  'mark-unread': 'Mark as unread',
  export: 'Export…',
  'copy-title': 'Copy title',
  'copy-link': 'Copy link of the original',
  'copy-quotation': 'Copy as quotation with source',
  'copy-list': 'Copy as a list in Markdown',
  'select-none': 'Select nothing',
  searchFor: (text: string) => `Search the library for “${text}”`,
};
