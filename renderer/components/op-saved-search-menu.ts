import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { SavedSearch } from '#preload/contract/search-types.ts';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { SavedSearchActionEvent } from '#renderer/events/saved-search-action-event.ts';
import type { SavedSearchAction } from '#renderer/events/saved-search-action-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { placeMenu } from './menu-place.ts';
import type { MenuPlace } from './menu-place.ts';
import { menuStyles } from './menu-styles.ts';

/** What can be done with one saved search. */
@customElement('op-saved-search-menu')
export class OpSavedSearchMenu extends LitElement {
  static override styles = [base, buttons, menuStyles];

  @state() private search: SavedSearch | null = null;
  @query('#menu') private readonly menu!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly keys = new MenuController(this, { menu: () => this.menu, opener: () => this.opener });
  private opener: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.handlePress, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.handlePress, { capture: true });
  }

  /** `opener`: what has the focus again when the menu closes. */
  async open(search: SavedSearch, place: MenuPlace, opener: HTMLElement): Promise<void> {
    this.search = search;
    this.opener = opener;
    await this.updateComplete;
    const { menu } = this;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    placeMenu(menu, place);
    menu.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.search.saved;
    const { search } = this;
    return html`
      <div
        id="menu"
        popover="manual"
        role="menu"
        aria-label=${search ? words.menuLabel(search.name) : nothing}
        @keydown=${this.keys.handleKey}
      >
        ${this.renderEntry('name', words.rename)} ${this.renderEntry('remove', words.remove)}
      </div>
    `;
  }

  private renderEntry(action: SavedSearchAction, label: string): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.choose(action)}>${label}</button>`;
  }

  /** By hand: an automatic popover would close again when the button that opened it is let go. */
  private readonly handlePress = (event: PointerEvent): void => {
    const { menu } = this;
    if (menu?.matches(':popover-open') && !event.composedPath().includes(menu)) menu.hidePopover();
  };

  private choose(action: SavedSearchAction): void {
    this.keys.close();
    if (this.search) this.dispatchEvent(new SavedSearchActionEvent(this.search.query, this.search.name, action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-saved-search-menu': OpSavedSearchMenu;
  }
}
