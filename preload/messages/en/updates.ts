import { createForms } from '../forms.ts';

const { size } = createForms('en');

/** Words for new versions of Offprint itself. */
export const updates = {
  open: 'New versions…',
  title: 'New versions of Offprint',
  notice: (version: string) => `Version ${version} is there`,
  running: (version: string) => `This is version ${version}.`,
  choice: 'Look for new versions',
  choices: {
    off: 'Never by itself',
    notify: 'Once a day, and tell me',
    automatic: 'Once a day, and have it ready',
  },
  choiceHint:
    'Unless you choose otherwise, Offprint asks nobody. What it asks says nothing about you, your system or your version.',
  states: {
    idle: 'Not looked yet.',
    checkedAt: (at: string) => `Nothing newer on ${at}.`,
    checking: 'Looking for a new version…',
    available: (version: string, bytes: number) => `Version ${version} is there (${size(bytes)}).`,
    downloading: (version: string, received: number, bytes: number) =>
      `Fetching version ${version}: ${size(received)} of ${size(bytes)}.`,
    ready: (version: string) => `Version ${version} is here and its signature is good.`,
  },
  progress: 'How much of the new version has come',
  notes: 'What is new',
  check: 'Look now',
  download: 'Fetch',
  cancel: 'Stop',
  install: 'Install and start again',
  takeFile: 'Install from a file…',
  takeFileHint:
    'A package with offprint-update.json beside it, from a stick for example. It is verified like one from the network.',
  mirrors: 'Places to ask first, one address a line',
  mirrorsHint: 'Any mirror will do: what it serves is believed for its signature alone.',
  noPlace: 'This build knows no place to ask. Name one below, or install from a file.',
  byHand: {
    nsis: '',
    appimage: '',
    mac: '',
    deb: 'This Offprint came as a .deb: install the new one with “sudo apt install ./FILE”. Your library stays as it is.',
    rpm: 'This Offprint came as an .rpm: install the new one with “sudo dnf install ./FILE”. Your library stays as it is.',
    folder:
      'This Offprint is a folder: unpack the new one beside it and use that. Before you delete the old folder, see that your library does not lie in it.',
    development: 'This Offprint runs from its sources, which are updated with Git.',
  },
  verifiedFile: 'The verified file:',
  save: 'Save',
  close: 'Close',
};
