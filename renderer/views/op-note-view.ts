import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FrameRequest } from '#preload/contract/frame-requests.ts';
import type { BoxInFrame } from '#preload/contract/viewing-types.ts';
import '#renderer/components/op-note-popover.ts';
import type { ShownNote } from '#renderer/components/op-note-popover.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { NoteClosedEvent } from '#renderer/events/note-closed-event.ts';
import { innermostFocus } from '#renderer/state/innermost-focus.ts';

interface OpenNote extends ShownNote {
  readonly articleId: string;
  readonly request: FrameRequest;
  /** What had the focus: the frame with the mark, which forgets which one it was. */
  readonly cameFrom: HTMLElement | null;
}

/** Looks up the note that a mark on the article's page stands for and shows it there. */
@customElement('op-note-view')
export class OpNoteView extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The article that is open: a note of another one is closed. */
  @property({ attribute: false }) articleId: string | null = null;
  @state() private shown: OpenNote | null = null;

  private readonly bridge = new BridgeController(this);
  private asked = 0;

  async open(articleId: string, request: FrameRequest): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const found = await this.bridge.client.call('articles.note', { id: articleId, request }).catch(() => null);
    if (asked !== this.asked || !found || articleId !== this.articleId) return;
    const cameFrom = innermostFocus();
    const { left, top, right, bottom } = (
      cameFrom instanceof HTMLIFrameElement ? cameFrom : document.body
    ).getBoundingClientRect();
    const { box, ...note } = found;
    const mark = box && { left: left + box.left, top: top + box.top, right: left + box.right, bottom: top + box.bottom };
    const frame = { left, top, right, bottom };
    this.shown = { note, mark: mark && isWithin(mark, frame) ? mark : null, frame, articleId, request, cameFrom };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('articleId')) return;
    this.asked += 1;
    this.shown = null;
  }

  override render(): TemplateResult {
    return html`<op-note-popover .shown=${this.shown} @op-note-closed=${this.handleClosing}></op-note-popover>`;
  }

  private handleClosing({ isFocusWanted }: NoteClosedEvent): void {
    const { shown } = this;
    this.shown = null;
    if (!shown || !isFocusWanted) return;
    const { articleId, request, cameFrom } = shown;
    cameFrom?.focus();
    void this.bridge.client.call('reading.focusRequest', { id: articleId, request }).catch(() => undefined);
  }
}

/** The reader may have scrolled on meanwhile. */
const isWithin = (mark: BoxInFrame, frame: BoxInFrame): boolean =>
  mark.top >= frame.top && mark.bottom <= frame.bottom && mark.left >= frame.left && mark.right <= frame.right;

declare global {
  interface HTMLElementTagNameMap {
    'op-note-view': OpNoteView;
  }
}
