import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { commandIds, commandOf } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { strokeOf } from '#preload/contract/keys.ts';
import { createKeymap, defaultKeys } from '#preload/contract/keymap.ts';
import type { Keymap, ShortcutChoices } from '#preload/contract/keymap.ts';
import { SettingChangedEvent } from '#renderer/events/setting-changed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { isMacKeyboard, pressOf } from '#renderer/state/key-press.ts';
import { editShortcut, removeKeys, resetKeys } from '#renderer/state/shortcut-edits.ts';
import type { EditAnswer, ShortcutEdit } from '#renderer/state/shortcut-edits.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { commandGroups } from './command-groups.ts';
import { icon } from './icons.ts';
import { keyCapStyles } from './key-cap-styles.ts';
import { readableKeys, renderKeys } from './key-caps.ts';
import { settingStyles } from './setting-styles.ts';
import { shortcutEditorStyles } from './shortcut-editor-styles.ts';

type Refusal = Exclude<EditAnswer, { readonly kind: 'done' }>;

/** Every command with its keys. A key that another command has is refused, unless the reader takes or swaps it. */
@customElement('op-shortcut-editor')
export class OpShortcutEditor extends LitElement {
  static override styles = [base, buttons, keyCapStyles, settingStyles, shortcutEditorStyles];

  @property({ attribute: false }) choices: ShortcutChoices = {};
  /** Only these are shown. */
  @property({ attribute: false }) shown: readonly CommandId[] = commandIds;
  @state() private edit: ShortcutEdit | null = null;
  @state() private refusal: Refusal | null = null;

  private readonly locale = new LocaleController(this);

  private get keymap(): Keymap {
    return createKeymap(this.choices, isMacKeyboard);
  }

  override render(): TemplateResult {
    const { keymap } = this;
    return html`${commandGroups.map((group) => {
      const ids = this.shown.filter((id) => (commandOf(id).menu ?? 'settings') === group);
      if (ids.length === 0) return nothing;
      return html`<section>
        <h4>${this.locale.current.messages.palette.groups[group]}</h4>
        <ul>
          ${ids.map((id) => this.renderCommand(id, keymap))}
        </ul>
      </section>`;
    })}`;
  }

  private renderCommand(id: CommandId, keymap: Keymap): TemplateResult {
    const { commands, settings } = this.locale.current.messages;
    const { isFixed } = commandOf(id);
    const isAdding = this.edit?.command === id && this.edit.replaced === null;
    const add = settings.keys.add(commands[id]);
    return html`<li data-command=${id}>
      <span class="name">${commands[id]}${isFixed ? html`<span class="hint">${settings.keys.fixed}</span>` : nothing}</span>
      <span class="caps">
        ${keymap.keysOf(id).map((keys) => (isFixed ? renderKeys(keys, '') : this.renderKey(id, keys)))}
        ${isAdding ? this.renderRecorder() : nothing}
        ${
          isFixed || isAdding
            ? nothing
            : html`<button
                class="icon-button small add"
                type="button"
                aria-label=${add}
                title=${add}
                @click=${() => void this.begin({ command: id, replaced: null })}
              >
                ${icon('plus')}
              </button>`
        }
      </span>
      ${this.renderReset(id, keymap)} ${this.edit?.command === id ? this.renderRefusal(commands) : nothing}
    </li>`;
  }

  private renderKey(id: CommandId, keys: string): TemplateResult {
    if (this.edit?.command === id && this.edit.replaced === keys) return this.renderRecorder();
    const { commands, settings, palette } = this.locale.current.messages;
    const readable = readableKeys(keys);
    const change = settings.keys.change(readable, commands[id]);
    const remove = settings.keys.remove(readable, commands[id]);
    return html`<span class="cap">
      <button class="key" type="button" title=${change} @click=${() => void this.begin({ command: id, replaced: keys })}>
        <span class="for-reader-only">${change}</span><span aria-hidden="true">${renderKeys(keys, palette.andThen)}</span>
      </button>
      <button
        class="icon-button small"
        type="button"
        aria-label=${remove}
        title=${remove}
        @click=${() => this.takeAway(id, keys)}
      >
        ${icon('close')}
      </button>
    </span>`;
  }

  private renderRecorder(): TemplateResult {
    return html`<button class="button recorder" type="button" @keydown=${this.handleKey} @blur=${this.handleBlur}>
      ${this.locale.current.messages.settings.keys.recording}
    </button>`;
  }

  private renderReset(id: CommandId, keymap: Keymap): TemplateResult {
    const { commands, settings } = this.locale.current.messages;
    const name = settings.reset(commands[id]);
    const isDefault = keymap.keysOf(id).join() === defaultKeys(id, keymap.isMac).join();
    return html`<button
      class="icon-button small reset"
      type="button"
      aria-label=${name}
      title=${name}
      ?data-idle=${isDefault}
      @click=${() => this.reset(id)}
    >
      ${icon('reset')}
    </button>`;
  }

  private renderRefusal(names: Readonly<Record<CommandId, string>>): TemplateResult | typeof nothing {
    const { refusal } = this;
    if (!refusal) return nothing;
    const words = this.locale.current.messages.settings.keys;
    const readable = readableKeys(refusal.keys);
    const said = refusal.kind === 'reserved' ? words.reserved(readable) : words.taken(readable, names[refusal.by]);
    return html`<div class="refusal">
      <p role="alert">${said}</p>
      ${
        refusal.kind === 'reserved'
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.finish(refusal.settle)}>
              ${this.edit?.replaced === null ? words.take : words.swap}
            </button>`
      }
      <button class="button" type="button" @click=${() => this.finish(null)}>${words.leave}</button>
    </div>`;
  }

  private async begin(edit: ShortcutEdit): Promise<void> {
    this.edit = edit;
    this.refusal = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.recorder')?.focus();
  }

  /** Every key is taken down here and means nothing else. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229 || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') return this.finish(null);
    const stroke = strokeOf(pressOf(event), isMacKeyboard);
    if (stroke === null || !this.edit) return;
    const answer = editShortcut(this.choices, this.keymap, this.edit, stroke);
    if (answer.kind === 'done') this.finish(answer.choices);
    else this.refusal = answer;
  }

  /** What is left without an answer is left as it was. */
  private handleBlur(event: FocusEvent): void {
    const target = event.relatedTarget;
    const isAnswering = target instanceof Element && target.closest('.refusal') !== null;
    if (!isAnswering && this.edit) this.finish(null, false);
  }

  private takeAway(id: CommandId, keys: string): void {
    this.tell(removeKeys(this.choices, this.keymap, id, keys));
    this.focusOn(id);
  }

  private reset(id: CommandId): void {
    this.tell(resetKeys(this.choices, this.keymap, id));
    this.focusOn(id);
  }

  private finish(choices: ShortcutChoices | null, isFocusToReturn = true): void {
    const command = this.edit?.command;
    this.edit = null;
    this.refusal = null;
    if (choices) this.tell(choices);
    if (command && isFocusToReturn) this.focusOn(command);
  }

  private tell(shortcuts: ShortcutChoices): void {
    this.dispatchEvent(new SettingChangedEvent([{ keeper: 'settings', change: { shortcuts } }]));
  }

  private focusOn(id: CommandId): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-command="${id}"] :is(.key, .add)`)?.focus(),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-shortcut-editor': OpShortcutEditor;
  }
}
