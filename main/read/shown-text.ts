import type { ShownScript } from '#preload/contract/settings-types.ts';

/** How texts are written for the reader, whatever script they were published in. Languages are BCP 47. */
export interface ShownText {
  /** Other languages than Chinese stay as they are. */
  convert(text: string, language: string): string;
  /** The language of a text after it was converted. */
  languageOf(language: string): string;
}

export const textAsPublished: ShownText = { convert: (text) => text, languageOf: (language) => language };

type Convert = (text: string) => string;

/** Dictionaries take a tenth of a second to prepare and are loaded for the reader who asks for them. */
async function loadConverter(script: Exclude<ShownScript, 'published'>): Promise<Convert> {
  if (script === 'zh-Hans') {
    const { Converter } = await import('opencc-js/t2cn');
    return Converter({ from: 't', to: 'cn' });
  }
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: script === 'zh-Hant-TW' ? 'tw' : 'hk' });
}

/** Whether a text of the language may hold what is written otherwise in the script; what nobody could tell may. */
function isConverted(language: string, script: ShownScript): boolean {
  if (language === 'und' || language === 'zh') return true;
  if (!/^zh\b/iu.test(language)) return false;
  const isTraditional = /hant|tw|hk|mo/iu.test(language);
  return isTraditional === (script === 'zh-Hans');
}

export async function createShownText(script: ShownScript): Promise<ShownText> {
  if (script === 'published') return textAsPublished;
  const convert = await loadConverter(script);
  return {
    convert: (text, language) => (isConverted(language, script) ? convert(text) : text),
    languageOf: (language) => (language !== 'und' && isConverted(language, script) ? script : language),
  };
}
