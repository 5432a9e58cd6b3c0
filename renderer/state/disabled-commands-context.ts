import { createContext } from '@lit/context';
import type { CommandId } from '#preload/contract/commands.ts';

/** The commands that cannot act at present: they are shown, but dimmed. */
export const disabledCommandsContext = createContext<ReadonlySet<CommandId>>(Symbol('disabled commands'));
