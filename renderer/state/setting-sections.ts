/** In the order of the page. Each has a command `settings-SECTION`, which leads to it. */
export const settingSections = [
  'archives',
  'network',
  'reading',
  'storage',
  'privacy',
  'shortcuts',
  'updates',
  'language',
  'advanced',
] as const;
export type SettingSection = (typeof settingSections)[number];

export const isSettingSection = (text: string | null): text is SettingSection => settingSections.some((one) => one === text);
