import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { languageNames } from '#preload/messages/catalogue.ts';
import { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import { DialogRequestedEvent } from '#renderer/events/dialog-requested-event.ts';
import { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';
import { SettingsChosenEvent } from '#renderer/events/settings-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

const languages = Object.keys(languageNames).filter((language): language is InterfaceLanguage => language in languageNames);

/** For a library that holds the handbook alone: the ways in, and the language. */
@customElement('op-first-steps')
export class OpFirstSteps extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        margin: 0 var(--space-3) var(--space-3);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
        color: var(--ink-second);
        line-height: 1.55;
      }
      h3 {
        margin: 0;
        color: var(--ink);
        font: inherit;
        font-weight: var(--weight-strong);
      }
      p {
        margin: 2px 0 0;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .languages {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        margin-top: var(--space-3);
        font-size: var(--size-small);
      }
      .languages svg {
        width: 14px;
        height: 14px;
        color: var(--ink-third);
      }
      .language {
        padding: 2px 0;
        border: 0;
        background: transparent;
        color: var(--ink-second);
        font: inherit;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .language:hover {
        color: var(--ink);
      }
      .language[aria-pressed='true'] {
        color: var(--ink);
        font-weight: var(--weight-medium);
        text-decoration: none;
      }
    `,
  ];

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.firstSteps;
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${words.title}</h3>
        <p>${words.intro}</p>
        <div class="ways">
          <button class="button primary" type="button" @click=${() => this.dispatchEvent(new AddArchiveRequestedEvent())}>
            ${words.address}
          </button>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new PlaceRequestedEvent('file'))}>
            ${words.file}
          </button>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new PlaceRequestedEvent('folder'))}>
            ${words.folder}
          </button>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new DialogRequestedEvent('network'))}>
            ${words.network}
          </button>
        </div>
        <div class="languages" role="group" aria-label=${this.locale.words.settings.language}>
          ${icon('languages')} ${languages.map((language) => this.renderLanguage(language))}
        </div>
      </section>
    `;
  }

  private renderLanguage(language: InterfaceLanguage): TemplateResult {
    const isChosen = this.locale.current.language === language;
    return html`<button
      class="language"
      type="button"
      lang=${language}
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new SettingsChosenEvent({ language }))}
    >
      ${languageNames[language]}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-first-steps': OpFirstSteps;
  }
}
