import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import { NoticeDismissedEvent } from '#renderer/events/notice-dismissed-event.ts';
import { StepTakenEvent } from '#renderer/events/step-taken-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';

/** What happened, what is safe, and one thing to do next. */
@customElement('op-failure-notice')
export class OpFailureNotice extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        position: relative;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-card);
        background: var(--surface-raised);
        color: var(--ink-second);
        line-height: 1.55;
      }
      .words {
        display: grid;
        grid-template-columns: 16px 1fr;
        gap: 0 var(--space-2);
        overflow-wrap: anywhere;
      }
      .words > svg {
        margin-top: 2px;
      }
      strong {
        color: var(--ink);
        font-weight: var(--weight-strong);
      }
      p {
        grid-column: 2;
        margin: 2px 0 0;
      }
      .icon-button {
        position: absolute;
        top: 6px;
        right: 6px;
        width: 28px;
        height: 28px;
      }
      .words:has(+ .icon-button) {
        padding-right: 24px;
      }
      .button {
        margin: var(--space-3) 0 0 24px;
      }
      details {
        margin: var(--space-2) 0 0 24px;
        font-size: var(--size-small);
        color: var(--ink-third);
      }
      details code {
        display: block;
        padding-top: var(--space-1);
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  @property({ attribute: false }) failure: Failure | null = null;
  /** Without a button where the step is elsewhere on the screen, as in a form. */
  @property({ type: Boolean }) hasStep = false;
  @property({ type: Boolean }) isDismissable = false;
  /** Whom it happened to, where more than one thing is on the way: the name of an archive. */
  @property({ attribute: false }) subject = '';

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const text = failureText(this.locale.current.messages, this.failure);
    return html`
      <div role="alert" class="words">
        ${icon('alert')}
        <strong>${this.subject === '' ? nothing : html`${this.subject}<br />`}${text.title}</strong>
        <p>${text.safe}</p>
        <p>${text.step.hint}</p>
      </div>
      ${this.isDismissable ? this.renderDismiss() : nothing}
      ${this.hasStep ? html`<button class="button" type="button" @click=${this.takeStep}>${text.step.label}</button>` : nothing}
      <details>
        <summary>${this.locale.words.failure.technical}</summary>
        <code>${this.failure.code}: ${this.failure.message}</code>
      </details>
    `;
  }

  private renderDismiss(): TemplateResult {
    const label = this.locale.words.failure.dismiss;
    return html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${this.dismiss}>
      ${icon('close')}
    </button>`;
  }

  private dismiss(): void {
    this.dispatchEvent(new NoticeDismissedEvent());
  }

  private takeStep(): void {
    this.dispatchEvent(new StepTakenEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-failure-notice': OpFailureNotice;
  }
}
