import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DocumentShownEvent } from '#renderer/events/document-shown-event.ts';
import { placeInFrame } from '#renderer/state/frame-address.ts';
import { base } from '#renderer/styles/shared.ts';

interface FramePage {
  /** A frame for each: going from one to the next leaves nothing in the window's history. */
  readonly key: number;
  readonly source: string;
  readonly subject: string;
  /** The page before stays in front until this one is there. */
  readonly isWaitedFor: boolean;
}

/** Why the next page that can be read takes the focus: it was asked to, or the page before had it. */
type FocusWish = 'asked' | 'lost' | null;

/**
 * The frame of the article. The page before stays until the next one is there: in front of it where only its marks change, so that
 * nothing flashes, else behind it, so that the process of the frames lives on. The document is of another origin: its place can be
 * changed, and nothing else of it be seen. The page that can be read is the one that is not inert.
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
      iframe.is-coming,
      iframe.is-leaving {
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

  /** Of the document, without a place; null while its place is asked for. */
  @property({ attribute: false }) address: string | null = null;
  /** Where a document that is loaded begins; where one goes later is told by `goTo`. */
  @property({ attribute: false }) place: string | null = null;
  /** Another text: another page, which is not waited for. */
  @property({ attribute: false }) subject = '';
  /** Another number: what the page shows has changed. */
  @property({ attribute: false }) turn = 0;
  @property({ attribute: false }) label = '';
  /** The page before, as far as there is one, and the newest one. */
  @state() private pages: readonly FramePage[] = [];

  private count = 0;
  private loadedKey = 0;
  /** Asked for while the document was on its way: a change of place could be lost on it. */
  private placeWhenLoaded: string | null = null;
  private focusWish: FocusWish = null;

  /** At once where the page can be read, else when it can: a frame that has the focus while it changes its process loses it for good. */
  override focus(): void {
    const isReadable = this.pages.some((page) => page.key === this.loadedKey && this.roleOf(page) === 'active');
    const frame = isReadable && !this.isUpdatePending ? this.active : null;
    this.focusWish = frame === null ? 'asked' : null;
    frame?.focus();
  }

  /** To a place of the same document. */
  goTo(place: string): void {
    if (this.address === null) return;
    const page = this.pages.at(-1);
    this.placeWhenLoaded = page?.key === this.loadedKey ? null : place;
    if (page && this.placeWhenLoaded === null) this.newest?.contentWindow?.location.replace(placeInFrame(page.source, place));
  }

  private get newest(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector<HTMLIFrameElement>('iframe:last-of-type');
  }

  private get active(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector<HTMLIFrameElement>('iframe:not([inert])');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('address') && !changed.has('turn')) return;
    this.keepFocus();
    if (this.address === null) return;
    this.count += 1;
    this.placeWhenLoaded = null;
    const { address, place, subject, count: key } = this;
    const before = this.pages.find((page) => page.key === this.loadedKey) ?? this.pages[0];
    const isWaitedFor = before?.subject === subject && before.key === this.loadedKey;
    const page: FramePage = { key, source: placeInFrame(address, place), subject, isWaitedFor };
    this.pages = before ? [before, page] : [page];
  }

  protected override updated(): void {
    this.grantFocus();
  }

  private grantFocus(): void {
    if (this.focusWish === null) return;
    const isElsewhere = document.activeElement !== document.body && !this.matches(':focus-within');
    if (this.focusWish === 'lost' && isElsewhere) this.focusWish = null;
    else this.focus();
  }

  /** What becomes inert or goes away loses the focus. */
  private keepFocus(): void {
    if (this.focusWish === null && this.matches(':focus-within')) this.focusWish = 'lost';
  }

  override render(): TemplateResult {
    return html`${repeat(
      this.pages,
      (page) => page.key,
      (page) => this.renderFrame(page, this.roleOf(page)),
    )}`;
  }

  private renderFrame(page: FramePage, role: 'active' | 'is-coming' | 'is-leaving'): TemplateResult {
    return html`<iframe
      class=${role}
      sandbox=""
      src=${page.source}
      title=${this.label}
      referrerpolicy="no-referrer"
      ?inert=${role !== 'active'}
      @load=${() => this.handleLoad(page)}
    ></iframe>`;
  }

  private roleOf(page: FramePage): 'active' | 'is-coming' | 'is-leaving' {
    const newest = this.pages.at(-1);
    if (this.address === null || !newest) return 'is-leaving';
    if (page === newest) return newest.isWaitedFor && this.pages.length > 1 ? 'is-coming' : 'active';
    return newest.isWaitedFor ? 'active' : 'is-leaving';
  }

  /** Painted before the other one goes. */
  private handleLoad(page: FramePage): void {
    if (this.pages.at(-1) !== page) return;
    this.loadedKey = page.key;
    if (this.placeWhenLoaded !== null) this.goTo(this.placeWhenLoaded);
    this.grantFocus();
    if (this.pages.length === 1) this.dispatchEvent(new DocumentShownEvent());
    else requestAnimationFrame(() => requestAnimationFrame(() => this.replaceBy(page)));
  }

  private replaceBy(page: FramePage): void {
    if (this.pages.at(-1) !== page) return;
    this.keepFocus();
    this.pages = [page];
    void this.updateComplete.then(() => this.dispatchEvent(new DocumentShownEvent()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-article-frame': OpArticleFrame;
  }
}
