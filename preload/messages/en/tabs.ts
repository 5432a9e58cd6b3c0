/** Words of the tabs above an article. */
export const tabs = {
  label: 'Tabs',
  close: 'Close tab',
  empty: 'No article',
};
