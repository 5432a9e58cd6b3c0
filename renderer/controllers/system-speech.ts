import { offlineVoices } from '#renderer/state/voices.ts';
import type { SystemVoice, Voice } from '#renderer/state/voices.ts';

export interface Saying {
  readonly text: string;
  readonly voice: Voice;
  /** Of the usual speed. */
  readonly speed: number;
}

/** 'stopped': something else was said, or nothing was to be said any longer. */
export type SayingEnd = 'ended' | 'failed' | 'stopped';

export interface SpeechEngine {
  /** Waits a moment for them: a system names its voices when it is asked for the first time. */
  voices(): Promise<readonly Voice[]>;
  /** Ends what was being said before. */
  say(saying: Saying): Promise<SayingEnd>;
  stop(): void;
}

const voicesWithinMs = 1_500;

const untilNamed = (speech: SpeechSynthesis): Promise<unknown> =>
  new Promise((resolve) => {
    setTimeout(resolve, voicesWithinMs);
    speech.addEventListener('voiceschanged', resolve, { once: true });
  });

/** The system's voices, through the browser; none that would send the text anywhere. */
export const createSystemSpeech = (speech: () => SpeechSynthesis): SpeechEngine => {
  let stopLast: () => void = () => undefined;
  // Held as long as it is spoken: what nobody holds is collected, and its end is never told.
  let current: SpeechSynthesisUtterance | null = null;

  const stop = (): void => {
    stopLast();
    stopLast = () => undefined;
    current = null;
    speech().cancel();
  };

  return {
    voices: async () => {
      if (speech().getVoices().length === 0) await untilNamed(speech());
      return offlineVoices(speech().getVoices());
    },
    say: ({ text, voice, speed }) => {
      stop();
      // Without a voice of its own the engine would take whichever the system has.
      const own = speech()
        .getVoices()
        .find((one: SystemVoice) => one.voiceURI === voice.id && one.localService);
      if (!own) return Promise.resolve('failed');
      return new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = own;
        utterance.lang = own.lang;
        utterance.rate = speed;
        utterance.addEventListener('end', () => resolve('ended'));
        utterance.addEventListener('error', ({ error }) =>
          resolve(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed'),
        );
        stopLast = () => resolve('stopped');
        current = utterance;
        speech().speak(current);
      });
    },
    stop,
  };
};
