import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SelectionStepEvent } from '#renderer/events/selection-step-event.ts';
import type { SelectionStep } from '#renderer/events/selection-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

/** How many rows of the list are selected, and what can be done with them. It stands where the head of the list stands else. */
@customElement('op-selection-bar')
export class OpSelectionBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: center;
        flex: none;
        min-height: 44px;
        padding: var(--space-1) var(--space-2) 0 var(--space-4);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      .count {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        font-size: var(--size-text);
        font-weight: var(--weight-strong);
        font-variant-numeric: tabular-nums;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .note {
        margin: 0 0 var(--space-2);
        color: var(--ink-second);
        font-size: var(--size-small);
        line-height: 1.5;
      }
      .is-yours svg {
        fill: currentColor;
      }
      .icon-button[aria-disabled='true'] {
        opacity: 0.45;
      }
    `,
  ];

  @property({ attribute: false }) count = 0;
  /** That can be sent one by one. */
  @property({ attribute: false }) most = Infinity;
  @property({ type: Boolean }) isAll = false;
  /** More was wanted than can be selected one by one. */
  @property({ type: Boolean }) isCut = false;
  /** Each of those that are known. */
  @property({ type: Boolean }) isEachBookmarked = false;
  @property({ type: Boolean }) isEachRead = false;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.articleList;
    const isTooMany = this.count > this.most;
    const tooMany = words.tooMany(this.most);
    const bookmark = this.isEachBookmarked ? words.removeBookmarks : words.addBookmarks;
    return html`
      <div class="line" role="toolbar" aria-label=${words.toolbar}>
        <span class="count" role="status">${this.isAll ? words.allSelected(this.count) : words.selected(this.count)}</span>
        ${this.renderStep('bookmark', 'bookmark', bookmark, isTooMany && !this.isEachBookmarked ? tooMany : null)}
        ${this.renderStep('read', this.isEachRead ? 'circle' : 'check', this.isEachRead ? words.markUnread : words.markRead)}
        ${this.renderStep('tags', 'tag', words.tags, isTooMany ? tooMany : null)}
        ${this.renderStep('export', 'download', words.export)}
        ${this.renderStep('copy-list', 'copy', words.copyList, isTooMany ? tooMany : null)}
        ${this.renderStep('end', 'close', words.end)}
      </div>
      ${this.isCut ? html`<p class="note" role="status">${words.cut(this.most, isMacKeyboard ? '⌘A' : 'Ctrl+A')}</p>` : nothing}
    `;
  }

  private renderStep(step: SelectionStep, name: IconName, label: string, refusal: string | null = null): TemplateResult {
    const title = refusal === null ? label : `${label}: ${refusal}`;
    const isYours = step === 'bookmark' && this.isEachBookmarked;
    return html`<button
      class="icon-button ${isYours ? 'is-yours' : ''}"
      type="button"
      aria-label=${title}
      title=${title}
      aria-disabled=${refusal === null ? 'false' : 'true'}
      @click=${() => refusal === null && this.dispatchEvent(new SelectionStepEvent(step))}
    >
      ${icon(name)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-selection-bar': OpSelectionBar;
  }
}
