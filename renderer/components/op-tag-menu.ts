import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { TagActionEvent } from '#renderer/events/tag-action-event.ts';
import type { TagAction } from '#renderer/events/tag-action-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { placeMenu } from './menu-place.ts';
import type { MenuPlace } from './menu-place.ts';
import { menuStyles } from './menu-styles.ts';

/** What can be done with one of the tags. */
@customElement('op-tag-menu')
export class OpTagMenu extends LitElement {
  static override styles = [base, buttons, menuStyles];

  @state() private tag: string | null = null;
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
  async open(tag: string, place: MenuPlace, opener: HTMLElement): Promise<void> {
    this.tag = tag;
    this.opener = opener;
    await this.updateComplete;
    const { menu } = this;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    placeMenu(menu, place);
    menu.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.tags;
    const { tag } = this;
    return html`
      <div
        id="menu"
        popover="manual"
        role="menu"
        aria-label=${tag === null ? nothing : words.menuLabel(tag)}
        @keydown=${this.keys.handleKey}
      >
        ${this.renderEntry('rename', words.rename)} ${this.renderEntry('remove', words.remove)}
      </div>
    `;
  }

  private renderEntry(action: TagAction, label: string): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.choose(action)}>${label}</button>`;
  }

  /** By hand: an automatic popover would close again when the button that opened it is let go. */
  private readonly handlePress = (event: PointerEvent): void => {
    const { menu } = this;
    if (menu?.matches(':popover-open') && !event.composedPath().includes(menu)) menu.hidePopover();
  };

  private choose(action: TagAction): void {
    this.keys.close();
    if (this.tag !== null) this.dispatchEvent(new TagActionEvent(this.tag, action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-tag-menu': OpTagMenu;
  }
}
