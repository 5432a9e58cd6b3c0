import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words of what opens over an article: its pictures, one at a time, and its notes. */
export const viewing = {
  pictures: 'Pictures of the article',
  picture: 'Picture',
  place: (place: number, count: number) => `${number(place)} of ${number(count)}`,
  scale: (scale: number) => `${number(Math.round(scale * 100))}%`,
  previous: 'Previous picture',
  next: 'Next picture',
  enlarge: 'Zoom in',
  shrink: 'Zoom out',
  fit: 'Fit to the window',
  actualSize: 'Actual size',
  caption: 'Caption',
  note: (name: string) => `Note ${name}`,
  goToNote: 'Go to the note',
  close: 'Close',
};
