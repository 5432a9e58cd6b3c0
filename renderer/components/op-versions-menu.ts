import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { EarlierVersion } from '#preload/contract/library-types.ts';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { VersionChosenEvent } from '#renderer/events/version-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { menuStyles } from './menu-styles.ts';

/** What the article was before its archive changed it, in a menu under its button. */
@customElement('op-versions-menu')
export class OpVersionsMenu extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      :host {
        display: block;
      }
      .opener {
        anchor-name: --versions;
      }
      .opener.is-on {
        background: var(--surface-selected);
        color: var(--ink);
      }
      [popover] {
        position-anchor: --versions;
        top: calc(anchor(bottom) + 4px);
        right: max(var(--space-2), anchor(right));
        position-try-fallbacks: --from-left;
      }
      @position-try --from-left {
        right: auto;
        left: var(--space-2);
      }
    `,
  ];

  /** The newest first. */
  @property({ attribute: false }) versions: readonly EarlierVersion[] = [];
  /** The one that is shown; null for the article as it is now. */
  @property({ attribute: false }) shown: number | null = null;
  @query('.opener') private readonly opener!: HTMLButtonElement | null;
  @query('#menu') private readonly menu!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly keys = new MenuController(this, { menu: () => this.menu, opener: () => this.opener });

  /** Opens the menu, or closes it. */
  toggle(): void {
    this.menu?.togglePopover();
  }

  override render(): TemplateResult {
    const { messages, moment } = this.locale.current;
    const words = messages.places.versions;
    return html`
      <button
        class="icon-button opener ${this.shown === null ? '' : 'is-on'}"
        type="button"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-label=${words.label}
        title=${words.label}
      >
        ${icon('history')}
      </button>
      <div
        id="menu"
        popover
        role="menu"
        aria-label=${words.label}
        @keydown=${this.keys.handleKey}
        @toggle=${this.keys.handleToggle}
      >
        ${this.renderRow(null, words.current)}
        <hr />
        ${this.versions.map(({ version, replacedAt }) => this.renderRow(version, words.until(moment(replacedAt))))}
      </div>
    `;
  }

  private renderRow(version: number | null, label: string): TemplateResult {
    const isShown = version === this.shown;
    return html`<button
      type="button"
      role="menuitemradio"
      tabindex="-1"
      aria-checked=${isShown ? 'true' : 'false'}
      @click=${() => this.choose(version)}
    >
      <span class="tick">${isShown ? icon('check') : nothing}</span>${label}
    </button>`;
  }

  private choose(version: number | null): void {
    this.keys.close();
    this.dispatchEvent(new VersionChosenEvent(version));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-versions-menu': OpVersionsMenu;
  }
}
