import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { OutlineEntry } from '#preload/contract/library-types.ts';
import { HeadingChosenEvent } from '#renderer/events/heading-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { rowForKey } from './list-keys.ts';
import { outlineSteps } from './op-outline-menu-steps.ts';

/** Rows that Page Up and Page Down go by. */
const pageRows = 10;

/** The headings of the article, in a panel that opens under its button; choosing one leads there. */
@customElement('op-outline-menu')
export class OpOutlineMenu extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .opener {
        anchor-name: --outline;
      }
      [popover] {
        position: fixed;
        position-anchor: --outline;
        inset: auto;
        top: calc(anchor(bottom) + 4px);
        --width: min(340px, calc(100vw - 2 * var(--space-2)));
        right: clamp(var(--space-2), anchor(right), calc(100vw - var(--width) - var(--space-2)));
        width: var(--width);
        max-height: min(60vh, 560px);
        margin: 0;
        padding: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
        color: var(--ink);
        overflow: hidden auto;
        overscroll-behavior: contain;
      }
      h2 {
        margin: 0;
        padding: var(--space-1) var(--space-2);
        font-size: var(--size-meta);
        font-weight: var(--weight-strong);
        color: var(--ink-third);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        display: block;
        width: 100%;
        padding: 5px var(--space-2);
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        line-height: 1.45;
        text-align: start;
        overflow-wrap: anywhere;
      }
      li button:hover {
        background: var(--surface-hover);
      }
      [aria-current] {
        background: var(--surface-selected);
        font-weight: var(--weight-medium);
      }
      .step-1 button {
        padding-inline-start: 22px;
        color: var(--ink-second);
      }
      .step-2 button {
        padding-inline-start: 36px;
        color: var(--ink-second);
      }
      .step-3 button {
        padding-inline-start: 50px;
        color: var(--ink-second);
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly OutlineEntry[] = [];
  /** Of the headings. */
  @property({ attribute: false }) language = 'und';
  /** `anchor` of the heading that the reader is under; null before the first. */
  @property({ attribute: false }) current: string | null = null;
  @query('.opener') private readonly opener!: HTMLButtonElement | null;
  @query('#panel') private readonly panel!: HTMLElement | null;

  private readonly locale = new LocaleController(this);

  /** Opens the panel, or closes it. */
  toggle(): void {
    this.panel?.togglePopover();
  }

  override render(): TemplateResult {
    const label = this.locale.words.article.outline;
    const steps = outlineSteps(this.entries);
    return html`
      <button
        class="icon-button opener"
        type="button"
        popovertarget="panel"
        aria-label=${label}
        aria-keyshortcuts="O"
        title="${label} (O)"
      >
        ${icon('outline')}
      </button>
      <nav
        id="panel"
        popover
        aria-labelledby="heading"
        @keydown=${this.handleKey}
        @toggle=${this.handleToggle}
        @focusout=${this.handleFocusOut}
      >
        <h2 id="heading">${label}</h2>
        <ul lang=${this.language}>
          ${this.entries.map(
            ({ text, anchor }, at) =>
              html`<li class="step-${steps[at] ?? 0}">
                <button
                  type="button"
                  aria-current=${anchor === this.current ? 'location' : nothing}
                  @click=${() => this.choose(anchor)}
                >
                  ${text}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
    `;
  }

  private get rows(): readonly HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('li button')];
  }

  private choose(anchor: string): void {
    this.panel?.hidePopover();
    this.dispatchEvent(new HeadingChosenEvent(anchor));
  }

  private handleToggle(event: ToggleEvent): void {
    if (event.newState === 'open') (this.rows.find((row) => row.ariaCurrent === 'location') ?? this.rows[0])?.focus();
  }

  /** A press in the article's frame closes no panel by itself: the window does not see it, only that the focus went there. */
  private handleFocusOut(): void {
    setTimeout(() => {
      if (document.activeElement !== null && !this.matches(':focus-within') && document.activeElement !== document.body)
        this.panel?.hidePopover();
    });
  }

  /** Keys mean this panel, not whatever they mean in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    const { rows } = this;
    const target = rowForKey(
      event.key,
      rows.findIndex((row) => row.matches(':focus')),
      rows.length,
      pageRows,
    );
    if (event.key === 'Escape') {
      this.panel?.hidePopover();
      this.opener?.focus();
    } else if (target !== null) rows[Math.max(0, Math.min(rows.length - 1, target))]?.focus();
    else return;
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-outline-menu': OpOutlineMenu;
  }
}
