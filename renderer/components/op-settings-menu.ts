import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { defaultSettings, hoursBetweenSyncs } from '#preload/contract/default-settings.ts';
import type { InterfaceLanguage, Settings, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import { languageNames } from '#preload/messages/catalogue.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { DialogRequestedEvent } from '#renderer/events/dialog-requested-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly lang?: string;
}

const languages = Object.keys(languageNames).filter((language): language is InterfaceLanguage => language in languageNames);

const themes: readonly Theme[] = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'];

/** Appearance, language, schedule and network, in a small panel that opens under its button and applies every choice at once. */
@customElement('op-settings-menu')
export class OpSettingsMenu extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .opener {
        anchor-name: --settings;
      }
      [popover] {
        position: fixed;
        position-anchor: --settings;
        position-try-fallbacks: flip-inline;
        inset: auto;
        top: calc(anchor(bottom) + 4px);
        left: anchor(left);
        width: 248px;
        margin: 0;
        padding: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
        color: var(--ink);
      }
      label {
        display: block;
        padding: var(--space-1) var(--space-2);
      }
      label > span {
        display: block;
        padding-bottom: 2px;
        font-size: var(--size-meta);
        font-weight: var(--weight-strong);
        color: var(--ink-third);
      }
      select {
        width: 100%;
        height: 30px;
        padding: 0 var(--space-1);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface-paper);
        color: var(--ink);
        font: inherit;
      }
      .sparing {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .sparing input {
        margin: 0;
        accent-color: var(--ink);
      }
      .hint {
        margin: 0;
        padding: 0 var(--space-2) var(--space-1);
        font-size: var(--size-meta);
        line-height: 1.5;
        color: var(--ink-third);
      }
      .dialogs {
        margin-top: var(--space-2);
      }
      .dialogs button {
        width: 100%;
        height: var(--row-height);
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        text-align: start;
      }
      .dialogs button:hover {
        background: var(--surface-hover);
      }
    `,
  ];

  @property({ attribute: false }) settings: Settings = defaultSettings;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const { messages } = this.locale.current;
    const words = this.locale.words.settings;
    return html`
      <button class="icon-button opener" type="button" popovertarget="panel" aria-label=${words.label} title=${words.label}>
        ${icon('settings')}
      </button>
      <div id="panel" popover role="group" aria-label=${words.label} @keydown=${this.handleKey}>
        ${this.renderChoice(words.theme, this.themes, this.settings.theme, (theme) => ({ theme }))}
        ${this.renderChoice(words.language, this.languages, this.settings.language, (language) => ({ language }))}
        ${this.renderSchedule()}
        <div class="dialogs">
          <button type="button" @click=${() => this.request('network')}>${messages.network.open}</button>
          <button type="button" @click=${() => this.request('privacy')}>${messages.privacy.open}</button>
          <button type="button" @click=${() => this.request('updates')}>${messages.updates.open}</button>
          <button type="button" @click=${this.openAll}>${messages.commands.settings}</button>
        </div>
      </div>
    `;
  }

  private get themes(): readonly Choice<Theme>[] {
    const words = this.locale.words.settings;
    return themes.map((theme) => ({ value: theme, label: words[theme] }));
  }

  private get languages(): readonly Choice<InterfaceLanguage | null>[] {
    return [
      { value: null, label: this.locale.words.settings.system },
      ...languages.map((language) => ({ value: language, label: languageNames[language], lang: language })),
    ];
  }

  /** The network is silent unless the reader asks; that a schedule asks is the reader's choice. */
  private renderSchedule(): TemplateResult {
    const words = this.locale.words.settings;
    const { when, everyHours, isSparing } = this.settings.schedule;
    const choices: readonly Choice<number>[] = [
      { value: 0, label: words.asked },
      { value: -1, label: words.atStart },
      ...hoursBetweenSyncs.map((hours) => ({ value: hours, label: words.everyHours(hours) })),
    ];
    const current = when === 'asked' ? 0 : when === 'start' ? -1 : everyHours;
    const changeOf = (value: number): SettingsChange => ({
      schedule: value > 0 ? { when: 'hours', everyHours: value } : { when: value === 0 ? 'asked' : 'start' },
    });
    return html`
      ${this.renderChoice(words.schedule, choices, current, changeOf)}
      ${
        when === 'asked'
          ? nothing
          : html`<label class="sparing">
                <input
                  type="checkbox"
                  .checked=${isSparing}
                  @change=${(event: Event) => this.choose({ schedule: { isSparing: (event.target as HTMLInputElement).checked } })}
                />
                ${words.sparing}
              </label>
              <p class="hint">${words.metered}</p>`
      }
    `;
  }

  /** Esc means this panel, not whatever Esc means in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.hide();
  }

  /** The panel is closed first, so that the dialog gives the focus back to its opener. */
  private request(dialog: 'network' | 'privacy' | 'updates'): void {
    this.hide();
    this.dispatchEvent(new DialogRequestedEvent(dialog));
  }

  private openAll(): void {
    this.hide();
    this.dispatchEvent(new CommandChosenEvent('settings'));
  }

  private hide(): void {
    this.renderRoot.querySelector<HTMLElement>('#panel')?.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }

  private renderChoice<Value>(
    label: string,
    choices: readonly Choice<Value>[],
    current: Value,
    changeOf: (value: Value) => SettingsChange,
  ): TemplateResult {
    const handle = (event: Event): void => {
      const choice = choices[(event.target as HTMLSelectElement).selectedIndex];
      if (choice) this.choose(changeOf(choice.value));
    };
    return html`<label>
      <span>${label}</span>
      <select @change=${handle}>
        ${choices.map(
          (choice) => html`<option lang=${choice.lang ?? nothing} .selected=${choice.value === current}>${choice.label}</option>`,
        )}
      </select>
    </label>`;
  }

  private choose(change: SettingsChange): void {
    this.dispatchEvent(new SettingsChosenEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-settings-menu': OpSettingsMenu;
  }
}
