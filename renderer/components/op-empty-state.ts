import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StepTakenEvent } from '#renderer/events/step-taken-event.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

/** Why there is nothing here, and what to do about it. More can be put inside. */
@customElement('op-empty-state')
export class OpEmptyState extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: var(--space-2);
        padding: var(--space-8) var(--space-6);
        color: var(--ink-second);
        text-align: center;
        line-height: 1.6;
      }
      svg {
        width: 28px;
        height: 28px;
        margin-bottom: var(--space-1);
        color: var(--ink-third);
        stroke-width: 1.25;
      }
      h2 {
        margin: 0;
        max-width: 100%;
        font-size: var(--size-heading);
        font-weight: var(--weight-strong);
        color: var(--ink);
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      p {
        margin: 0;
        max-width: 34em;
        text-wrap: pretty;
      }
      .button {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) icon: IconName = 'library';
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) hint = '';
  @property({ attribute: false }) step = '';

  override render(): TemplateResult {
    return html`
      ${icon(this.icon)}
      <h2>${this.heading}</h2>
      ${this.hint === '' ? nothing : html`<p>${this.hint}</p>`}
      <slot></slot>
      ${this.step === '' ? nothing : html`<button class="button" type="button" @click=${this.takeStep}>${this.step}</button>`}
    `;
  }

  private takeStep(): void {
    this.dispatchEvent(new StepTakenEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-empty-state': OpEmptyState;
  }
}
