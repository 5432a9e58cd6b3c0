import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { BoxInFrame, NoteOfArticle, NoteRun } from '#preload/contract/viewing-types.ts';
import { HeadingChosenEvent } from '#renderer/events/heading-chosen-event.ts';
import { LinkFollowedEvent } from '#renderer/events/link-followed-event.ts';
import { NoteClosedEvent } from '#renderer/events/note-closed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { placeNote } from '#renderer/state/note-place.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { notePopoverStyles } from './note-popover-styles.ts';

export interface ShownNote {
  readonly note: NoteOfArticle;
  /** In px of the window; null where it is not known. */
  readonly mark: BoxInFrame | null;
  readonly frame: BoxInFrame;
}

/**
 * A note of the article beside its mark. It has the focus while it is open, and closes as soon as something else has it. What it
 * shows is plain text with a few styles: nothing of the article's markup gets into the window.
 */
@customElement('op-note-popover')
export class OpNotePopover extends LitElement {
  static override styles = [base, buttons, notePopoverStyles];

  /** null: closed. */
  @property({ attribute: false }) shown: ShownNote | null = null;
  @query('[popover]') private readonly panel!: HTMLElement | null;
  @query('.text') private readonly text!: HTMLElement | null;

  private readonly locale = new LocaleController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // No popover sees a press in another document: only that the window lost the focus to it.
    window.addEventListener('blur', this.handleLoss);
    window.addEventListener('resize', this.handleLoss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('blur', this.handleLoss);
    window.removeEventListener('resize', this.handleLoss);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('shown') || !this.panel) return;
    const { panel, shown } = this;
    const isOpen = panel.matches(':popover-open');
    if (!shown) {
      if (isOpen) panel.hidePopover();
      return;
    }
    if (!isOpen) panel.showPopover();
    const { leftPx, topPx } = placeNote(shown.mark, shown.frame, panel.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    panel.style.left = `${leftPx}px`;
    panel.style.top = `${topPx}px`;
    this.text?.focus();
  }

  override render(): TemplateResult {
    const { viewing: words } = this.locale.current.messages;
    const note = this.shown?.note;
    return html`<div
      popover
      role="dialog"
      aria-labelledby="heading"
      @keydown=${this.handleKey}
      @toggle=${this.handleToggle}
      @focusout=${this.handleFocusOut}
    >
      <div class="text" tabindex="0" role="group" aria-labelledby="heading" lang=${note?.language ?? nothing}>
        ${note?.paragraphs.map((runs) => html`<p>${runs.map((run) => this.renderRun(run))}</p>`)}
      </div>
      <div class="bar">
        <h2 id="heading">${note ? words.note(note.name) : nothing}</h2>
        <button class="button going" type="button" @click=${this.handleGo}>${words.goToNote}</button>
        <button
          class="icon-button"
          type="button"
          aria-label=${words.close}
          title="${words.close} (Esc)"
          @click=${() => this.close(true)}
        >
          ${icon('close')}
        </button>
      </div>
    </div>`;
  }

  private renderRun({ text, style, link }: NoteRun): TemplateResult {
    const styled =
      style === 'strong'
        ? html`<strong>${text}</strong>`
        : style === 'emphasis'
          ? html`<em>${text}</em>`
          : style === 'code'
            ? html`<code>${text}</code>`
            : html`${text}`;
    if (link === null || text.trim() === '') return styled;
    return html`<span
      role="link"
      tabindex="0"
      title=${link.startsWith('page:') ? nothing : link}
      @click=${() => this.follow(link)}
      @keydown=${(event: KeyboardEvent) => this.handleLinkKey(event, link)}
      >${styled}</span
    >`;
  }

  /** What opens then has the focus before the key is let go: it must not take the same key for an answer. */
  private handleLinkKey(event: KeyboardEvent, link: string): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.follow(link);
  }

  /** Closed first: what is asked about the link gives the focus back to the article. */
  private follow(link: string): void {
    this.close(true);
    this.dispatchEvent(new LinkFollowedEvent(link));
  }

  private handleGo(): void {
    const anchor = this.shown?.note.anchor;
    this.close(false);
    if (anchor !== undefined) this.dispatchEvent(new HeadingChosenEvent(anchor));
  }

  /** Keys mean this note, not whatever they mean in the window behind it. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close(true);
  }

  private handleToggle(event: ToggleEvent): void {
    if (event.newState === 'closed' && this.shown) this.close(false);
  }

  private handleFocusOut({ relatedTarget }: FocusEvent): void {
    const isWithin = relatedTarget instanceof Node && this.panel?.contains(relatedTarget) === true;
    if (relatedTarget !== null && !isWithin) this.close(false);
  }

  private readonly handleLoss = (): void => {
    if (this.shown) this.close(false);
  };

  private close(isFocusWanted: boolean): void {
    if (this.shown) this.dispatchEvent(new NoteClosedEvent(isFocusWanted));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-note-popover': OpNotePopover;
  }
}
