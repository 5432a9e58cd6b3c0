import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { TabStepEvent } from '#renderer/events/tab-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { tabStripStyles } from './tab-strip-styles.ts';

export interface TabLabel {
  readonly key: number;
  readonly title: string;
  readonly language: string;
}

/** The tabs of a window in a row. Arrows go from one to the next and show it; Delete and a middle click close. */
@customElement('op-tab-strip')
export class OpTabStrip extends LitElement {
  static override styles = [base, tabStripStyles];

  @property({ attribute: false }) tabs: readonly TabLabel[] = [];
  @property({ attribute: false }) current = 0;

  private readonly locale = new LocaleController(this);
  private isFocusDue = false;

  override render(): TemplateResult {
    const words = this.locale.current.messages.tabs;
    return html`<div class="strip" role="tablist" aria-label=${words.label} @keydown=${this.handleKey}>
      ${repeat(
        this.tabs,
        ({ key }) => key,
        (tab, index) => this.renderTab(tab, index),
      )}
    </div>`;
  }

  private renderTab({ title, language }: TabLabel, index: number): TemplateResult {
    const words = this.locale.current.messages.tabs;
    const isShown = index === this.current;
    return html`<div
      class="place ${isShown ? 'is-shown' : ''}"
      role="presentation"
      @auxclick=${(event: MouseEvent) => this.handleMiddle(event, index)}
    >
      <button
        class="tab"
        type="button"
        role="tab"
        lang=${language}
        aria-selected=${isShown ? 'true' : 'false'}
        aria-keyshortcuts="Delete"
        tabindex=${isShown ? 0 : -1}
        title=${title}
        @click=${() => this.step('show', index)}
      >
        ${title}
      </button>
      <span class="close" aria-hidden="true" title=${words.close} @click=${() => this.step('close', index)}
        >${icon('close')}</span
      >
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('current') && !changed.has('tabs')) return;
    const shown = this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]');
    shown?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The focus stays in the strip where it was: on the tab that is shown now. With a closed tab it has gone.
    if (this.isFocusDue || this.matches(':focus-within')) shown?.focus();
    this.isFocusDue = false;
  }

  private step(step: 'show' | 'close', index: number): void {
    this.dispatchEvent(new TabStepEvent(step, index));
  }

  private closeByKey(): void {
    this.isFocusDue = true;
    this.step('close', this.current);
  }

  private handleMiddle(event: MouseEvent, index: number): void {
    if (event.button !== 1) return;
    event.preventDefault();
    this.step('close', index);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.tabs.length - 1;
    if (event.key === 'ArrowRight') this.step('show', this.current === last ? 0 : this.current + 1);
    else if (event.key === 'ArrowLeft') this.step('show', this.current === 0 ? last : this.current - 1);
    else if (event.key === 'Home') this.step('show', 0);
    else if (event.key === 'End') this.step('show', last);
    else if (event.key === 'Delete') this.closeByKey();
    else return;
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-tab-strip': OpTabStrip;
  }
}
