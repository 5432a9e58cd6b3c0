import { createForms } from '../forms.ts';

const { number, languageName } = createForms('en');

/** Words of reading aloud. */
export const aloud = {
  label: 'Reading aloud',
  start: 'Read aloud',
  pause: 'Pause',
  goOn: 'Go on',
  previous: 'Previous sentence',
  next: 'Next sentence',
  stop: 'Stop reading aloud',
  speed: 'Speed',
  voice: 'Voice',
  times: (speed: number) => `${number(speed)} ×`,
  voiceName: (name: string, language: string) => `${name} (${language})`,
  fitting: 'For this article',
  others: 'Other languages',
  count: (at: number, total: number) => `${number(at)} / ${number(total)}`,
  waiting: 'One moment…',
  voiceless: (language: string) =>
    `This computer has no offline voice for ${languageName(language)}. Voices that need a network are never used.`,
  help: 'How to install voices',
  empty: 'There is nothing here to read aloud.',
  failed: 'This voice could not read it. Choose another one.',
  /** As the part of the handbook is called. */
  handbookHeading: 'Reading aloud',
};
