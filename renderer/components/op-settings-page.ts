import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { commandIds } from '#preload/contract/commands.ts';
import type { ShortcutChoices } from '#preload/contract/keymap.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { SettingSectionChosenEvent } from '#renderer/events/setting-section-chosen-event.ts';
import { SettingChangedEvent } from '#renderer/events/setting-changed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { FoundSettings } from '#renderer/state/find-settings.ts';
import { joinedChanges } from '#renderer/state/setting-rows.ts';
import type { SettingChange, SettingRow } from '#renderer/state/setting-rows.ts';
import { isSettingSection, settingSections } from '#renderer/state/setting-sections.ts';
import type { SettingSection } from '#renderer/state/setting-sections.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import './op-setting-row.ts';
import './op-shortcut-editor.ts';
import { settingsPageStyles } from './settings-page-styles.ts';

/** All settings by section, and one search over them. What stands in the slot is the panel of the library. */
@customElement('op-settings-page')
export class OpSettingsPage extends LitElement {
  static override styles = [base, buttons, dialogs, settingsPageStyles];

  @property({ type: Boolean }) isOpen = false;
  @property({ attribute: false }) section: SettingSection = 'archives';
  @property({ attribute: false }) rows: readonly SettingRow[] = [];
  @property({ attribute: false }) shortcuts: ShortcutChoices = {};
  @property({ attribute: false }) find: (query: string) => FoundSettings = () => ({ rows: [], commands: [], isStorage: false });
  /** What was done last, where nothing else shows it. */
  @property() note = '';
  @state() private searched = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('[type="search"]') private readonly field!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.isOpen;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('isOpen') && this.isOpen) || changed.has('section')) this.clear();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('section')) this.renderRoot.querySelector('.content')?.scrollTo({ top: 0 });
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.settings;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <header>
          <h2 id="title">${words.title}</h2>
          <input
            type="search"
            aria-label=${words.search}
            placeholder=${words.search}
            autocomplete="off"
            spellcheck="false"
            maxlength="100"
            autofocus
            @input=${this.handleSearch}
          />
          <button class="icon-button" type="button" aria-label=${words.close} title=${words.close} @click=${this.close}>
            ${icon('close')}
          </button>
        </header>
        ${this.renderSections()}
        <div class="content" tabindex="-1">
          ${this.isOpen ? (this.searched === '' ? this.renderSection(this.section) : this.renderFound()) : nothing}
          <p class="note" role="status">${this.note}</p>
        </div>
      </dialog>
    `;
  }

  private renderSections(): TemplateResult {
    const words = this.locale.current.messages.settings;
    const isCurrent = (section: SettingSection): boolean => this.searched === '' && section === this.section;
    return html`
      <nav aria-label=${words.sectionLabel}>
        ${settingSections.map(
          (section) =>
            html`<button type="button" aria-current=${isCurrent(section) ? 'page' : nothing} @click=${() => this.go(section)}>
              ${words.sections[section]}
            </button>`,
        )}
      </nav>
      <select class="sections" aria-label=${words.sectionLabel} ?hidden=${this.searched !== ''} @change=${this.handleSection}>
        ${settingSections.map(
          (section) => html`<option value=${section} .selected=${section === this.section}>${words.sections[section]}</option>`,
        )}
      </select>
    `;
  }

  private renderSection(section: SettingSection): TemplateResult {
    const words = this.locale.current.messages.settings;
    const rows = this.rows.filter((row) => row.section === section);
    const resets = this.resetsOf(section, rows);
    return html`<section aria-labelledby="heading">
      <div class="heading">
        <h3 id="heading">${words.sections[section]}</h3>
        <button
          class="button"
          type="button"
          ?hidden=${section === 'storage'}
          ?disabled=${resets.length === 0}
          @click=${() => this.reset(resets)}
        >
          ${section === 'shortcuts' ? words.keys.resetAll : words.resetSection}
        </button>
      </div>
      ${section === 'shortcuts' ? html`<p class="hint">${words.keys.hint}</p>` : nothing}
      ${rows.map((row) => html`<op-setting-row data-setting=${row.id} .row=${row}></op-setting-row>`)}
      ${section === 'storage' ? html`<slot></slot>` : nothing}
      ${section === 'shortcuts' ? html`<op-shortcut-editor .choices=${this.shortcuts} .shown=${commandIds}></op-shortcut-editor>` : nothing}
    </section>`;
  }

  private renderFound(): TemplateResult {
    const words = this.locale.current.messages.settings;
    const { rows, commands, isStorage } = this.find(this.searched);
    if (rows.length + commands.length === 0 && !isStorage)
      return html`<p class="none" role="status">${words.none(this.searched)}</p>`;
    return html`${settingSections.map((section) => {
      const found = rows.filter((row) => row.section === section);
      const isPanel = (section === 'storage' && isStorage) || (section === 'shortcuts' && commands.length > 0);
      if (found.length === 0 && !isPanel) return nothing;
      return html`<section>
        <div class="heading"><h3>${words.sections[section]}</h3></div>
        ${found.map((row) => html`<op-setting-row data-setting=${row.id} .row=${row}></op-setting-row>`)}
        ${section === 'storage' ? html`<slot></slot>` : nothing}
        ${section === 'shortcuts' ? html`<op-shortcut-editor .choices=${this.shortcuts} .shown=${commands}></op-shortcut-editor>` : nothing}
      </section>`;
    })}`;
  }

  private resetsOf(section: SettingSection, rows: readonly SettingRow[]): readonly SettingChange[] {
    const resets = rows.flatMap(({ reset }) => (reset ? [reset] : []));
    const hasOwnKeys = section === 'shortcuts' && Object.keys(this.shortcuts).length > 0;
    return hasOwnKeys ? [...resets, { keeper: 'settings', change: { shortcuts: {} } }] : resets;
  }

  private reset(resets: readonly SettingChange[]): void {
    // The button cannot be used any longer, and would take the focus with it.
    this.renderRoot.querySelector<HTMLElement>('.content')?.focus();
    this.dispatchEvent(new SettingChangedEvent(joinedChanges(resets)));
  }

  private go(section: SettingSection): void {
    this.clear();
    this.dispatchEvent(new SettingSectionChosenEvent(section));
  }

  private clear(): void {
    this.searched = '';
    if (this.field) this.field.value = '';
  }

  private handleSection(event: Event): void {
    if (event.target instanceof HTMLSelectElement && isSettingSection(event.target.value)) this.go(event.target.value);
  }

  private handleSearch(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.searched = event.target.value.trim();
  }

  /** Keys mean this page, not the window behind it. The key that searches elsewhere searches here. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const isSearchKey = (event.ctrlKey || event.metaKey) && ['f', 'k'].includes(event.key.toLowerCase());
    if (!isSearchKey || event.isComposing) return;
    event.preventDefault();
    this.field?.select();
    this.field?.focus();
  }

  /** Esc leaves a search first. */
  private handleCancel(event: Event): void {
    event.preventDefault();
    if (this.searched === '') this.close();
    else this.clear();
  }

  private close(): void {
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-settings-page': OpSettingsPage;
  }
}
