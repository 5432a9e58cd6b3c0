import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SpokenText } from '#preload/contract/aloud-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import type { AloudStep } from '#renderer/events/aloud-step-event.ts';
import { silent } from '#renderer/state/aloud-state.ts';
import type { AloudState } from '#renderer/state/aloud-state.ts';
import { keepSpeechChoices, readSpeechChoices } from '#renderer/state/kept-speech.ts';
import type { SpeechChoices } from '#renderer/state/kept-speech.ts';
import { languageOfText, sentenceAt, sentencesOf } from '#renderer/state/sentences.ts';
import { speechKey, voiceFor } from '#renderer/state/voices.ts';
import type { SpeechEngine } from './system-speech.ts';

interface AloudParts {
  client(): BridgeClient;
  readonly engine: SpeechEngine;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** The article that the frame shows; null where it shows none. */
  articleId(): string | null;
}

/** How often a document that is on its way is asked for, and how long it is waited for. */
const askEveryMs = 150;
const patienceMs = 4_000;
const settledAfterMs = 150;

/** Reads the article aloud, sentence by sentence, and shows in it which one is read. */
export class AloudController implements ReactiveController {
  state: AloudState = silent;
  choices: SpeechChoices;
  private readonly host: ReactiveControllerHost;
  private readonly parts: AloudParts;
  private articleId: string | null = null;
  /** Whether a sentence may be highlighted in the frame. */
  private isMarked = false;
  /** Another number: what was begun before is not to go on. */
  private turn = 0;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, parts: AloudParts) {
    this.host = host;
    this.parts = parts;
    this.choices = readSpeechChoices(parts.storage);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.handleEnd);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.handleEnd);
    this.stop();
    this.stopListening?.();
    this.stopListening = null;
  }

  take(step: AloudStep): void {
    if (step.kind === 'toggle') this.toggle();
    else if (step.kind === 'stop') this.stop();
    else if (step.kind === 'speed') this.choose({ ...this.choices, speed: step.speed });
    else if (step.kind === 'voice')
      this.choose({ ...this.choices, voices: { ...this.choices.voices, [speechKey(this.state.language)]: step.id } });
    else this.step(step.kind === 'next' ? 1 : -1);
  }

  /** Begins, pauses or goes on; a sentence that was broken off is read from its beginning. */
  toggle(): void {
    const { phase, at } = this.state;
    if (phase === 'speaking') this.pause();
    else if (phase === 'paused' || phase === 'failed') void this.readFrom(at);
    else if (phase !== 'waiting') void this.begin();
  }

  step(direction: 1 | -1): void {
    const { phase, at, sentences } = this.state;
    const next = at + direction;
    if (sentences.length === 0 || next < 0 || next >= sentences.length) return;
    if (phase === 'speaking' || phase === 'failed') void this.readFrom(next);
    else if (phase === 'paused') this.stand(next);
  }

  stop(): void {
    this.turn += 1;
    if (this.state.phase === 'off') return;
    this.parts.engine.stop();
    this.show(silent);
    void this.mark(null);
    this.articleId = null;
  }

  /** The frame shows a document anew: where it is another text, it is taken up at the same sentence. */
  async followDocument(): Promise<void> {
    const { turn } = this;
    // The document before is still there for a moment, and would be taken for it.
    await new Promise((resolve) => setTimeout(resolve, settledAfterMs));
    if (turn !== this.turn || !this.isReading || (await this.mark(this.state.at)) || turn !== this.turn) return;
    await this.takeUp();
  }

  private get isReading(): boolean {
    return this.state.phase === 'speaking' || this.state.phase === 'paused';
  }

  /** Goes on in the text that is shown now; where the sentence is still the same, nothing of it is read again. */
  private async takeUp(): Promise<void> {
    const { turn } = this;
    const text = await this.askForText(turn);
    if (turn !== this.turn || !this.isReading) return;
    const { phase, at } = this.state;
    const before = this.state.sentences[at]?.text;
    this.show({ ...this.state, sentences: text ? sentencesOf(text) : [] });
    const now = this.state.sentences[at]?.text;
    if (now === undefined) this.stop();
    else if (phase === 'paused') this.stand(at);
    else if (now !== before) void this.readFrom(at);
  }

  private async begin(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    this.articleId = this.parts.articleId();
    if (this.articleId === null) return;
    this.listen();
    this.show({ ...silent, phase: 'waiting' });
    const [voices, text] = await Promise.all([this.parts.engine.voices(), this.askForText(turn)]);
    if (turn !== this.turn) return;
    const sentences = text ? sentencesOf(text) : [];
    if (!text || sentences.length === 0) {
      this.show({ ...silent, phase: 'empty' });
      return;
    }
    const language = languageOfText(text);
    const hasVoice = voiceFor(voices, language, {}) !== null;
    const at = sentenceAt(sentences, text.start);
    this.show({ phase: hasVoice ? 'waiting' : 'voiceless', sentences, at, language, voices });
    if (hasVoice) await this.readFrom(at);
  }

  /** Goes on from sentence to sentence until the last one, or until it is told otherwise. */
  private async readFrom(first: number): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    for (let at = first; at < this.state.sentences.length; at += 1) {
      this.show({ ...this.state, phase: 'speaking', at });
      void this.showSentence(at);
      const end = await this.say(at);
      if (turn !== this.turn) return;
      if (end !== 'ended') {
        this.show({ ...this.state, phase: end === 'failed' ? 'failed' : 'paused' });
        return;
      }
    }
    this.stop();
  }

  /** The document may be another by now. */
  private async showSentence(at: number): Promise<void> {
    const { turn } = this;
    const isShown = await this.mark(at);
    if (!isShown && turn === this.turn && this.state.at === at && this.isReading) await this.takeUp();
  }

  private async say(at: number): ReturnType<SpeechEngine['say']> {
    const { sentences, voices, language } = this.state;
    const sentence = sentences[at];
    const { speed, voices: chosen } = this.choices;
    const voice = sentence && (voiceFor(voices, sentence.language, chosen) ?? voiceFor(voices, language, chosen));
    return voice ? this.parts.engine.say({ text: sentence.text, voice, speed }) : 'failed';
  }

  private pause(): void {
    this.stand(this.state.at);
    this.parts.engine.stop();
  }

  /** At a sentence, without a sound. */
  private stand(at: number): void {
    this.turn += 1;
    this.show({ ...this.state, phase: 'paused', at });
    void this.mark(at);
  }

  private choose(choices: SpeechChoices): void {
    this.choices = choices;
    keepSpeechChoices(this.parts.storage, choices);
    this.host.requestUpdate();
    if (this.state.phase === 'speaking') void this.readFrom(this.state.at);
  }

  /** False where the frame shows something else; also where it could not be asked, as on its way. */
  private async mark(at: number | null): Promise<boolean> {
    const { articleId: id } = this;
    if (id === null) return false;
    const sentence = at === null ? undefined : this.state.sentences[at];
    const { block, start, end, text } = sentence ?? { block: 0, start: 0, end: 0, text: '' };
    const passage = sentence ? { block, start, end, text } : null;
    if (!passage && !this.isMarked) return false;
    this.isMarked = passage !== null;
    return this.parts
      .client()
      .call('reading.showPassage', { id, passage })
      .catch(() => false);
  }

  private async askForText(turn: number): Promise<SpokenText | null> {
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += askEveryMs) {
      const { articleId: id } = this;
      if (id === null || turn !== this.turn) return null;
      const text = await this.parts
        .client()
        .call('reading.text', { id })
        .catch(() => null);
      if (text) return text;
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    }
    return null;
  }

  private listen(): void {
    this.stopListening ??= this.parts.client().on('window.hidden', this.handleEnd);
  }

  private show(state: AloudState): void {
    this.state = state;
    this.host.requestUpdate();
  }

  private readonly handleEnd = (): void => this.stop();
}
