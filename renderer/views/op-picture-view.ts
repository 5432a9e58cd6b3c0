import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { FrameRequest } from '#preload/contract/frame-requests.ts';
import type { PicturesOfArticle } from '#preload/contract/viewing-types.ts';
import '#renderer/components/op-picture-viewer.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';

interface ShownPictures {
  readonly pictures: PicturesOfArticle;
  readonly first: number;
  readonly articleId: string;
  readonly request: FrameRequest;
}

/** Looks up the pictures of an article and shows them over the window, beginning with the one that was chosen on its page. */
@customElement('op-picture-view')
export class OpPictureView extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  @state() private shown: ShownPictures | null = null;

  private readonly bridge = new BridgeController(this);
  private asked = 0;

  get isAnyOpen(): boolean {
    return this.shown !== null;
  }

  /** A picture that is not in the library any more is not opened. */
  async open(articleId: string, request: FrameRequest): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const pictures = await this.bridge.client.call('articles.pictures', { id: articleId, body: request.body }).catch(() => null);
    const first = pictures?.pictures.findIndex((picture) => picture.place === request.place) ?? -1;
    if (asked === this.asked && pictures && first >= 0) this.shown = { pictures, first, articleId, request };
  }

  /** The dialog gives the focus back to the frame; which picture of it had the focus the frame has forgotten. */
  private async close(): Promise<void> {
    const { shown } = this;
    this.shown = null;
    await this.updateComplete;
    if (!shown) return;
    const { articleId, request } = shown;
    await this.bridge.client.call('reading.focusRequest', { id: articleId, request }).catch(() => undefined);
  }

  override render(): TemplateResult {
    return html`<op-picture-viewer
      .shown=${this.shown?.pictures ?? null}
      .first=${this.shown?.first ?? 0}
      @op-dialog-answered=${this.close}
    ></op-picture-viewer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-picture-view': OpPictureView;
  }
}
