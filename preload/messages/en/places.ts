import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words for the places an archive comes from, for what can be done with it, and for the versions of its articles. */
export const places = {
  menu: {
    label: (name: string) => `Actions for ${name}`,
    open: (name: string) => `More actions for ${name}`,
    sync: 'Sync',
    places: 'Places…',
    pictures: 'Pictures',
    picturesAll: 'All',
    picturesOpened: 'Of what I open or bookmark',
    picturesNone: 'None',
    completeness: 'Completeness…',
    syncLog: 'Log of syncs…',
    share: 'Share as a file…',
    remove: 'Remove…',
  },
  versions: {
    label: 'Earlier versions',
    current: 'As it is now',
    until: (moment: string) => `Until ${moment}`,
  },
  files: {
    archives: 'Archives in a file',
    bundle: 'Archive in one file',
    all: 'All files',
  },
  sharing: {
    title: (name: string) => `Share “${name}” as a file`,
    starting: 'Collecting the pages…',
    writing: (done: number, total: number) => `Writing page ${number(done)} of ${number(total)}`,
    progress: 'Pages written',
    doneTitle: 'The file is written',
    doneHint:
      'Whoever gets it can add it in Offprint or clone it with Git. It holds the pages of the archive: no pictures, and nothing of yours.',
    cancel: 'Cancel',
    close: 'Close',
  },
  edit: {
    title: (name: string) => `Places of “${name}”`,
    intro: 'A sync asks them from the top. Articles, bookmarks and read marks stay, whatever you change here.',
    label: 'Addresses, folders or files, one per line',
    missing: 'Enter at least one place.',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
  },
  choose: {
    file: 'Choose file…',
    folder: 'Choose folder…',
  },
  add: {
    mirrors: 'Mirrors (optional)',
    mirrorsHint: 'Other addresses of the same archive, one per line. They are asked where the first does not answer.',
    offered: 'A link or file offers this archive. Nothing is added or requested before you say so.',
    refused: (name: string) => `“${name}” holds no archive. Drop a folder, a .zip, .tar.gz or .bundle file, or a link.`,
    several: 'Drop one archive at a time.',
  },
  drop: {
    title: 'Drop it to add it as an archive',
    hint: 'A folder, a .zip, .tar.gz or .bundle file, or a link',
  },
};
