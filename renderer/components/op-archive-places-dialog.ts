import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { PlacesSubmittedEvent } from '#renderer/events/places-submitted-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { linesOf } from '#renderer/state/place-lines.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';
import { renderPlaceChoices } from './place-choices.ts';

/** Where an archive is synced from, one place a line, the preferred one first. It stays open until the change was accepted. */
@customElement('op-archive-places-dialog')
export class OpArchivePlacesDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
      }
      textarea {
        min-height: 116px;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) archive: ArchiveSummary | null = null;
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) failure: Failure | null = null;
  @state() private isMissing = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('#places') private readonly places!: HTMLTextAreaElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.archive !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  /** Puts what was chosen before the rest: it was chosen to be used. */
  choose(origin: string): void {
    if (!this.places) return;
    this.isMissing = false;
    this.places.value = [origin, ...linesOf(this.places.value).filter((line) => line !== origin)].join('\n');
    this.places.focus();
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.places.edit;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${words.title(this.archive?.name ?? '')}</h2>
          <p>${words.intro}</p>
          <label for="places">${words.label}</label>
          <textarea
            id="places"
            autofocus
            spellcheck="false"
            maxlength="20000"
            aria-invalid=${this.isMissing || this.failure !== null ? 'true' : 'false'}
            aria-describedby="problem"
            ?readonly=${this.isBusy}
          ></textarea>
          ${renderPlaceChoices(this.locale.current.messages.places.choose, this.isBusy)}
          <div id="problem">
            ${this.isMissing ? html`<p class="problem" role="alert">${words.missing}</p>` : nothing}
            ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
          </div>
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>
              ${this.isBusy ? words.saving : words.save}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** Another archive, not the same one with other counts: what is being typed stays. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('archive');
    if (changed.has('archive') && this.archive && this.archive.id !== before?.id && this.places) {
      this.isMissing = false;
      this.places.value = [this.archive.origin, ...this.archive.mirrors].join('\n');
    }
    if (this.failure && !this.isBusy && this.archive) this.places?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    const origins = linesOf(this.places?.value ?? '');
    this.isMissing = origins.length === 0;
    if (this.isMissing) this.places?.focus();
    else this.dispatchEvent(new PlacesSubmittedEvent(origins));
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
    'op-archive-places-dialog': OpArchivePlacesDialog;
  }
}
