import type { Sentence } from './sentences.ts';
import type { Voice } from './voices.ts';

/**
 * 'voiceless': no voice of this machine speaks the language of the article. 'empty': there is nothing to read. 'failed': the voice
 * could not say it.
 */
export type AloudPhase = 'off' | 'waiting' | 'speaking' | 'paused' | 'voiceless' | 'empty' | 'failed';

/** How far reading aloud has come. */
export interface AloudState {
  readonly phase: AloudPhase;
  readonly sentences: readonly Sentence[];
  /** Place of the sentence that is read. */
  readonly at: number;
  /** Of the article. */
  readonly language: string;
  readonly voices: readonly Voice[];
}

export const silent: AloudState = { phase: 'off', sentences: [], at: 0, language: '', voices: [] };
