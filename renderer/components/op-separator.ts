import { LitElement, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PaneResizedEvent } from '#renderer/events/pane-resized-event.ts';

const stepPx = 16;

/** The line between two panes: dragged, or moved with the arrow keys, Home and End; a double click gives the first width back. */
@customElement('op-separator')
export class OpSeparator extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      z-index: 1;
      width: 1px;
      background: var(--line);
      cursor: col-resize;
      touch-action: none;
    }
    @media (forced-colors: active) {
      :host {
        background: CanvasText;
      }
    }
    :host::before {
      content: '';
      position: absolute;
      inset: 0 -4px;
    }
    :host::after {
      content: '';
      position: absolute;
      inset: 0 -1px;
      background: var(--focus);
      opacity: 0;
      transition: opacity var(--quick) var(--ease);
    }
    :host(:focus) {
      outline: none;
    }
    :host(:focus-visible)::after,
    :host([is-dragged])::after {
      opacity: 1;
    }
  `;

  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 0;
  @property({ type: Number }) start = 0;
  @property({ attribute: false }) label = '';
  @property({ type: Boolean, reflect: true, attribute: 'is-dragged' }) isDragged = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'separator');
    this.setAttribute('aria-orientation', 'vertical');
    this.tabIndex = 0;
    this.addEventListener('pointerdown', this.handleDown);
    this.addEventListener('keydown', this.handleKey);
    this.addEventListener('dblclick', this.handleDoubleClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.handleDown);
    this.removeEventListener('keydown', this.handleKey);
    this.removeEventListener('dblclick', this.handleDoubleClick);
  }

  protected override updated(): void {
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuenow', String(this.value));
    this.setAttribute('aria-valuemin', String(this.min));
    this.setAttribute('aria-valuemax', String(this.max));
  }

  private readonly handleDown = (down: PointerEvent): void => {
    if (down.button !== 0) return;
    const from = this.value;
    const ending = new AbortController();
    const widthAt = (event: PointerEvent): number => from + event.clientX - down.clientX;
    this.isDragged = true;
    // The captured pointer stays with the separator even above the article, which is a document of its own.
    this.setPointerCapture(down.pointerId);
    this.addEventListener('pointermove', (event) => this.report(widthAt(event), false), { signal: ending.signal });
    const end = (event: PointerEvent): void => {
      ending.abort();
      this.isDragged = false;
      this.report(event.type === 'pointerup' ? widthAt(event) : from, true);
    };
    this.addEventListener('pointerup', end, { signal: ending.signal });
    this.addEventListener('pointercancel', end, { signal: ending.signal });
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: this.value - stepPx,
      ArrowRight: this.value + stepPx,
      Home: this.min,
      End: this.max,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    this.report(width, true);
  };

  private readonly handleDoubleClick = (): void => this.report(this.start, true);

  private report(widthPx: number, isFinal: boolean): void {
    this.dispatchEvent(new PaneResizedEvent(Math.round(Math.min(this.max, Math.max(this.min, widthPx))), isFinal));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-separator': OpSeparator;
  }
}
