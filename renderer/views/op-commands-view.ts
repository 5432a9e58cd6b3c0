import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import '#renderer/components/op-palette.ts';
import '#renderer/components/op-shortcut-sheet.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { disabledCommandsContext } from '#renderer/state/disabled-commands-context.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import type { SettingSection } from '#renderer/state/setting-sections.ts';
import { base } from '#renderer/styles/shared.ts';
import './op-settings-view.ts';
import type { OpSettingsView } from './op-settings-view.ts';

const noCommands: ReadonlySet<CommandId> = new Set();

/** What is about commands and settings themselves: the palette, the sheet of keys and the settings, one at a time. */
@customElement('op-commands-view')
export class OpCommandsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) settings: Settings = defaultSettings;
  private readonly disabled = new ContextConsumer(this, { context: disabledCommandsContext, subscribe: true });
  @state() private shown: 'nothing' | 'palette' | 'sheet' = 'nothing';
  @query('op-settings-view') private readonly settingsView!: OpSettingsView | null;

  get isAnyOpen(): boolean {
    return this.shown !== 'nothing' || this.isSettingsOpen;
  }

  get isSettingsOpen(): boolean {
    return this.settingsView?.isOpen ?? false;
  }

  openPalette(): void {
    this.shown = 'palette';
  }

  openSheet(): void {
    this.shown = 'sheet';
  }

  /** null: the section that was open the last time. */
  openSettings(section: SettingSection | null): void {
    this.settingsView?.open(section);
  }

  /** Another dialog may have changed what the settings show. */
  refresh(): void {
    void this.settingsView?.refresh();
  }

  checkLibrary(): void {
    this.settingsView?.open('storage');
    void this.settingsView?.checkLibrary();
  }

  override render(): TemplateResult {
    const keymap = createKeymap(this.settings.shortcuts, isMacKeyboard);
    return html`
      <op-palette
        .isOpen=${this.shown === 'palette'}
        .keymap=${keymap}
        .disabled=${this.disabled.value ?? noCommands}
        @op-command-chosen=${(event: CommandChosenEvent) => void this.hand(event)}
        @op-dialog-answered=${this.close}
      ></op-palette>
      <op-shortcut-sheet
        .isOpen=${this.shown === 'sheet'}
        .keymap=${keymap}
        @op-command-chosen=${(event: CommandChosenEvent) => void this.hand(event)}
        @op-dialog-answered=${this.close}
      ></op-shortcut-sheet>
      <op-settings-view .settings=${this.settings}></op-settings-view>
    `;
  }

  /** The dialog gives the focus back first, so that the command acts where the reader was. */
  private async hand(event: CommandChosenEvent): Promise<void> {
    event.stopPropagation();
    const { target } = event;
    this.close();
    await this.updateComplete;
    if (target instanceof LitElement) await target.updateComplete;
    this.dispatchEvent(new CommandChosenEvent(event.command));
  }

  private close(): void {
    this.shown = 'nothing';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-commands-view': OpCommandsView;
  }
}
