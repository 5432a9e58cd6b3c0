import type { WindowCommand } from '#preload/contract/contract.ts';

/** The commands of the menu that open a dialog. */
const dialogCommands = ['add-archive', 'network', 'privacy', 'updates', 'share-archive', 'completeness', 'sync-log'] as const;
export type DialogCommand = (typeof dialogCommands)[number];

export const isDialogCommand = (command: WindowCommand): command is DialogCommand =>
  dialogCommands.some((one) => one === command);
