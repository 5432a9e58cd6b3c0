import { ContextConsumer } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AloudStepEvent } from '#renderer/events/aloud-step-event.ts';
import type { AloudStep } from '#renderer/events/aloud-step-event.ts';
import { CommandChosenEvent } from '#renderer/events/command-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { silent } from '#renderer/state/aloud-state.ts';
import type { AloudState } from '#renderer/state/aloud-state.ts';
import { disabledCommandsContext } from '#renderer/state/disabled-commands-context.ts';
import { speechSpeeds } from '#renderer/state/kept-speech.ts';
import type { SpeechChoices } from '#renderer/state/kept-speech.ts';
import { voiceFor, voicesFor } from '#renderer/state/voices.ts';
import type { Voice } from '#renderer/state/voices.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { aloudBarStyles } from './aloud-bar-styles.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

/** Under the article that is read aloud: where the reading is, and what can be done with it; or why nothing is read. */
@customElement('op-aloud-bar')
export class OpAloudBar extends LitElement {
  static override styles = [base, buttons, aloudBarStyles];

  @property({ attribute: false }) state: AloudState = silent;
  @property({ attribute: false }) choices: SpeechChoices = { speed: 1, voices: {} };

  private readonly locale = new LocaleController(this);
  private readonly disabled = new ContextConsumer(this, { context: disabledCommandsContext, subscribe: true });

  private get words() {
    return this.locale.current.messages.aloud;
  }

  override render(): TemplateResult {
    const { phase } = this.state;
    const isNotice = phase === 'voiceless' || phase === 'empty';
    return html`<div class="bar" role="group" aria-label=${this.words.label} @keydown=${this.handleKey}>
      ${isNotice ? this.renderNotice() : this.renderReading()}
      ${this.renderButton('close', this.words.stop, { kind: 'stop' }, true)}
    </div>`;
  }

  private renderReading(): TemplateResult {
    const { phase, at, sentences } = this.state;
    const isSpeaking = phase === 'speaking';
    const hasText = sentences.length > 0;
    return html`
      ${this.renderButton('skipBack', this.words.previous, { kind: 'previous' }, hasText && at > 0)}
      ${this.renderButton(
        isSpeaking ? 'pause' : 'play',
        isSpeaking ? this.words.pause : this.words.goOn,
        { kind: 'toggle' },
        phase !== 'waiting',
      )}
      ${this.renderButton('skipForward', this.words.next, { kind: 'next' }, hasText && at < sentences.length - 1)}
      <span class="count">${hasText ? this.words.count(at + 1, sentences.length) : this.words.waiting}</span>
      <span class="failure" role="status">${phase === 'failed' ? this.words.failed : nothing}</span>
      ${hasText ? html`${this.renderSpeeds()} ${this.renderVoices()}` : nothing}
    `;
  }

  private renderButton(name: IconName, label: string, step: AloudStep, isPossible: boolean): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${() => isPossible && this.tell(step)}
    >
      ${icon(name)}
    </button>`;
  }

  private renderSpeeds(): TemplateResult {
    const handle = (event: Event): void => this.tell({ kind: 'speed', speed: Number((event.target as HTMLSelectElement).value) });
    return html`<select class="speed" aria-label=${this.words.speed} title=${this.words.speed} @change=${handle}>
      ${speechSpeeds.map(
        (speed) => html`<option value=${speed} .selected=${speed === this.choices.speed}>${this.words.times(speed)}</option>`,
      )}
    </select>`;
  }

  /** Those that speak the article's language come first. */
  private renderVoices(): TemplateResult {
    const { voices, language } = this.state;
    const fitting = voicesFor(voices, language);
    const others = voices.filter((voice) => !fitting.includes(voice));
    const chosen = voiceFor(voices, language, this.choices.voices);
    const options = (some: readonly Voice[]): TemplateResult[] =>
      some.map(
        (voice) =>
          html`<option value=${voice.id} .selected=${voice === chosen}>
            ${this.words.voiceName(voice.name, voice.language)}
          </option>`,
      );
    const handle = (event: Event): void => this.tell({ kind: 'voice', id: (event.target as HTMLSelectElement).value });
    return html`<select class="voice" aria-label=${this.words.voice} title=${this.words.voice} @change=${handle}>
      <optgroup label=${this.words.fitting}>${options(fitting)}</optgroup>
      ${others.length > 0 ? html`<optgroup label=${this.words.others}>${options(others)}</optgroup>` : nothing}
    </select>`;
  }

  private renderNotice(): TemplateResult {
    const { phase, language } = this.state;
    if (phase === 'empty') return html`<p role="status">${this.words.empty}</p>`;
    const isHelpful = this.disabled.value?.has('voices-help') !== true;
    return html`<p role="status">${this.words.voiceless(language)}</p>
      ${
        isHelpful
          ? html`<button class="button" type="button" @click=${() => this.dispatchEvent(new CommandChosenEvent('voices-help'))}>
              ${this.words.help}
            </button>`
          : nothing
      }`;
  }

  private tell(step: AloudStep): void {
    this.dispatchEvent(new AloudStepEvent(step));
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.tell({ kind: 'stop' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-aloud-bar': OpAloudBar;
  }
}
