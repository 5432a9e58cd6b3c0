import type { CommandId } from '#preload/contract/commands.ts';

/** The reader wants a command to be carried out. */
export class CommandChosenEvent extends Event {
  static readonly type = 'op-command-chosen';
  readonly command: CommandId;

  constructor(command: CommandId) {
    super(CommandChosenEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-command-chosen': CommandChosenEvent;
  }
}
