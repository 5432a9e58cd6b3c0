import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { placeMenu } from './menu-place.ts';
import type { MenuPlace } from './menu-place.ts';
import { menuStyles } from './menu-styles.ts';

/** What can be typed to search more exactly; each example can be tried. */
@customElement('op-syntax-help')
export class OpSyntaxHelp extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      [popover] {
        width: min(400px, calc(100vw - 16px));
        max-width: none;
        padding: var(--space-2);
      }
      [popover] button {
        display: grid;
        grid-template-columns: minmax(0, 9fr) minmax(0, 11fr);
        align-items: baseline;
        gap: var(--space-3);
        padding-block: 4px;
        line-height: 1.45;
      }
      .example {
        font-weight: var(--weight-medium);
        overflow-wrap: anywhere;
      }
      .meaning {
        color: var(--ink-second);
        font-size: var(--size-small);
      }
    `,
  ];

  @query('#help') private readonly help!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly keys = new MenuController(this, { menu: () => this.help, opener: () => this.opener });
  private opener: HTMLElement | null = null;

  /** `opener`: what has the focus again when the help closes. */
  open(place: MenuPlace, opener: HTMLElement): void {
    const { help } = this;
    this.opener = opener;
    if (!help || help.matches(':popover-open')) return;
    help.showPopover();
    placeMenu(help, place);
  }

  override render(): TemplateResult {
    const { suggestions, syntax } = this.locale.current.messages.search;
    return html`
      <div
        id="help"
        popover
        role="menu"
        aria-labelledby="title"
        @keydown=${this.keys.handleKey}
        @toggle=${this.keys.handleToggle}
      >
        <h2 id="title" role="presentation">${suggestions.syntax}</h2>
        ${Object.values(syntax).map(
          ({ example, meaning }) =>
            html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.choose(example)}>
              <span class="example">${example}</span><span class="meaning">${meaning}</span>
            </button>`,
        )}
      </div>
    `;
  }

  private choose(example: string): void {
    this.keys.close();
    this.dispatchEvent(new QueryChangedEvent(example, false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-syntax-help': OpSyntaxHelp;
  }
}
