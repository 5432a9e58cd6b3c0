import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { defaultSettings, readingRanges } from '#preload/contract/default-settings.ts';
import type { ReadingAppearance, Settings, SettingsChange, Theme } from '#preload/contract/settings-types.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { readingMenuStyles } from './reading-menu-styles.ts';

type Measure = keyof typeof readingRanges;

const measures = Object.keys(readingRanges).filter((name): name is Measure => name in readingRanges);
const themes: readonly Theme[] = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'];
const fonts: readonly ReadingAppearance['font'][] = ['serif', 'sans', 'system'];
const scripts: readonly ReadingAppearance['script'][] = ['published', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'];

/** Steps of tenths do not add up exactly. */
const tidy = (value: number): number => Math.round(value * 100) / 100;

/** How articles are set: colours, font, sizes and script, in a panel under its button; every choice shows at once. */
@customElement('op-reading-menu')
export class OpReadingMenu extends LitElement {
  static override styles = [base, buttons, readingMenuStyles];

  @property({ attribute: false }) settings: Settings = defaultSettings;

  private readonly locale = new LocaleController(this);

  private get panel(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#panel');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('blur', this.hide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('blur', this.hide);
  }

  toggle(): void {
    this.panel?.togglePopover();
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.reading;
    return html`
      <button class="icon-button opener" type="button" popovertarget="panel" aria-label=${words.label} title=${words.label}>
        ${icon('type')}
      </button>
      <div id="panel" popover role="group" aria-label=${words.label} @keydown=${this.handleKey}>
        ${this.renderThemes()} ${this.renderFonts()}
        <div class="measures">${measures.map((name) => this.renderMeasure(name))}</div>
        ${this.renderJustified()} ${this.renderScripts()}
        <button class="reset" type="button" @click=${this.reset}>${words.reset}</button>
      </div>
    `;
  }

  private renderThemes(): TemplateResult {
    const words = this.locale.words.settings;
    const name = (theme: Theme): string => words[theme];
    return html`<fieldset class="themes">
      <legend>${this.locale.current.messages.reading.theme}</legend>
      <div class="choices">${themes.map(
        (theme) =>
          html`<label title=${name(theme)}>
            <input
              type="radio"
              name="theme"
              aria-label=${name(theme)}
              .checked=${this.settings.theme === theme}
              @change=${() => this.choose({ theme })}
            />
            <span class="swatch ${theme}" aria-hidden="true">文</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private renderFonts(): TemplateResult {
    const words = this.locale.current.messages.reading;
    return html`<fieldset class="fonts">
      <legend>${words.font}</legend>
      <div class="choices">${fonts.map(
        (font) =>
          html`<label>
            <input
              type="radio"
              name="font"
              .checked=${this.settings.reading.font === font}
              @change=${() => this.choose({ reading: { font } })}
            />
            <span>${words.fonts[font]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private renderMeasure(name: Measure): TemplateResult {
    const words = this.locale.current.messages.reading;
    const [smallest, largest, step] = readingRanges[name];
    const value = this.settings.reading[name];
    const button = (direction: 1 | -1): TemplateResult => {
      const next = tidy(Math.min(largest, Math.max(smallest, value + direction * step)));
      const label = words.step(words[name], direction > 0 ? words.larger : words.smaller);
      return html`<button
        class="icon-button"
        type="button"
        aria-label=${label}
        title=${label}
        aria-disabled=${next === value ? 'true' : 'false'}
        @click=${() => next !== value && this.choose({ reading: { [name]: next } })}
      >
        ${icon(direction > 0 ? 'plus' : 'minus')}
      </button>`;
    };
    return html`<div class="measure" role="group" aria-label=${words[name]}>
      <span class="name">${words[name]}</span>${button(-1)}<output>${this.locale.current.number(value)}</output>${button(1)}
    </div>`;
  }

  private renderJustified(): TemplateResult {
    const { isJustified } = this.settings.reading;
    return html`<label class="justified">
      <input
        type="checkbox"
        .checked=${isJustified === true}
        .indeterminate=${isJustified === null}
        @change=${(event: Event) => this.choose({ reading: { isJustified: (event.target as HTMLInputElement).checked } })}
      />
      ${this.locale.current.messages.reading.justified}
    </label>`;
  }

  private renderScripts(): TemplateResult {
    const words = this.locale.current.messages.reading;
    const { script } = this.settings.reading;
    return html`<label class="script">
      <span>${words.script}</span>
      <select @change=${this.handleScript}>
        ${scripts.map((choice) => html`<option value=${choice} .selected=${choice === script}>${words.scripts[choice]}</option>`)}
      </select>
    </label>`;
  }

  private choose(change: SettingsChange): void {
    this.dispatchEvent(new SettingsChosenEvent(change));
  }

  private handleScript(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const script = scripts.find((choice) => choice === value);
    if (script !== undefined) this.choose({ reading: { script } });
  }

  private reset(): void {
    this.choose({ reading: defaultSettings.reading });
  }

  /** A press in the article's frame closes no panel by itself: the window sees only that the focus went there. */
  private readonly hide = (): void => {
    if (this.panel?.matches(':popover-open') === true) this.panel.hidePopover();
  };

  /** Keys mean this panel, not whatever they mean in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.hide();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-reading-menu': OpReadingMenu;
  }
}
