import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import { storageParts } from '#preload/contract/storage-types.ts';
import type { StorageCheck, StorageReport } from '#preload/contract/storage-types.ts';
import { StorageStepEvent } from '#renderer/events/storage-step-event.ts';
import type { StorageStep } from '#renderer/events/storage-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import './op-failure-notice.ts';
import { settingStyles } from './setting-styles.ts';

/** Where the library lies, how large its parts are, whether it is sound, and the end of it. */
@customElement('op-storage-panel')
export class OpStoragePanel extends LitElement {
  static override styles = [
    base,
    buttons,
    settingStyles,
    css`
      :host {
        display: block;
      }
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .path {
        user-select: text;
      }
      table {
        width: 100%;
        margin-top: var(--space-2);
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 3px 0;
        font-weight: 400;
        text-align: start;
        color: var(--ink-second);
      }
      td {
        text-align: end;
        white-space: nowrap;
      }
      tr:last-child > * {
        border-top: 1px solid var(--line);
        color: var(--ink);
        font-weight: var(--weight-medium);
      }
      [role='status'] {
        color: var(--ink-second);
      }
      [role='status']:not(:empty) {
        padding-bottom: var(--space-3);
      }
    `,
  ];

  /** null until it was measured. */
  @property({ attribute: false }) storage: StorageReport | null = null;
  @property({ type: Boolean }) isChecking = false;
  /** Of the last check; null where there was none. */
  @property({ attribute: false }) check: StorageCheck | null = null;
  @property({ attribute: false }) failure: Failure | null = null;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult {
    const words = this.locale.current.messages.settings.storage;
    const said = this.isChecking ? words.checking : this.check?.isMended === true ? words.mended : words.sound;
    return html`
      ${this.renderLine(words.folder, this.storage?.folder ?? '…', words.openFolder, 'open-folder')} ${this.renderSizes()}
      ${this.renderLine(words.check, words.checkHint, this.isChecking ? words.stop : words.checkStep, this.isChecking ? 'stop' : 'check')}
      <div role="status">${this.isChecking || this.check ? said : nothing}</div>
      ${this.failure ? html`<op-failure-notice .failure=${this.failure}></op-failure-notice>` : nothing}
      ${this.renderLine(words.wipe, words.wipeHint, words.wipeStep, 'wipe')}
    `;
  }

  private renderLine(name: string, hint: string, label: string, step: StorageStep): TemplateResult {
    return html`<div class="line">
      <div class="name">${name}<span class="hint ${step === 'open-folder' ? 'path' : ''}">${hint}</span></div>
      <div class="control">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new StorageStepEvent(step))}>${label}</button>
      </div>
    </div>`;
  }

  private renderSizes(): TemplateResult {
    const words = this.locale.current.messages.settings.storage;
    const { storage } = this;
    const parts = storage ? storageParts.filter((part) => storage.bytes[part] > 0) : [];
    const total = parts.reduce((sum, part) => sum + (storage?.bytes[part] ?? 0), 0);
    const row = (name: string, bytes: number): TemplateResult =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${words.bytes(bytes)}</td>
      </tr>`;
    return html`<div class="line">
      <div class="name">
        <span id="sizes">${words.sizes}</span>
        <table aria-labelledby="sizes">
          <tbody>
            ${parts.map((part) => row(words.parts[part], storage?.bytes[part] ?? 0))}
            ${storage ? row(words.total, total) : nothing}
          </tbody>
        </table>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-storage-panel': OpStoragePanel;
  }
}
