/** As the menus are ordered; `settings`: what is in no menu. */
export const commandGroups = ['file', 'edit', 'view', 'go', 'article', 'tools', 'help', 'settings'] as const;
