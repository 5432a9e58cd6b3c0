import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { commandIds, commandOf } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import type { Keymap } from '#preload/contract/keymap.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { commandGroups } from './command-groups.ts';
import { keyCapStyles } from './key-cap-styles.ts';
import { renderKeys } from './key-caps.ts';

/** All keys that mean something now, by the menu that their command is in. */
@customElement('op-shortcut-sheet')
export class OpShortcutSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    keyCapStyles,
    css`
      dialog {
        width: min(760px, calc(100vw - 32px));
      }
      h2:focus-visible {
        outline: none;
      }
      dialog > p {
        margin-bottom: var(--space-3);
      }
      .columns {
        columns: 2;
        column-gap: var(--space-8);
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--space-4);
      }
      h3 {
        margin: 0 0 var(--space-1);
        font-size: var(--size-meta);
        font-weight: var(--weight-strong);
        color: var(--ink-third);
      }
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        padding: 5px 0;
        border-top: 1px solid var(--line);
      }
      dt {
        min-width: 0;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-1) var(--space-3);
        margin: 0;
      }
      @media (max-width: 640px) {
        .columns {
          columns: 1;
        }
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) keymap: Keymap = createKeymap({}, false);
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.palette;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <h2 id="title" tabindex="-1" autofocus>${words.sheetTitle}</h2>
        <p>${words.sheetHint}</p>
        <div class="columns">${this.isOpen ? commandGroups.map((group) => this.renderGroup(group)) : ''}</div>
        <div class="actions">
          <button class="button first" type="button" @click=${this.change}>${words.change}</button>
          <button class="button primary" type="button" @click=${this.close}>${words.close}</button>
        </div>
      </dialog>
    `;
  }

  private renderGroup(group: (typeof commandGroups)[number]): TemplateResult | '' {
    const ids = commandIds.filter((id) => (commandOf(id).menu ?? 'settings') === group && this.keymap.keysOf(id).length > 0);
    if (ids.length === 0) return '';
    return html`<section>
      <h3>${this.locale.current.messages.palette.groups[group]}</h3>
      <dl>${ids.map((id) => this.renderCommand(id))}</dl>
    </section>`;
  }

  private renderCommand(id: CommandId): TemplateResult {
    const { commands, palette } = this.locale.current.messages;
    return html`<div>
      <dt>${commands[id]}</dt>
      <dd>${this.keymap.keysOf(id).map((keys) => renderKeys(keys, palette.andThen))}</dd>
    </div>`;
  }

  /** The key that opened it closes it again. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== '?' && event.key !== 'F1') return;
    event.preventDefault();
    this.close();
  }

  private change(): void {
    this.dispatchEvent(new CommandChosenEvent('settings-shortcuts'));
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-shortcut-sheet': OpShortcutSheet;
  }
}
