import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { TagRenamedEvent } from '#renderer/events/tag-renamed-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { plainTag } from '#renderer/state/plain-tag.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';

/** Asks for another name of a tag, and says so where it would become one with another tag. */
@customElement('op-tag-name-dialog')
export class OpTagNameDialog extends LitElement {
  static override styles = [base, buttons, dialogs, formStyles];

  /** null: closed. */
  @property({ attribute: false }) tag: string | null = null;
  @property({ attribute: false }) known: readonly string[] = [];
  /** Of a name, in characters. */
  @property({ type: Number }) longest = 100;
  @state() private typed = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.tag !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.tags;
    const other = this.known.find((name) => name !== this.tag && plainTag(name) === plainTag(this.typed));
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${words.renameTitle}</h2>
          <label for="name">${words.name}</label>
          <input id="name" autofocus autocomplete="off" spellcheck="false" maxlength=${this.longest} @input=${this.handleInput} />
          <p role="status">${other === undefined ? nothing : words.merges(other)}</p>
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit">
              ${other === undefined ? words.confirmRename : words.confirmMerge}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('tag') || this.tag === null || !this.input) return;
    this.input.value = this.tag;
    this.typed = this.tag;
    this.input.select();
  }

  private handleInput(): void {
    this.typed = this.input?.value ?? '';
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { tag } = this;
    const name = this.input?.value.trim() ?? '';
    if (tag !== null && name !== '' && name !== tag) this.dispatchEvent(new TagRenamedEvent(tag, name));
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
    'op-tag-name-dialog': OpTagNameDialog;
  }
}
