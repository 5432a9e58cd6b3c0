import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { placeInFrame } from '#renderer/state/frame-address.ts';
import { base } from '#renderer/styles/shared.ts';

interface FramePage {
  /** A frame for each: going from one to the next leaves nothing in the window's history. */
  readonly key: number;
  readonly source: string;
}

/**
 * The frame of the article. Where only its marks change, the page before stays until the next one is there, so that nothing
 * flashes. The document is of another origin: its place can be changed, and nothing else of it be seen.
 */
@customElement('op-article-frame')
export class OpArticleFrame extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        position: relative;
        min-height: 0;
        background: var(--surface-paper);
      }
      iframe {
        flex: 1;
        width: 100%;
        border: 0;
        background: var(--surface-paper);
      }
      iframe.is-coming {
        position: absolute;
        inset: 0;
        height: 100%;
        opacity: 0;
        pointer-events: none;
      }
      iframe:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
    `,
  ];

  /** Of the document, without a place. */
  @property({ attribute: false }) address = '';
  /** Where a document that is loaded begins; where one goes later is told by `goTo`. */
  @property({ attribute: false }) place: string | null = null;
  /** Another text: another page, which is not waited for. */
  @property({ attribute: false }) subject = '';
  /** Another number: what the page shows has changed. */
  @property({ attribute: false }) turn = 0;
  @property({ attribute: false }) label = '';
  /** The page that is shown, and the one that takes its place when it is there. */
  @state() private pages: readonly FramePage[] = [];

  private count = 0;
  private loadedKey = 0;
  /** Asked for while the document was on its way: a change of place could be lost on it. */
  private placeWhenLoaded: string | null = null;

  override focus(): void {
    this.newest?.focus();
  }

  /** To a place of the same document. */
  goTo(place: string): void {
    const page = this.pages.at(-1);
    this.placeWhenLoaded = page?.key === this.loadedKey ? null : place;
    if (page && this.placeWhenLoaded === null) this.newest?.contentWindow?.location.replace(placeInFrame(page.source, place));
  }

  private get newest(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector<HTMLIFrameElement>('iframe:last-of-type');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('address') && !changed.has('turn')) return;
    this.count += 1;
    this.placeWhenLoaded = null;
    const page: FramePage = { key: this.count, source: placeInFrame(this.address, this.place) };
    const [shown] = this.pages;
    this.pages = shown && !changed.has('subject') ? [shown, page] : [page];
  }

  override render(): TemplateResult {
    return html`${repeat(
      this.pages,
      (page) => page.key,
      (page, index) =>
        html`<iframe
          class=${index > 0 ? 'is-coming' : ''}
          sandbox=""
          src=${page.source}
          title=${this.label}
          referrerpolicy="no-referrer"
          ?inert=${index > 0}
          @load=${() => this.handleLoad(page)}
        ></iframe>`,
    )}`;
  }

  /** Painted before the other one goes. */
  private handleLoad(page: FramePage): void {
    if (this.pages.at(-1) !== page) return;
    this.loadedKey = page.key;
    if (this.placeWhenLoaded !== null) this.goTo(this.placeWhenLoaded);
    if (this.pages.length === 1) return;
    requestAnimationFrame(() => requestAnimationFrame(() => this.replaceBy(page)));
  }

  private replaceBy(page: FramePage): void {
    if (this.pages.at(-1) !== page) return;
    const isFocused = this.matches(':focus-within');
    this.pages = [page];
    if (isFocused) void this.updateComplete.then(() => this.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-article-frame': OpArticleFrame;
  }
}
