const storageKey = 'offprint.reading-aloud';

/** Of the usual speed. */
export const speechSpeeds = [0.6, 0.8, 1, 1.2, 1.4, 1.7, 2, 2.5] as const;

/** How the reader wants to be read to on this machine; voices of another one have other names. */
export interface SpeechChoices {
  readonly speed: number;
  /** Ids of voices by `speechKey`. */
  readonly voices: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is not understood is as it comes. */
export const readSpeechChoices = (storage: Pick<Storage, 'getItem'>): SpeechChoices => {
  let kept: unknown = null;
  try {
    kept = JSON.parse(storage.getItem(storageKey) ?? '{}');
  } catch {
    kept = null;
  }
  const { speed, voices } = isRecord(kept) ? kept : {};
  const pairs = isRecord(voices) ? Object.entries(voices) : [];
  return {
    speed: speechSpeeds.find((one) => one === speed) ?? 1,
    voices: Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
  };
};

export const keepSpeechChoices = (storage: Pick<Storage, 'setItem'>, choices: SpeechChoices): void =>
  storage.setItem(storageKey, JSON.stringify(choices));
