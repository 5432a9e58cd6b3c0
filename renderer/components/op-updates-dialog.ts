import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { UpdateChoice, UpdateRelease, UpdateState, UpdateStatus } from '#preload/contract/update-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { ModalController } from '#renderer/controllers/modal-controller.ts';
import { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { UpdateStepEvent } from '#renderer/events/update-step-event.ts';
import type { UpdateStep } from '#renderer/events/update-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons, dialogs } from '#renderer/styles/shared.ts';
import { formStyles } from './form-styles.ts';
import './op-failure-notice.ts';

const choices: readonly UpdateChoice[] = ['off', 'notify', 'automatic'];

const canTakeFile = ({ kind }: UpdateState): boolean => kind === 'idle' || kind === 'available' || kind === 'failed';

/** How it stands with new versions, and what can be done about it. Closing it stops nothing. */
@customElement('op-updates-dialog')
export class OpUpdatesDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    formStyles,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px));
      }
      fieldset {
        margin: var(--space-3) 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--ink);
        font-weight: var(--weight-medium);
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-1);
        font-weight: 400;
      }
      fieldset input {
        width: auto;
        height: auto;
        margin: 0;
        accent-color: var(--ink);
      }
      progress {
        display: block;
        width: 100%;
        height: 6px;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--track);
        margin-bottom: var(--space-4);
        appearance: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--track);
      }
      progress::-webkit-progress-value {
        background: var(--ink-second);
      }
      .notes {
        max-height: 160px;
        overflow: auto;
        white-space: pre-line;
        user-select: text;
      }
      .file {
        color: var(--ink);
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  /** null: closed. */
  @property({ attribute: false }) status: UpdateStatus | null = null;
  /** Of the last thing that the reader wanted, where it could not even begin. */
  @property({ attribute: false }) failure: Failure | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('textarea') private readonly mirrors!: HTMLTextAreaElement | null;

  private readonly locale = new LocaleController(this);

  constructor() {
    super();
    const isWanted = (): boolean => this.status !== null;
    this.addController(new ModalController(() => this.dialog, isWanted));
  }

  private get words(): Messages['updates'] {
    return this.locale.current.messages.updates;
  }

  override render(): TemplateResult {
    const { words, status } = this;
    return html`
      <dialog aria-labelledby="title" @cancel=${this.handleCancel}>
        <h2 id="title">${words.title}</h2>
        ${status ? this.renderStatus(status) : nothing}
        <div class="actions">
          <button class="button" type="button" autofocus @click=${this.close}>${words.close}</button>
        </div>
      </dialog>
    `;
  }

  private renderStatus(status: UpdateStatus): TemplateResult {
    const { words } = this;
    const { state, packageKind } = status;
    return html`
      <p>${words.running(status.version)} ${words.byHand[packageKind]}</p>
      <div role="status">${status.hasMirror ? this.renderState(state) : html`<p>${words.noPlace}</p>`}</div>
      ${'release' in state && state.release ? this.renderNotes(state.release) : nothing}
      ${state.kind === 'ready' && !status.canInstall ? html`<p class="file">${words.verifiedFile} ${state.file}</p>` : nothing}
      <div class="choices">${this.renderSteps(status)}</div>
      ${canTakeFile(state) ? html`<p class="hint">${words.takeFileHint}</p>` : nothing} ${this.renderChoices(status.choice)}
      ${this.renderMirrors(status.mirrors)}
      ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
    `;
  }

  private renderState(state: UpdateState): TemplateResult {
    const words = this.words.states;
    if (state.kind === 'failed') return html`<op-failure-notice .failure=${state.failure}></op-failure-notice>`;
    if (state.kind === 'checking') return html`<p>${words.checking}</p>`;
    if (state.kind === 'idle') {
      const at = state.checkedAt === null ? null : new Date(state.checkedAt).toLocaleString(this.locale.current.language);
      return html`<p>${at === null ? words.idle : words.checkedAt(at)}</p>`;
    }
    const { version, bytes } = state.release;
    if (state.kind === 'available') return html`<p>${words.available(version, bytes)}</p>`;
    if (state.kind === 'ready') return html`<p>${words.ready(version)}</p>`;
    return html`<p>${words.downloading(version, state.receivedBytes, bytes)}</p>
      <progress aria-label=${this.words.progress} max=${bytes} .value=${state.receivedBytes}></progress>`;
  }

  private renderNotes({ notes }: UpdateRelease): TemplateResult | typeof nothing {
    const text = notes[this.locale.current.language] ?? notes.en;
    if (text === undefined) return nothing;
    return html`<p><strong>${this.words.notes}</strong></p>
      <p class="notes">${text}</p>`;
  }

  private renderSteps({ state, canInstall, hasMirror }: UpdateStatus): readonly TemplateResult[] {
    const { words } = this;
    const button = (kind: Exclude<UpdateStep['kind'], 'choose'>, label: string): TemplateResult =>
      html`<button class="button" type="button" @click=${() => this.ask({ kind })}>${label}</button>`;
    if (state.kind === 'checking' || state.kind === 'downloading') return [button('cancel', words.cancel)];
    if (state.kind === 'ready') return canInstall ? [button('install', words.install)] : [];
    const canDownload = state.kind === 'available' || (state.kind === 'failed' && state.release !== null);
    return [
      ...(canDownload ? [button('download', words.download)] : []),
      ...(hasMirror ? [button('check', words.check)] : []),
      button('takeFile', words.takeFile),
    ];
  }

  private renderChoices(current: UpdateChoice): TemplateResult {
    const { words } = this;
    return html`
      <fieldset>
        <legend>${words.choice}</legend>
        ${choices.map(
          (choice) => html`
            <label>
              <input
                type="radio"
                name="choice"
                .checked=${choice === current}
                @change=${() => this.ask({ kind: 'choose', choice })}
              />
              ${words.choices[choice]}
            </label>
          `,
        )}
        <p class="hint">${words.choiceHint}</p>
      </fieldset>
    `;
  }

  private renderMirrors(mirrors: readonly string[]): TemplateResult {
    const { words } = this;
    return html`
      <details ?open=${mirrors.length > 0}>
        <summary>${words.mirrors}</summary>
        <textarea aria-label=${words.mirrors} spellcheck="false" .value=${mirrors.join('\n')}></textarea>
        <p class="hint">${words.mirrorsHint}</p>
        <div class="choices"><button class="button" type="button" @click=${this.saveMirrors}>${words.save}</button></div>
      </details>
    `;
  }

  private saveMirrors(): void {
    const lines = this.mirrors?.value.split('\n').map((line) => line.trim()) ?? [];
    this.ask({ kind: 'choose', mirrors: lines.filter((line) => line !== '') });
  }

  private ask(step: UpdateStep): void {
    this.dispatchEvent(new UpdateStepEvent(step));
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
    'op-updates-dialog': OpUpdatesDialog;
  }
}
