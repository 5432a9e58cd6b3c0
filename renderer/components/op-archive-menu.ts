import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { ArchiveActionEvent } from '#renderer/events/archive-action-event.ts';
import type { ArchiveAction } from '#renderer/events/archive-action-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { placeMenu } from './menu-place.ts';
import type { MenuPlace } from './menu-place.ts';
import { menuStyles } from './menu-styles.ts';

/** What can be done with one archive. It opens where it is asked to, and gives the focus back to where it was. */
@customElement('op-archive-menu')
export class OpArchiveMenu extends LitElement {
  static override styles = [base, buttons, menuStyles];

  @state() private archive: ArchiveSummary | null = null;
  @query('#menu') private readonly menu!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly keys = new MenuController(this, { menu: () => this.menu, opener: () => this.opener });
  private opener: HTMLElement | null = null;

  /** `opener`: what has the focus again when the menu closes. */
  async open(archive: ArchiveSummary, place: MenuPlace, opener: HTMLElement | null): Promise<void> {
    this.archive = archive;
    this.opener = opener;
    await this.updateComplete;
    const { menu } = this;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    placeMenu(menu, place);
    menu.querySelector('button')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.handlePress, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.handlePress, { capture: true });
  }

  override render(): TemplateResult {
    const { archive } = this;
    const words = this.locale.current.messages.places.menu;
    return html`
      <div
        id="menu"
        popover="manual"
        role="menu"
        aria-label=${archive ? words.label(archive.name) : nothing}
        @keydown=${this.keys.handleKey}
      >
        ${archive ? this.renderEntries(words, archive) : nothing}
      </div>
    `;
  }

  private renderEntries(words: Messages['places']['menu'], { picturePolicy: policy, articles }: ArchiveSummary): TemplateResult {
    return html`
      ${this.renderEntry('sync', words.sync)} ${this.renderEntry('places', words.places)}
      <hr />
      <div role="group" aria-labelledby="pictures">
        <h2 id="pictures" role="presentation">${words.pictures}</h2>
        ${this.renderPolicy('pictures-all', words.picturesAll, policy === 'all')}
        ${this.renderPolicy('pictures-opened', words.picturesOpened, policy === 'opened')}
        ${this.renderPolicy('pictures-none', words.picturesNone, policy === 'none')}
      </div>
      <hr />
      ${this.renderEntry('completeness', words.completeness)} ${this.renderEntry('sync-log', words.syncLog)}
      ${this.renderEntry('share', words.share, articles > 0)}
      <hr />
      ${this.renderEntry('remove', words.remove)}
    `;
  }

  private renderPolicy(action: ArchiveAction, label: string, isCurrent: boolean): TemplateResult {
    return html`<button
      type="button"
      role="menuitemradio"
      tabindex="-1"
      aria-checked=${isCurrent ? 'true' : 'false'}
      @click=${() => this.choose(action)}
    >
      <span class="tick">${isCurrent ? icon('check') : nothing}</span>${label}
    </button>`;
  }

  private renderEntry(action: ArchiveAction, label: string, isEnabled = true): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" ?disabled=${!isEnabled} @click=${() => this.choose(action)}>
      ${label}
    </button>`;
  }

  /** By hand: an automatic popover would close again when the button that opened it is let go. */
  private readonly handlePress = (event: PointerEvent): void => {
    const { menu } = this;
    if (menu?.matches(':popover-open') && !event.composedPath().includes(menu)) menu.hidePopover();
  };

  /** The focus goes back before a dialog opens: that gives it back to the same place in its turn. */
  private choose(action: ArchiveAction): void {
    this.keys.close();
    if (this.archive) this.dispatchEvent(new ArchiveActionEvent(this.archive.id, action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-archive-menu': OpArchiveMenu;
  }
}
