import { createForms } from '../forms.ts';

const { size, counted } = createForms('en');

/** Words for what the application contacts, and for what can be seen of it from outside. */
export const privacy = {
  open: 'Privacy…',
  title: 'Privacy',
  promise:
    'While you read, search, print or copy, nothing is sent to anybody. Offprint contacts somebody in these cases only: when an archive is synced, its origin and the hosts of its pictures; when you ask for a picture, its host; when you test the network, the address of the test; and before each of these the proxy or the proxy script that is set.',
  connections: 'Contacted since the start',
  none: 'Nobody was contacted since Offprint was started.',
  inMemory: 'This list is kept in memory only and is gone when Offprint ends.',
  purposes: {
    archive: 'archive',
    pictures: 'pictures',
    'network-test': 'test of the network',
    'proxy-script': 'proxy script',
  },
  exchanged: (requests: number, down: number, up: number) =>
    `${counted(requests, 'request', 'requests')} · ${size(down)} received · ${size(up)} sent`,
  through: (host: string, proxy: string) => `${host}, through ${proxy}`,
  neverOpenLinks: 'Never open links outside Offprint',
  linksNeverOpened: 'Links are never opened: so it is set under Privacy. You can copy the address.',
  isTitleNeutral: 'A window title that says nothing',
  neutralTitle: 'Documents',
  quickHide: 'Key that hides and shows the window',
  noKey: 'None',
  wipe: 'Delete the library…',
  wipeTitle: 'Delete the whole library for good?',
  wipeBody:
    'All archives, articles and pictures, and all your bookmarks, read marks and settings are deleted from this computer, and Offprint ends. Nothing of it can be brought back.',
  wipeConfirm: 'Delete everything',
  cancel: 'Cancel',
  close: 'Close',
};
