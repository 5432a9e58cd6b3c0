import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CommandId } from '#preload/contract/commands.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import type { Keymap } from '#preload/contract/keymap.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { paletteRows } from '#renderer/state/palette-rows.ts';
import type { PaletteRow } from '#renderer/state/palette-rows.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { keyCapStyles } from './key-cap-styles.ts';
import { renderKeys } from './key-caps.ts';
import { paletteStyles } from './palette-styles.ts';

/** Every command, found by typing. The field keeps the focus; the arrows walk the list under it. */
@customElement('op-palette')
export class OpPalette extends LitElement {
  static override styles = [base, buttons, dialogs, keyCapStyles, paletteStyles];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) keymap: Keymap = createKeymap({}, false);
  /** Shown, but dimmed: they cannot act at present. */
  @property({ attribute: false }) disabled: ReadonlySet<CommandId> = new Set();
  @state() private typed = '';
  @state() private current = 0;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.typed = '';
    this.current = 0;
    if (this.input) this.input.value = '';
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private get rows(): readonly PaletteRow[] {
    return this.isOpen ? paletteRows(this.typed, this.locale.current.messages, this.keymap, this.disabled) : [];
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.palette;
    const { rows } = this;
    const isAny = rows.length > 0;
    return html`
      <dialog aria-label=${words.title} @cancel=${this.handleCancel} @keydown=${this.handleKey} @click=${this.handleClick}>
        <div class="field">
          ${icon('search')}
          <input
            role="combobox"
            aria-label=${words.title}
            aria-autocomplete="list"
            aria-expanded=${isAny ? 'true' : 'false'}
            aria-controls="rows"
            aria-activedescendant=${isAny ? `row-${this.current}` : nothing}
            placeholder=${words.placeholder}
            autocomplete="off"
            spellcheck="false"
            maxlength="100"
            autofocus
            @input=${this.handleInput}
          />
        </div>
        <div id="rows" role="listbox" aria-label=${words.title}>${rows.map((row, index) => this.renderRow(row, index))}</div>
        <p class="none" role="status">${isAny ? nothing : words.none}</p>
      </dialog>
    `;
  }

  private renderRow({ command, label, keys }: PaletteRow, index: number): TemplateResult {
    const { andThen } = this.locale.current.messages.palette;
    return html`<div
      id="row-${index}"
      class="row"
      role="option"
      aria-selected=${index === this.current ? 'true' : 'false'}
      aria-disabled=${this.disabled.has(command) ? 'true' : 'false'}
      data-command=${command}
      @click=${() => this.choose(index)}
      @pointermove=${() => (this.current = index)}
    >
      <span class="label">${label}</span>${keys === null ? nothing : renderKeys(keys, andThen)}
    </div>`;
  }

  private handleInput(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
    this.current = 0;
  }

  /** While an input method composes, every key is its own. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const last = this.rows.length - 1;
    if (event.key === 'Enter') this.choose(this.current);
    else if (event.key === 'ArrowDown') this.current = this.current >= last ? 0 : this.current + 1;
    else if (event.key === 'ArrowUp') this.current = this.current <= 0 ? Math.max(0, last) : this.current - 1;
    else if (event.key === 'PageDown') this.current = Math.max(0, Math.min(last, this.current + 8));
    else if (event.key === 'PageUp') this.current = Math.max(0, this.current - 8);
    else return;
    event.preventDefault();
  }

  private choose(index: number): void {
    const row = this.rows[index];
    if (row && !this.disabled.has(row.command)) this.dispatchEvent(new CommandChosenEvent(row.command));
  }

  /** A press beside the palette closes it. */
  private handleClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
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
    'op-palette': OpPalette;
  }
}
