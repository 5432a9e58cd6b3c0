import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { NetworkState } from '#preload/contract/network-types.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { CertificatesRequestedEvent } from '#renderer/events/certificates-requested-event.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { NetworkSubmittedEvent } from '#renderer/events/network-submitted-event.ts';
import { NetworkTestRequestedEvent } from '#renderer/events/network-test-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { draftKinds, draftOf, readDraft } from '#renderer/state/network-draft.ts';
import type { DraftProblem, NetworkDraft } from '#renderer/state/network-draft.ts';
import type { NetworkTest } from '#renderer/state/network-test.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';
import './op-network-stages.ts';
import { renderProxyFields } from './proxy-fields.ts';

/** How the network is reached, and a test of it before it is kept. It stays open until the change was accepted. */
@customElement('op-network-dialog')
export class OpNetworkDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px));
      }
      select {
        display: block;
        width: 100%;
        height: 34px;
        margin-top: var(--space-1);
        padding: 0 var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface-paper);
        color: var(--ink);
        font: inherit;
      }
      .server {
        display: grid;
        grid-template-columns: 1fr 96px;
        gap: var(--space-2);
      }
      .caption {
        margin: var(--space-3) 0 0;
        color: var(--ink);
        font-weight: var(--weight-medium);
      }
      .file {
        margin: var(--space-1) 0 0;
        overflow-wrap: anywhere;
      }
      .test {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: end;
        gap: var(--space-2);
      }
    `,
  ];

  /** null: closed. A new one fills the fields anew. */
  @property({ attribute: false }) network: NetworkState | null = null;
  /** The address that a test begins with. */
  @property({ attribute: false }) suggestedOrigin = '';
  @property({ attribute: false }) test: NetworkTest | null = null;
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) failure: Failure | null = null;
  @state() private draft: NetworkDraft | null = null;
  @state() private missing: DraftProblem | 'origin' | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('[name="origin"]') private readonly origin!: HTMLInputElement | null;

  @query('op-network-stages') private readonly stages!: HTMLElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.network !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  /** Puts a chosen file of certificates into the draft. */
  chooseCertificates(extraCaFile: string): void {
    if (this.draft) this.draft = { ...this.draft, extraCaFile };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('network')) return;
    this.draft = this.network && draftOf(this.network);
    this.missing = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('network') && this.network && this.origin) this.origin.value = this.suggestedOrigin;
    if (changed.has('test') && this.test) this.stages?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const words = this.locale.current.messages.network;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel} @keydown=${this.handleKey}>
        <form novalidate @submit=${this.handleSubmit} @input=${this.handleInput}>
          <h2 id="title">${words.title}</h2>
          <p>${words.intro}</p>
          ${this.draft ? this.renderFields(this.draft) : nothing}
          <div id="problem">
            ${this.missing ? html`<p class="problem" role="alert">${words.missing[this.missing]}</p>` : nothing}
          </div>
          <op-network-stages .test=${this.test}></op-network-stages>
          ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
          <div class="actions">
            <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
            <button class="button primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>${words.save}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private renderFields(draft: NetworkDraft): TemplateResult {
    const words = this.locale.current.messages.network;
    const { missing } = this;
    const isPasswordEncrypted = this.network?.isPasswordEncrypted ?? false;
    return html`
      <label>
        ${words.proxy}
        <select name="kind" autofocus>
          ${draftKinds.map((kind) => html`<option value=${kind} .selected=${kind === draft.kind}>${words.kinds[kind]}</option>`)}
        </select>
      </label>
      ${renderProxyFields({ words, draft, missing, isPasswordEncrypted })} ${this.renderCertificates(draft.extraCaFile)}
      <slot></slot>
      ${this.renderTest()}
    `;
  }

  private renderCertificates(file: string | null): TemplateResult {
    const words = this.locale.current.messages.network;
    return html`
      <div role="group" aria-labelledby="certificates" aria-describedby="certificates-hint">
        <p class="caption" id="certificates">${words.caFile}</p>
        <p class="file">${file ?? words.noCaFile}</p>
        <p class="hint" id="certificates-hint">${words.caFileHint}</p>
        <div class="choices">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new CertificatesRequestedEvent())}>
            ${words.choose}
          </button>
          ${
            file === null
              ? nothing
              : html`<button class="button" type="button" @click=${this.forgetCertificates}>${words.forget}</button>`
          }
        </div>
      </div>
    `;
  }

  private renderTest(): TemplateResult {
    const words = this.locale.current.messages.network;
    const isRunning = this.test !== null && this.test.end === null;
    return html`
      <div class="test">
        <label>
          ${words.origin}
          <input
            name="origin"
            autocomplete="off"
            spellcheck="false"
            maxlength="1000"
            aria-invalid=${this.missing === 'origin' ? 'true' : 'false'}
            aria-describedby="problem"
          />
        </label>
        <button class="button" type="button" @click=${() => this.handleTest(isRunning)}>
          ${isRunning ? words.stopTest : words.test}
        </button>
      </div>
    `;
  }

  private handleInput(event: Event): void {
    const field = event.composedPath()[0];
    if (!this.draft || !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const { name, value } = field;
    if (name === 'kind') this.draft = { ...this.draft, kind: draftKinds.find((kind) => kind === value) ?? this.draft.kind };
    else if (name === 'password') this.draft = { ...this.draft, password: value };
    else if (name !== 'origin' && name in this.draft) this.draft = { ...this.draft, [name]: value.trim() };
    this.missing = null;
  }

  private handleTest(isRunning: boolean): void {
    if (isRunning) {
      this.dispatchEvent(new NetworkTestRequestedEvent(null));
      return;
    }
    const setting = this.readFields();
    const origin = this.origin?.value.trim() ?? '';
    if (!setting) return;
    if (origin === '') this.point('origin');
    else this.dispatchEvent(new NetworkTestRequestedEvent({ setting, origin }));
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    const setting = this.readFields();
    if (setting) this.dispatchEvent(new NetworkSubmittedEvent(setting));
  }

  private readFields(): NetworkSubmittedEvent['setting'] | null {
    const read = this.draft && readDraft(this.draft);
    if (!read) return null;
    if (read.ok) return read.setting;
    this.point(read.missing);
    return null;
  }

  private point(field: DraftProblem | 'origin'): void {
    this.missing = field;
    this.renderRoot.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  private forgetCertificates(): void {
    if (this.draft) this.draft = { ...this.draft, extraCaFile: null };
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
    'op-network-dialog': OpNetworkDialog;
  }
}
