import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { disabledCommandsContext } from '#renderer/state/disabled-commands-context.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import { settingsContext } from '#renderer/state/settings-context.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { readableKeys } from './key-caps.ts';

/** Back and forward through the places of the window. They stay where they are, also where they lead nowhere. */
@customElement('op-history-buttons')
export class OpHistoryButtons extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex: none;
      }
      .icon-button {
        width: 28px;
      }
      .icon-button[aria-disabled='true'],
      .icon-button[aria-disabled='true']:hover {
        background: transparent;
        color: var(--ink-third);
        opacity: 0.45;
      }
    `,
  ];

  private readonly locale = new LocaleController(this);
  private readonly disabled = new ContextConsumer(this, { context: disabledCommandsContext, subscribe: true });
  private readonly settings = new ContextConsumer(this, { context: settingsContext, subscribe: true });

  override render(): TemplateResult {
    return html`${this.renderButton('go-back', 'chevronLeft')}${this.renderButton('go-forward', 'chevronRight')}`;
  }

  private renderButton(command: 'go-back' | 'go-forward', sign: 'chevronLeft' | 'chevronRight'): TemplateResult {
    const label = this.locale.current.messages.commands[command];
    const { shortcuts } = this.settings.value ?? defaultSettings;
    const [keys] = createKeymap(shortcuts, isMacKeyboard).keysOf(command);
    const isDisabled = this.disabled.value?.has(command) ?? true;
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      aria-disabled=${isDisabled ? 'true' : 'false'}
      title=${keys === undefined ? label : `${label} (${readableKeys(keys)})`}
      @click=${() => !isDisabled && this.dispatchEvent(new CommandChosenEvent(command))}
    >
      ${icon(sign)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-history-buttons': OpHistoryButtons;
  }
}
