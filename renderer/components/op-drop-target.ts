import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base } from '#renderer/styles/shared.ts';

/** Lies over the whole window while something is dragged over it: also over the article, which would see the drag instead. */
@customElement('op-drop-target')
export class OpDropTarget extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: none;
      }
      :host([isshown]) {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        place-items: center;
        padding: var(--space-3);
        background: color-mix(in srgb, var(--surface-paper) 88%, transparent);
      }
      div {
        display: grid;
        place-content: center;
        gap: var(--space-1);
        width: 100%;
        height: 100%;
        padding: var(--space-6);
        border: 2px dashed var(--focus);
        border-radius: var(--radius-card);
        color: var(--ink);
        text-align: center;
      }
      h2,
      p {
        margin: 0;
      }
      h2 {
        font-size: var(--size-display);
        font-weight: var(--weight-strong);
        text-wrap: balance;
      }
      p {
        color: var(--ink-second);
        text-wrap: balance;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) isShown = false;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.places.drop;
    return html`<div>
      <h2>${words.title}</h2>
      <p>${words.hint}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-drop-target': OpDropTarget;
  }
}
