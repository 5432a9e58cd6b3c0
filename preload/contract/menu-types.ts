/** What a menu of the list can hold; 'line' separates. */
export const rowMenuItems = [
  'line',
  'open',
  'show-original',
  'bookmark',
  'remove-bookmark',
  'tags',
  'mark-read',
  'mark-unread',
  'export',
  'copy-title',
  'copy-link',
  'copy-quotation',
  'copy-list',
  'select-none',
] as const;
export type RowMenuItem = (typeof rowMenuItems)[number];
