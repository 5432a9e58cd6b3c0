import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TagCount, TagsOfArticles } from '#preload/contract/tag-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { TagsEditedEvent } from '#renderer/events/tags-edited-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { offeredTags, plainTag } from '#renderer/state/plain-tag.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import { icon } from './icons.ts';
import { tagEditorStyles } from './tag-editor-styles.ts';

interface Offer {
  readonly name: string;
  readonly isNew: boolean;
}

/** Sets and removes tags of one article or of many; what is done is done at once. A tag that only some of them have is dashed. */
@customElement('op-tag-editor')
export class OpTagEditor extends LitElement {
  static override styles = [base, buttons, dialogs, formStyles, tagEditorStyles];

  /** null: closed. */
  @property({ attribute: false }) edited: TagsOfArticles | null = null;
  /** The names of all tags there are. */
  @property({ attribute: false }) known: readonly string[] = [];
  /** Of a name, in characters. */
  @property({ type: Number }) longest = 100;
  @property({ type: Boolean }) hasFailed = false;
  @state() private typed = '';
  /** The offer that Enter takes; -1: what was typed. */
  @state() private active = -1;
  @state() private told = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.edited !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.tags;
    const { articles = 1, tags = [] } = this.edited ?? {};
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <h2 id="title">${articles === 1 ? words.titleOne : words.titleMany(articles)}</h2>
        ${
          tags.length === 0
            ? html`<p>${words.none}</p>`
            : html`<ul class="chips" aria-label=${words.chosen}>
                ${tags.map((tag) => this.renderChip(tag, articles))}
              </ul>`
        }
        ${this.renderField()}
        <p role="status">${this.hasFailed ? words.failed : this.told}</p>
        <div class="actions">
          <button class="button primary" type="button" @click=${this.close}>${words.done}</button>
        </div>
      </dialog>
    `;
  }

  private renderChip({ name, articles }: TagCount, all: number): TemplateResult {
    const words = this.locale.current.messages.tags;
    const isSome = articles < all;
    return html`<li class=${isSome ? 'is-some' : ''} title=${name}>
      <span class="name">${name}</span>
      ${isSome ? html`<span class="some">${words.some(articles, all)}</span>` : nothing}
      <button type="button" aria-label=${words.drop(name)} title=${words.drop(name)} @click=${() => this.drop(name)}>
        ${icon('close')}
      </button>
    </li>`;
  }

  private renderField(): TemplateResult {
    const words = this.locale.current.messages.tags;
    const offers = this.offers();
    return html`
      <label for="tag">${words.field}</label>
      <input
        id="tag"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck="false"
        maxlength=${this.longest}
        placeholder=${words.placeholder}
        aria-autocomplete="list"
        aria-controls="offers"
        aria-expanded=${offers.length > 0 ? 'true' : 'false'}
        aria-activedescendant=${this.active < 0 ? nothing : `offer-${this.active}`}
        @input=${this.handleInput}
        @keydown=${this.handleKey}
      />
      <div id="offers" role="listbox" aria-label=${words.known} ?hidden=${offers.length === 0}>
        ${offers.map((offer, index) => this.renderOffer(offer, index))}
      </div>
    `;
  }

  /** The field keeps the focus when an offer is pressed. */
  private renderOffer({ name, isNew }: Offer, index: number): TemplateResult {
    return html`<div
      id="offer-${index}"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      title=${name}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.add(name)}
    >
      <span class="name">${isNew ? this.locale.current.messages.tags.create(name) : name}</span>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.renderRoot.querySelector(`#offer-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    const isJustOpened = changed.has('edited') && changed.get('edited') === null;
    if (isJustOpened) this.begin();
  }

  private begin(): void {
    this.told = '';
    this.clear();
  }

  private clear(): void {
    if (this.input) this.input.value = '';
    this.typed = '';
    this.active = -1;
  }

  /** Those that each of the articles has are not offered again. */
  private offers(): readonly Offer[] {
    if (!this.edited) return [];
    const { articles, tags } = this.edited;
    const set = tags.filter((tag) => tag.articles === articles).map(({ name }) => name);
    const known = offeredTags(this.known, set, this.typed).map((name) => ({ name, isNew: false }));
    const name = this.typed.trim();
    const isKnown = [...this.known, ...set].some((one) => plainTag(one) === plainTag(name));
    return name === '' || isKnown ? known : [...known, { name, isNew: true }];
  }

  private handleInput(): void {
    this.typed = this.input?.value ?? '';
    this.active = -1;
  }

  /** While an input method composes, every key is its own. */
  private handleKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const offers = this.offers();
    if (event.key === 'Enter') this.add(offers[this.active]?.name ?? this.typed);
    else if (event.key === 'ArrowDown') this.active = this.active + 1 < offers.length ? this.active + 1 : -1;
    else if (event.key === 'ArrowUp') this.active = this.active < 0 ? offers.length - 1 : this.active - 1;
    else if (event.key === 'Backspace' && this.input?.value === '' && !event.repeat) this.dropLast();
    else return;
    event.preventDefault();
  }

  private add(text: string): void {
    const name = text.replaceAll(/\s+/gu, ' ').trim();
    if (name === '') return;
    this.clear();
    this.told = this.locale.current.messages.tags.added(name);
    this.dispatchEvent(new TagsEditedEvent({ add: [name] }));
  }

  private dropLast(): void {
    const last = this.edited?.tags.at(-1);
    if (last) this.drop(last.name);
  }

  private drop(name: string): void {
    this.told = this.locale.current.messages.tags.removed(name);
    this.input?.focus();
    this.dispatchEvent(new TagsEditedEvent({ remove: [name] }));
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
    'op-tag-editor': OpTagEditor;
  }
}
