import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { outsideAddress } from '#renderer/state/outside-address.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';

/** Shows where a link really leads before the browser contacts anybody. */
@customElement('op-outside-link-dialog')
export class OpOutsideLinkDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px));
      }
      dl {
        margin: 0;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-list);
      }
      dt {
        font-size: var(--size-small);
        color: var(--ink-third);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        user-select: text;
      }
      dd + dt {
        margin-top: var(--space-2);
      }
      .host {
        font-size: var(--size-heading);
        font-weight: var(--weight-strong);
      }
      .address {
        max-height: 6em;
        overflow: auto;
        color: var(--ink-second);
      }
      .repository {
        margin: var(--space-4) 0 0;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) url: string | null = null;
  /** The repository that the page belongs to, where it could be added to the library. */
  @property({ attribute: false }) repository: string | null = null;
  /** False: the reader wants that no address is ever opened. */
  @property({ attribute: false }) isOpenable = true;
  @state() private isCopied = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('.address') private readonly address!: HTMLElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.url !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('url')) this.isCopied = false;
  }

  override render(): TemplateResult {
    const { messages } = this.locale.current;
    const words = messages.window.externalLink;
    const address = this.url === null ? null : outsideAddress(this.url);
    return html`
      <dialog role="alertdialog" aria-labelledby="title" aria-describedby="body where" @cancel=${this.handleCancel}>
        <h2 id="title">${words.title}</h2>
        <p id="body">${this.isOpenable ? (address?.isMail ? words.mailBody : words.body) : messages.privacy.linksNeverOpened}</p>
        <dl id="where">
          <dt>${words.host}</dt>
          <dd class="host">${address?.host ?? nothing}</dd>
          <dt>${words.address}</dt>
          <dd class="address" tabindex="0">${address?.text ?? nothing}</dd>
        </dl>
        ${this.repository === null ? nothing : html`<p class="repository">${words.repository}</p>`}
        <div class="actions">
          ${
            this.repository === null
              ? nothing
              : html`<button class="button first" type="button" @click=${this.addArchive}>${words.addArchive}</button>`
          }
          <button class="button" type="button" autofocus @click=${() => this.answer(false)}>${words.cancel}</button>
          <button class="button" type="button" @click=${this.copy}>
            <span role="status">${this.isCopied ? words.copied : words.copy}</span>
          </button>
          ${
            this.isOpenable
              ? html`<button class="button primary" type="button" @click=${() => this.answer(true)}>
                  ${address?.isMail ? words.openMail : words.open}
                </button>`
              : nothing
          }
        </div>
      </dialog>
    `;
  }

  private async copy(): Promise<void> {
    if (this.url === null) return;
    try {
      await navigator.clipboard.writeText(this.url);
      this.isCopied = true;
    } catch {
      // The system keeps its clipboard to itself: the address is selected, one keystroke copies it.
      if (this.address) getSelection()?.selectAllChildren(this.address);
    }
  }

  private addArchive(): void {
    if (this.repository !== null) this.dispatchEvent(new AddArchiveRequestedEvent(this.repository));
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.answer(false);
  }

  private answer(isConfirmed: boolean): void {
    this.dispatchEvent(new DialogAnsweredEvent(isConfirmed));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-outside-link-dialog': OpOutsideLinkDialog;
  }
}
