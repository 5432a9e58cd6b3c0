import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CommandId } from '#preload/contract/commands.ts';
import { disabledCommandsContext } from '#renderer/state/disabled-commands-context.ts';
import type { BridgeClient } from './bridge-client.ts';
import { createCommandChecks, disabledBy } from './command-checks.ts';
import type { CheckedParts } from './command-checks.ts';

interface StateParts extends CheckedParts {
  readonly client: BridgeClient;
}

/** The menu follows when nothing has changed for so long. */
const menuPauseMs = 150;

const isSame = (one: ReadonlySet<CommandId>, other: ReadonlySet<CommandId>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));

/** Tells the window at once, and the menu a moment later, which commands cannot act at present. */
export class CommandStatesController implements ReactiveController {
  private readonly parts: StateParts;
  private readonly checks: ReturnType<typeof createCommandChecks>;
  private readonly provider: ContextProvider<typeof disabledCommandsContext>;
  private readonly watched = new Set<ReactiveElement>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** As the menu knows them; null: it shows what another window can do. */
  private told: ReadonlySet<CommandId> | null = null;

  constructor(host: ReactiveElement, parts: StateParts) {
    this.parts = parts;
    this.checks = createCommandChecks(parts);
    this.provider = new ContextProvider(host, { context: disabledCommandsContext, initialValue: new Set<CommandId>() });
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.takeMenu);
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.takeMenu);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  hostUpdated(): void {
    // What the article allows is known when it has come, of which the window is not told.
    const { article } = this.parts.views();
    if (article && !this.watched.has(article)) {
      this.watched.add(article);
      article.addController({ hostUpdated: () => this.look() });
    }
    this.look();
  }

  /** Looks anew, for whoever shows commands now. */
  look(): void {
    const disabled = disabledBy(this.checks);
    if (!isSame(disabled, this.provider.value)) this.provider.setValue(disabled);
    if (this.told === null || !isSame(disabled, this.told)) this.tellSoon();
  }

  /** The menu belongs to the window that the reader is in. */
  private readonly takeMenu = (): void => {
    this.told = null;
    this.look();
  };

  private tellSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!document.hasFocus()) return;
      this.told = this.provider.value;
      // A menu that is behind shows a command that then does nothing.
      void this.parts.client.call('window.disabledCommands', { commands: [...this.told] }).catch(() => undefined);
    }, menuPauseMs);
  }
}
