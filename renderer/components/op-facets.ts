import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Facet, SearchFacets } from '#preload/contract/search-types.ts';
import { MenuController } from '#renderer/controllers/menu-controller.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { hasFilter, toggleFilter } from '#renderer/state/query-filters.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { placeBelow, placeMenu } from './menu-place.ts';
import { menuStyles } from './menu-styles.ts';

type FacetKind = 'archives' | 'sections' | 'sources' | 'years';
const kinds: readonly FacetKind[] = ['sources', 'sections', 'years', 'archives'];

/**
 * By what the hits can be narrowed: one line of menus. The filter that is chosen stands in the search itself, where it is seen
 * and can be taken out again; choosing it once more does that, too.
 */
@customElement('op-facets')
export class OpFacets extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      :host {
        display: block;
      }
      .openers {
        display: flex;
        gap: 2px;
        min-height: 28px;
        overflow: hidden;
      }
      .opener {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        flex: 0 1 auto;
        min-width: 0;
        height: 24px;
        padding: 0 4px 0 var(--space-2);
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        color: var(--ink-second);
        font-size: var(--size-small);
        white-space: nowrap;
      }
      .opener > span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .opener svg {
        flex: none;
        width: 12px;
        height: 12px;
        color: var(--ink-third);
      }
      .opener:hover {
        background: var(--surface-hover);
        color: var(--ink);
      }
      .opener.is-chosen {
        background: var(--surface-selected);
        color: var(--ink);
      }
      .opener:disabled {
        background: transparent;
        opacity: 0.5;
      }
      [popover] {
        max-height: min(60vh, 420px);
      }
      .label {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .count {
        flex: none;
        padding-left: var(--space-4);
        color: var(--ink-third);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** null while they are counted. */
  @property({ attribute: false }) facets: SearchFacets | null = null;
  /** The search that they are counted for. */
  @property({ attribute: false }) text = '';
  @state() private kind: FacetKind = 'sources';
  @query('#menu') private readonly menu!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly keys = new MenuController(this, { menu: () => this.menu, opener: () => this.opener });
  private opener: HTMLElement | null = null;
  /** The press that closes a menu does not open it again. */
  private isClosing = false;

  override render(): TemplateResult {
    const words = this.locale.current.messages.search.facets;
    const shown = kinds.filter((kind) => this.isOfUse(kind));
    return html`
      <div class="openers" role="group" aria-label=${words.label}>${shown.map((kind) => this.renderOpener(kind))}</div>
      <div
        id="menu"
        popover
        role="menu"
        aria-label=${words[this.kind]}
        @keydown=${this.keys.handleKey}
        @toggle=${this.keys.handleToggle}
      >
        ${this.facets ? this.renderValues(this.facets) : nothing}
      </div>
    `;
  }

  /** One value alone narrows nothing, unless it is the one that was chosen. */
  private isOfUse(kind: FacetKind): boolean {
    return this.facets === null || this.facets[kind].length > 1 || this.isChosen(kind);
  }

  private isChosen(kind: FacetKind): boolean {
    return this.facets?.[kind].some(({ filter }) => hasFilter(this.text, filter)) ?? false;
  }

  private renderOpener(kind: FacetKind): TemplateResult {
    const label = this.locale.current.messages.search.facets[kind];
    return html`<button
      class="opener ${this.isChosen(kind) ? 'is-chosen' : ''}"
      type="button"
      aria-haspopup="menu"
      ?disabled=${this.facets === null}
      @pointerdown=${() => (this.isClosing = this.kind === kind && (this.menu?.matches(':popover-open') ?? false))}
      @click=${(event: Event) => void this.open(kind, event.currentTarget)}
    >
      <span>${label}</span>${icon('chevronDown')}
    </button>`;
  }

  private renderValues({ [this.kind]: values, isExact, countedHits }: SearchFacets): TemplateResult {
    const words = this.locale.current.messages.search.facets;
    return html`
      ${isExact ? nothing : html`<h2 role="presentation">${words.newestOnly(countedHits)}</h2>`}
      ${values.map((facet) => this.renderValue(facet))}
    `;
  }

  private renderValue({ label, filter, count }: Facet): TemplateResult {
    const isChosen = hasFilter(this.text, filter);
    return html`<button
      type="button"
      role="menuitemcheckbox"
      tabindex="-1"
      title=${label}
      aria-checked=${isChosen ? 'true' : 'false'}
      @click=${() => this.choose(filter)}
    >
      <span class="tick">${isChosen ? icon('check') : nothing}</span><span class="label">${label}</span>
      <span class="count">${this.locale.current.number(count)}</span>
    </button>`;
  }

  private async open(kind: FacetKind, opener: EventTarget | null): Promise<void> {
    const isClosing = this.isClosing;
    this.isClosing = false;
    if (isClosing || !(opener instanceof HTMLElement)) return;
    this.kind = kind;
    this.opener = opener;
    await this.updateComplete;
    const { menu } = this;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    placeMenu(menu, placeBelow(opener));
  }

  private choose(filter: string): void {
    this.keys.close();
    this.dispatchEvent(new QueryChangedEvent(toggleFilter(this.text, filter), false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-facets': OpFacets;
  }
}
