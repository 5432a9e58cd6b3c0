/** A voice of this machine. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** The system would take it. */
  readonly isDefault: boolean;
}

/** As browsers describe a voice. */
export interface SystemVoice {
  readonly voiceURI: string;
  readonly name: string;
  readonly lang: string;
  /** False where the text would be sent to a service. */
  readonly localService: boolean;
  readonly default: boolean;
}

/** Those that send nothing anywhere; every other one does not exist for this application. */
export const offlineVoices = (voices: readonly SystemVoice[]): readonly Voice[] =>
  voices
    .filter(({ localService }) => localService)
    .map(({ voiceURI, name, lang, default: isDefault }) => ({
      id: voiceURI,
      name,
      language: lang.replaceAll('_', '-'),
      isDefault,
    }));

/** Which kind of Chinese is spoken, and where. */
type Speech = 'mainland' | 'taiwan' | 'mandarin' | 'cantonese';

const chineseNames = new Set(['zh', 'cmn', 'yue']);
const partsOf = (language: string): readonly string[] => language.toLowerCase().split('-');
const isChinese = (language: string): boolean => chineseNames.has(partsOf(language)[0] ?? '');

/** What a voice speaks: those of Hong Kong and Macau are Cantonese voices, unless they say otherwise. */
const speechOf = (language: string): Speech => {
  const [primary, ...rest] = partsOf(language);
  if (primary === 'yue' || rest.includes('yue')) return 'cantonese';
  if (primary === 'zh' && (rest.includes('hk') || rest.includes('mo'))) return 'cantonese';
  if (rest.includes('tw')) return 'taiwan';
  return rest.some((part) => ['cn', 'sg', 'hans'].includes(part)) ? 'mainland' : 'mandarin';
};

/** For a text of the language, the best first; what is not here would read it in another language. */
const wantedSpeech = (language: string): readonly Speech[] => {
  const [primary, ...rest] = partsOf(language);
  if (primary === 'yue') return ['cantonese'];
  if (rest.includes('hk') || rest.includes('mo')) return ['cantonese', 'taiwan', 'mandarin', 'mainland'];
  if (rest.includes('hant') || rest.includes('tw')) return ['taiwan', 'mandarin', 'mainland', 'cantonese'];
  return ['mainland', 'mandarin', 'taiwan', 'cantonese'];
};

/** The smaller the better; null for a voice that does not speak the language. */
const rank = (voice: Voice, language: string): number | null => {
  const preference = voice.isDefault ? 0 : 0.5;
  if (isChinese(language)) {
    const place = isChinese(voice.language) ? wantedSpeech(language).indexOf(speechOf(voice.language)) : -1;
    return place < 0 ? null : place + preference;
  }
  const [primary, region] = partsOf(language);
  const [spoken, from] = partsOf(voice.language);
  if (primary !== spoken) return null;
  return (region !== undefined && region !== from ? 1 : 0) + preference;
};

/** Voices that speak the language, the best first; of equal ones the order of the system is kept. */
export const voicesFor = (voices: readonly Voice[], language: string): readonly Voice[] =>
  voices
    .flatMap((voice) => {
      const place = rank(voice, language);
      return place === null ? [] : [{ voice, place }];
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ voice }) => voice);

/** Of one choice of voice: the Chinese of each place is a language of its own here. */
export const speechKey = (language: string): string =>
  isChinese(language) ? `zh-${wantedSpeech(language)[0] ?? ''}` : (partsOf(language)[0] ?? '');

/** The reader's own choice for the language, as long as it is here, or else the best; null where no voice speaks it. */
export const voiceFor = (voices: readonly Voice[], language: string, choices: Readonly<Record<string, string>>): Voice | null =>
  voices.find(({ id }) => id === choices[speechKey(language)]) ?? voicesFor(voices, language)[0] ?? null;
