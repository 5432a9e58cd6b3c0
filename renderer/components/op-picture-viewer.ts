import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PicturesOfArticle, ViewedPicture } from '#preload/contract/viewing-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { PictureZoomController } from '#renderer/controllers/picture-zoom-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { pictureViewerStyles } from './picture-viewer-styles.ts';

const none: PicturesOfArticle = { language: 'und', pictures: [] };

/** The pictures of an article over the window, one at a time. They come from the library by their names and from nowhere else. */
@customElement('op-picture-viewer')
export class OpPictureViewer extends LitElement {
  static override styles = [base, buttons, pictureViewerStyles];

  /** null: closed. */
  @property({ attribute: false }) shown: PicturesOfArticle | null = null;
  /** Which of them is shown first. */
  @property({ attribute: false }) first = 0;
  @state() private current = 0;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('.stage') private readonly stage!: HTMLElement | null;

  private readonly locale = new LocaleController(this);
  private readonly zooming = new PictureZoomController(this, {
    stage: () => this.stage,
    picture: () => (this.picture ? { widthPx: this.picture.width, heightPx: this.picture.height } : null),
    clickedBeside: () => this.close(),
  });

  constructor() {
    super();
    const isWanted = (): boolean => this.shown !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  private get pictures(): readonly ViewedPicture[] {
    return (this.shown ?? none).pictures;
  }

  private get picture(): ViewedPicture | null {
    return this.pictures[this.current] ?? null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('shown') && !changed.has('first')) return;
    this.current = this.first;
    this.zooming.reset();
  }

  override render(): TemplateResult {
    const { viewing: words } = this.locale.current.messages;
    const { picture } = this;
    const { isMovable } = this.zooming;
    return html`<dialog aria-label=${words.pictures} @cancel=${this.handleCancel} @keydown=${this.handleKey}>
      ${this.renderBar()}
      <div class="middle">
        <div
          class="stage ${isMovable ? 'is-movable' : ''}"
          @wheel=${this.zooming.handleWheel}
          @dblclick=${this.zooming.handleDoubleClick}
          @pointerdown=${this.zooming.handlePointerDown}
          @pointermove=${this.zooming.handlePointerMove}
          @pointerup=${this.zooming.handlePointerUp}
          @pointercancel=${this.zooming.handlePointerUp}
        >
          ${picture ? keyed(this.current, this.renderPicture(picture)) : nothing}
        </div>
        ${this.pictures.length > 1 ? [this.renderStep('previous', -1), this.renderStep('next', 1)] : nothing}
      </div>
      ${picture ? this.renderCaption(picture) : nothing}
    </dialog>`;
  }

  private renderBar(): TemplateResult {
    const { viewing: words } = this.locale.current.messages;
    const { zoom, isFitted, isLargest } = this.zooming;
    const percent = words.scale(zoom.scale);
    const other = isFitted ? words.actualSize : words.fit;
    return html`<div class="bar">
      <p class="place" role="status">${words.place(this.current + 1, this.pictures.length)}</p>
      ${this.renderButton(words.shrink, '−', isFitted, () => this.zooming.step(-1), 'zoomOut')}
      <button
        class="icon-button scale"
        type="button"
        aria-label="${percent}, ${other}"
        title="${other} (${isFitted ? '1' : '0'})"
        aria-disabled=${isFitted && zoom.scale === 1 ? 'true' : nothing}
        @click=${() => (isFitted ? this.zooming.toActualSize() : this.zooming.fit())}
      >
        ${percent}
      </button>
      ${this.renderButton(words.enlarge, '+', isLargest, () => this.zooming.step(1), 'zoomIn')}
      <button
        class="icon-button closing"
        type="button"
        autofocus
        aria-label=${words.close}
        title="${words.close} (Esc)"
        @click=${this.close}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  /** One that cannot act keeps the focus: it may be able to again. */
  private renderButton(
    label: string,
    keyCap: string,
    isDisabled: boolean,
    act: () => void,
    name: 'zoomIn' | 'zoomOut',
  ): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      aria-disabled=${isDisabled ? 'true' : nothing}
      title="${label} (${keyCap})"
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }

  private renderPicture({ sha256, width, height, alt, caption }: ViewedPicture): TemplateResult {
    const { scale, leftPx, topPx } = this.zooming.zoom;
    const { language } = this.shown ?? none;
    const words = alt === '' ? caption : alt;
    return html`<img
      class=${this.zooming.isStep ? 'is-step' : ''}
      src="offprint-article://picture/${sha256}"
      alt=${words === '' ? this.locale.current.messages.viewing.picture : words}
      lang=${words === '' ? nothing : language}
      width=${width}
      height=${height}
      .style=${`transform: translate(-50%, -50%) translate(${leftPx}px, ${topPx}px) scale(${scale})`}
    />`;
  }

  private renderStep(name: 'previous' | 'next', direction: 1 | -1): TemplateResult {
    const label = this.locale.current.messages.viewing[name];
    const isDisabled = this.pictures[this.current + direction] === undefined;
    return html`<button
      class="icon-button step ${name}"
      type="button"
      aria-label=${label}
      aria-disabled=${isDisabled ? 'true' : nothing}
      title=${label}
      @click=${() => this.show(this.current + direction)}
    >
      ${icon(direction > 0 ? 'chevronRight' : 'chevronLeft')}
    </button>`;
  }

  private renderCaption({ caption, alt }: ViewedPicture): TemplateResult | typeof nothing {
    const text = caption === '' ? alt : caption;
    if (text === '') return nothing;
    const label = this.locale.current.messages.viewing.caption;
    return html`<p class="caption" lang=${(this.shown ?? none).language} tabindex="0" role="group" aria-label=${label}>
      ${text}
    </p>`;
  }

  private show(wanted: number): void {
    const next = Math.max(0, Math.min(this.pictures.length - 1, wanted));
    if (next === this.current) return;
    this.current = next;
    this.zooming.reset();
  }

  /** Arrows move what is larger than the window; a caption scrolls by its own. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  };

  private actionOf({ key, target }: KeyboardEvent): (() => void) | null {
    const { zooming, current } = this;
    const isInCaption = target instanceof HTMLElement && target.matches('.caption');
    const move = (right: number, down: number): (() => void) | null => {
      if (isInCaption && down !== 0) return null;
      if (zooming.isMovable) return () => zooming.moveBy(right, down);
      return right === 0 ? null : () => this.show(current + right);
    };
    const keys: Readonly<Record<string, (() => void) | null>> = {
      '+': () => zooming.step(1),
      '=': () => zooming.step(1),
      '-': () => zooming.step(-1),
      '0': () => zooming.fit(),
      '1': () => zooming.toActualSize(),
      ArrowLeft: move(-1, 0),
      ArrowRight: move(1, 0),
      ArrowUp: move(0, -1),
      ArrowDown: move(0, 1),
      PageUp: () => this.show(current - 1),
      PageDown: () => this.show(current + 1),
      Home: () => this.show(0),
      End: () => this.show(this.pictures.length - 1),
    };
    return keys[key] ?? null;
  }

  private readonly handleCancel = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  private close(): void {
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-picture-viewer': OpPictureViewer;
  }
}
