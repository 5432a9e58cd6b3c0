import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Failure } from '#preload/contract/failure.ts';
import type { ArchiveSummary, SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import { SyncStepRequestedEvent, type SyncStep } from '#renderer/events/sync-step-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';
import { idleSync, syncFailure, syncFraction } from '#renderer/state/sync-context.ts';
import type { SyncState } from '#renderer/state/sync-context.ts';
import { paceOf, withSample, type Sample } from '#renderer/state/sync-pace.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon, type IconName } from './icons.ts';
import { statusLineStyles } from './status-line-styles.ts';

/** How much can be read offline, and what the last sync brought or the running one does; between them whatever else there is to say. */
@customElement('op-status-line')
export class OpStatusLine extends LitElement {
  static override styles = [base, buttons, statusLineStyles];

  /** null until the library has answered. */
  @property({ attribute: false }) readable: number | null = null;
  @property({ attribute: false }) archives: readonly ArchiveSummary[] = [];
  @property({ attribute: false }) sync: SyncState = idleSync;

  private readonly locale = new LocaleController(this);
  private samples: readonly Sample[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sync')) return;
    const progress = this.sync.kind === 'running' ? this.sync.progress : null;
    this.samples = progress ? withSample(this.samples, progress, performance.now()) : [];
  }

  override render(): TemplateResult {
    const readable = this.readable === null ? nothing : this.locale.words.status.readable(this.readable);
    return html`
      <span class="dot"></span>
      <span class="readable" title=${readable}>${readable}</span>
      <slot></slot>
      ${this.renderState()}
    `;
  }

  private renderState(): TemplateResult {
    if (this.sync.kind === 'running') return this.renderRunning(this.sync);
    if (this.sync.kind === 'paused') return this.renderPaused();
    if (this.sync.kind === 'upkeep') return this.renderUpkeep(this.sync.progress);
    return html`<span class="result" role="status">${this.renderResult()}</span>`;
  }

  private renderRunning(sync: Extract<SyncState, { kind: 'running' }>): TemplateResult {
    const { words } = this.locale;
    const fraction = syncFraction(sync.progress);
    const stage = sync.isCancelling ? words.status.cancelling : this.stageText(sync.progress);
    const parts = [
      stage,
      ...(sync.isCancelling ? [] : this.paceTexts()),
      ...(sync.waiting > 0 ? [words.status.waiting(sync.waiting)] : []),
    ];
    const text = parts.join(' · ');
    return html`
      <span class="result is-running">
        <span class="stage" title=${text}>${text}</span>
        <span class="for-reader-only" role="status">${this.spokenStage(sync)}</span>
        <span
          class="progress ${fraction === null ? 'is-open' : ''}"
          role="progressbar"
          aria-label=${words.status.progress}
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${fraction === null ? nothing : Math.round(fraction * 100)}
          aria-valuetext=${text}
          ><span .style=${fraction === null ? '' : `width: ${fraction * 100}%`}></span
        ></span>
        ${this.renderButton('pause', words.status.pause, 'pause', sync.isCancelling)}
        ${this.renderButton('close', words.status.cancel, 'cancel', sync.isCancelling)}
      </span>
    `;
  }

  private paceTexts(): readonly string[] {
    const { status } = this.locale.words;
    const { bytesPerSecond = null, secondsLeft = null } = paceOf(this.samples) ?? {};
    return [
      ...(bytesPerSecond === null || bytesPerSecond === 0 ? [] : [status.speed(bytesPerSecond)]),
      ...(secondsLeft === null ? [] : [status.left(secondsLeft)]),
    ];
  }

  private renderPaused(): TemplateResult {
    const { words } = this.locale;
    return html`
      <span class="result">
        <span class="stage" role="status" title=${words.status.paused}>${words.status.paused}</span>
        ${this.renderButton('play', words.status.resume, 'resume')} ${this.renderButton('close', words.status.cancel, 'cancel')}
      </span>
    `;
  }

  /** What began by itself can be ended, too. */
  private renderUpkeep(progress: SyncProgress): TemplateResult {
    const isStoppable = progress.stage !== 'rereading';
    const stage = this.stageText(progress);
    return html`
      <span class="result">
        <span class="stage" role="status" title=${stage}>${stage}</span>
        ${isStoppable ? this.renderButton('close', this.locale.words.status.cancel, 'cancel') : nothing}
      </span>
    `;
  }

  private renderButton(name: IconName, label: string, step: SyncStep, isDisabled = false): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${isDisabled}
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new SyncStepRequestedEvent(step))}
    >
      ${icon(name)}
    </button>`;
  }

  private stageText(progress: SyncProgress | null): string {
    const { status } = this.locale.words;
    if (!progress) return status.starting;
    const archive = this.nameOf(progress.archive);
    switch (progress.stage) {
      case 'connecting':
        return status.connecting(archive);
      case 'listing':
        return status.listing(archive, progress.bytesDown);
      case 'fetching':
        return status.fetching(archive, progress.done, progress.total, progress.bytesDown);
      case 'rereading':
        return status.rereading(archive, progress.done, progress.total);
      case 'pictures':
        return status.pictures(archive, progress.done, progress.total, progress.bytesDown);
      case 'indexing':
        return status.indexing(archive, progress.done, progress.total);
      case 'finished':
        return status.finished(archive);
    }
  }

  /** Spoken once a stage, not with every number. */
  private spokenStage(sync: Extract<SyncState, { kind: 'running' }>): string {
    const { status, sync: words } = this.locale.words;
    if (sync.isCancelling) return status.cancelling;
    return sync.progress?.stage === 'connecting' ? status.connecting(this.nameOf(sync.progress.archive)) : words.running;
  }

  private renderResult(): TemplateResult {
    const failed = syncFailure(this.sync);
    if (failed) return this.renderFailure(failed.failure);
    const text = this.resultText();
    return html`<span class="stage" title=${text}>${text}</span>`;
  }

  private resultText(): string {
    const { words } = this.locale;
    if (this.sync.kind === 'cancelled') return words.status.cancelled;
    const synced = this.archives.filter((archive) => archive.origin !== handbookOrigin && archive.lastSyncedAt !== null);
    const last = synced
      .map((archive) => archive.lastSyncedAt ?? '')
      .toSorted()
      .at(-1);
    if (last === undefined)
      return this.archives.some((archive) => archive.origin !== handbookOrigin) ? words.status.neverSynced : '';
    const brought = this.sync.kind === 'finished' ? ` · ${this.broughtText(this.sync.reports)}` : '';
    return `${words.status.lastSync(this.locale.current.moment(last))}${brought}`;
  }

  private renderFailure(failure: Failure): TemplateResult {
    const text = failureText(this.locale.current.messages, failure);
    return html`<span class="failure" title=${text.title}>${icon('alert')}<span>${text.title}</span></span>`;
  }

  private broughtText(reports: readonly SyncReport[]): string {
    const { status } = this.locale.words;
    const sum = (count: (report: SyncReport) => number): number => reports.reduce((total, report) => total + count(report), 0);
    const added = sum((report) => report.added);
    const changed = sum((report) => report.changed);
    const skipped = sum((report) => report.failed.length);
    const brought =
      added + changed === 0
        ? status.nothingNew
        : status.brought(
            added,
            changed,
            sum((report) => report.bytesDown),
          );
    return skipped === 0 ? brought : `${brought} · ${status.skipped(skipped)}`;
  }

  private nameOf(id: string): string {
    return this.archives.find((archive) => archive.id === id)?.name ?? id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-status-line': OpStatusLine;
  }
}
