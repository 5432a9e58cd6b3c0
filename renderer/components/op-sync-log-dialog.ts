import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { SyncLogEntry } from '#preload/contract/library-types.ts';
import { syncLogText } from '#preload/messages/sync-log-text.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { sharedSyncLog } from '#renderer/state/shared-sync-log.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import './op-failure-notice.ts';

/** What the last syncs of an archive did, the newest first; it can be copied to be shown to others. */
@customElement('op-sync-log-dialog')
export class OpSyncLogDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
      }
      ol {
        min-height: 6lh;
        max-height: 50vh;
        margin: 0;
        padding: 0;
        list-style: none;
        overflow: hidden auto;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(88px, auto) 1fr;
        gap: var(--space-2);
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
        line-height: 1.5;
        font-variant-numeric: tabular-nums;
      }
      li:first-child {
        border-top: 0;
      }
      svg {
        margin-top: 2px;
      }
      time {
        color: var(--ink-third);
        white-space: nowrap;
      }
      .text {
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  @property({ type: Boolean }) isOpen = false;
  /** Of the archive. */
  @property({ attribute: false }) name = '';
  /** null while they are fetched. */
  @property({ attribute: false }) entries: readonly SyncLogEntry[] | null = null;
  @property({ attribute: false }) failure: Failure | null = null;
  @state() private isCopied = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    this.addController(
      new ModalController(
        () => this.dialog,
        () => this.isOpen,
      ),
    );
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.syncLog;
    const hasEntries = (this.entries?.length ?? 0) > 0;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <h2 id="title">${words.title(this.name)}</h2>
        ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
        ${this.entries !== null && !hasEntries ? html`<p>${words.none}</p>` : nothing}
        <ol tabindex="0" ?hidden=${!hasEntries}>
          ${(this.entries ?? []).map((entry) => this.renderEntry(entry))}
        </ol>
        <div class="actions">
          ${
            hasEntries
              ? html`<button class="button first" type="button" @click=${this.copy}>
                  ${this.isCopied ? words.copied : words.copy}
                </button>`
              : nothing
          }
          <button class="button" type="button" autofocus @click=${this.close}>${words.close}</button>
        </div>
      </dialog>
    `;
  }

  private renderEntry(entry: SyncLogEntry): TemplateResult {
    const { failure } = entry.report;
    return html`<li>
      ${icon(failure && failure.code !== 'cancelled' ? 'alert' : 'check')}
      <time datetime=${entry.startedAt}>${this.locale.current.moment(entry.startedAt)}</time>
      <span class="text">${syncLogText(this.locale.current.messages, entry)}</span>
    </li>`;
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(sharedSyncLog(this.locale.current.messages, this.entries ?? [], this.name));
    this.isCopied = true;
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.isCopied = false;
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-sync-log-dialog': OpSyncLogDialog;
  }
}
