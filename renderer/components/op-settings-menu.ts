import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { InterfaceLanguage, Settings, Theme } from '#preload/contract/library-types.ts';
import { languageNames } from '#preload/messages/catalogue.ts';
import { NetworkRequestedEvent } from '#renderer/events/network-requested-event.ts';
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

/** Appearance and language, in a small panel that opens under its button and applies every choice at once. */
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
        width: 208px;
        margin: 0;
        padding: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
        color: var(--ink);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset + fieldset {
        margin-top: var(--space-2);
        padding-top: var(--space-2);
        border-top: 1px solid var(--line);
      }
      legend {
        float: left;
        width: 100%;
        padding: var(--space-1) var(--space-2);
        font-size: var(--size-meta);
        font-weight: var(--weight-strong);
        color: var(--ink-third);
      }
      label {
        clear: both;
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--space-2);
        height: var(--row-height);
        padding: 0 var(--space-2);
        border-radius: var(--radius);
      }
      label:hover {
        background: var(--surface-hover);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        appearance: none;
        outline: none;
      }
      .network {
        width: 100%;
        height: var(--row-height);
        margin-top: var(--space-2);
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        text-align: start;
      }
      .network:hover {
        background: var(--surface-hover);
      }
      .tick {
        display: grid;
        width: 16px;
        visibility: hidden;
      }
      input:checked + .tick {
        visibility: visible;
      }
    `,
  ];

  @property({ attribute: false }) settings: Settings = { theme: 'system', language: null };

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.words.settings;
    const themes: readonly Choice<Theme>[] = [
      { value: 'system', label: words.system },
      { value: 'light', label: words.light },
      { value: 'dark', label: words.dark },
    ];
    const spoken: readonly Choice<InterfaceLanguage | null>[] = [
      { value: null, label: words.system },
      ...languages.map((language) => ({ value: language, label: languageNames[language], lang: language })),
    ];
    return html`
      <button class="icon-button opener" type="button" popovertarget="panel" aria-label=${words.label} title=${words.label}>
        ${icon('settings')}
      </button>
      <div id="panel" popover role="group" aria-label=${words.label} @keydown=${this.handleKey}>
        ${this.renderChoices('theme', words.theme, themes, this.settings.theme, (theme) => ({ theme }))}
        ${this.renderChoices('language', words.language, spoken, this.settings.language, (language) => ({ language }))}
        <button class="network" type="button" @click=${this.requestNetwork}>${this.locale.current.messages.network.open}</button>
      </div>
    `;
  }

  /** Esc means this panel, not whatever Esc means in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#panel')?.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }

  /** The panel is closed first, so that the dialog gives the focus back to its opener. */
  private requestNetwork(): void {
    this.renderRoot.querySelector<HTMLElement>('#panel')?.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
    this.dispatchEvent(new NetworkRequestedEvent());
  }

  private renderChoices<Value>(
    name: string,
    legend: string,
    choices: readonly Choice<Value>[],
    current: Value,
    changeOf: (value: Value) => Partial<Settings>,
  ): TemplateResult {
    return html`
      <fieldset>
        <legend>${legend}</legend>
        ${choices.map(
          ({ value, label, lang }) => html`
            <label lang=${lang ?? this.locale.current.language}>
              <input
                type="radio"
                name=${name}
                .checked=${value === current}
                @change=${() => this.dispatchEvent(new SettingsChosenEvent(changeOf(value)))}
              />
              <span class="tick">${icon('check')}</span>
              ${label}
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-settings-menu': OpSettingsMenu;
  }
}
