import type { ReactiveController, ReactiveElement } from 'lit';
import type { CommandId } from '#preload/contract/commands.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { KeyboardController } from '#renderer/controllers/keyboard-controller.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import { createCommandActions } from './command-actions.ts';
import type { CommandParts } from './command-actions.ts';
import type { CheckedParts } from './command-checks.ts';
import { CommandStatesController } from './command-states-controller.ts';

export interface ControllerParts extends CommandParts, CheckedParts {
  settings(): Settings;
  run(command: CommandId): void;
}

/** In the article's place another document may be by now; the focus is brought to it. */
const aboutArticle: ReadonlySet<CommandId> = new Set<CommandId>(['next-article', 'previous-article', 'toggle-original']);
/** What may be asked for also while the settings are open: they show another section then. */
const isForSettings = (command: CommandId): boolean => command.startsWith('settings');

/** Carries out the commands of the registry, whoever asks: a key, a menu, the palette or a button. */
export class CommandsController implements ReactiveController {
  private readonly parts: ControllerParts;
  private readonly actions: Readonly<Record<CommandId, () => void>>;
  private readonly states: CommandStatesController;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveElement, parts: ControllerParts) {
    this.parts = parts;
    this.actions = createCommandActions(parts);
    this.states = new CommandStatesController(host, parts);
    host.addController(this);
    host.addController(
      new KeyboardController({
        run: (command) => this.run(command),
        keymap: () => createKeymap(parts.settings().shortcuts, isMacKeyboard),
        isModal: () => this.isModal,
      }),
    );
  }

  hostConnected(): void {
    this.stopListening = this.parts.client.on('window.command', ({ command }) => this.obey(command));
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  run(command: CommandId): void {
    this.states.look();
    this.actions[command]();
  }

  private get isModal(): boolean {
    const { dialogs, commands, exports, pictures, signIn } = this.parts.views();
    return [dialogs, commands, exports, pictures, signIn].some((view) => view?.isAnyOpen ?? false);
  }

  private obey(command: CommandId): void {
    const { dialogs, commands } = this.parts.views();
    const isReachable = isForSettings(command) && dialogs?.isAnyOpen !== true && commands?.isSettingsOpen === true;
    if (this.isModal && !isReachable) return;
    this.run(command);
    if (aboutArticle.has(command)) this.parts.goTo('article');
  }
}
