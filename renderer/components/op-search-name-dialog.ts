import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { SearchNamedEvent } from '#renderer/events/search-named-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';

export interface SearchToName {
  readonly query: string;
  /** To begin with; the search itself for one that has no name yet. */
  readonly name: string;
}

/** Asks for the name of a saved search; left empty, the search is its own name. */
@customElement('op-search-name-dialog')
export class OpSearchNameDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      .query {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) search: SearchToName | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.search !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.search.saved;
    const isNew = this.search === null || this.search.name === this.search.query;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${isNew ? words.saveTitle : words.renameTitle}</h2>
          <p class="query">${this.search?.query}</p>
          <label for="name">${words.name}</label>
          <input id="name" autofocus autocomplete="off" spellcheck="false" maxlength="200" />
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit">${words.confirm}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('search') || !this.search || !this.input) return;
    this.input.value = this.search.name;
    this.input.select();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { search } = this;
    if (!search) return;
    const name = this.input?.value.trim() ?? '';
    this.dispatchEvent(new SearchNamedEvent(search.query, name === '' ? search.query : name));
    this.close();
  }

  /** The Enter that chooses a candidate of an input method must not send the form. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new DialogAnsweredEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-search-name-dialog': OpSearchNameDialog;
  }
}
