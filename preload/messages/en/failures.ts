import type { FailureCatalogue } from '../failure-words.ts';
import { updateFailures } from './update-failures.ts';

const kept = 'Everything already in your library is safe and readable.';
const notAround = 'The proxy was not gone around, and your library is safe.';
const notAdded = 'Nothing was added and nothing was changed.';
const tryAgain = { label: 'Try again', hint: 'What was fetched so far is kept; a new sync goes on from there.' };
const checkAddress = { label: 'Check the address', hint: 'Correct it and try once more.' };
const skipped = 'The page was skipped; all other pages were taken.';
const report = { label: 'Try again', hint: 'If it happens again, report it with the technical details below.' };

export const failures: FailureCatalogue = {
  'bad-input': {
    title: () => 'Offprint could not use what was entered',
    safe: notAdded,
    step: { label: 'Change it', hint: 'Shorten or correct it and try once more.' },
  },
  'not-allowed': {
    title: () => 'This is not allowed',
    safe: 'Nothing was opened and nothing was changed.',
    step: { label: 'Go back', hint: 'Only web and mail addresses can be opened outside.' },
  },
  cancelled: {
    title: () => 'Cancelled',
    safe: 'What was fetched until then is kept.',
    step: { label: 'Start again', hint: 'It goes on from where it stopped.' },
  },
  'not-found': {
    title: () => 'This is no longer in the library',
    safe: 'The rest of your library is unchanged.',
    step: { label: 'Back to the list', hint: 'The archive it belonged to may have been removed.' },
  },
  internal: { title: () => 'Something went wrong inside Offprint', safe: kept, step: report },
  'origin-not-understood': {
    title: (p) =>
      p.origin === undefined ? 'This is neither an address nor a folder' : `“${p.origin}” is neither an address nor a folder`,
    safe: notAdded,
    step: { label: 'Check the address', hint: 'Give an address that begins with https://, or the full path of a folder.' },
  },
  'archive-exists': {
    title: (p) =>
      p.name === undefined ? 'This archive is already in the library' : `This archive is already in the library as “${p.name}”`,
    safe: notAdded,
    step: { label: 'Sync it instead', hint: 'A sync brings its newest state.' },
  },
  'not-a-repository': {
    title: () => 'There is no Git repository at this address',
    safe: notAdded,
    step: {
      label: 'Check the address',
      hint: 'Use the address that the archive gives for cloning. Where it worked before, a sign-in page of the network may stand in between.',
    },
  },
  'origin-not-found': {
    title: (p) => (p.host === undefined ? 'Nothing was found at this address' : `${p.host} has nothing at this address`),
    safe: kept,
    step: checkAddress,
  },
  'origin-needs-login': {
    title: (p) =>
      p.login === 'refused'
        ? `${p.host ?? 'The server'} does not accept the name and password`
        : `${p.host ?? 'The server'} asks for a name and a password`,
    safe: kept,
    step: { label: 'Sign in…', hint: 'Sign in with what this server knows you by. A mistyped address can also lead here.' },
  },
  'origin-forbidden': {
    title: (p) => `${p.host ?? 'The server'} refuses to give this out`,
    safe: kept,
    step: {
      label: 'Try again later',
      hint: 'It may be closed to this place or this network; another network, a proxy or a mirror may help.',
    },
  },
  'empty-repository': {
    title: () => 'The repository is empty',
    safe: notAdded,
    step: { label: 'Try again later', hint: 'Nothing has been published there yet.' },
  },
  'no-pages': {
    title: () => 'No pages to read were found there',
    safe: notAdded,
    step: { label: 'Check the address', hint: 'An archive holds Markdown or HTML pages.' },
  },
  'host-not-found': {
    title: (p) => (p.host === undefined ? 'The server was not found' : `The server ${p.host} was not found`),
    safe: kept,
    step: { label: 'Try again', hint: 'Check the network connection and the spelling of the address.' },
  },
  'connection-failed': {
    title: (p) => `No connection to ${p.host ?? 'the server'}`,
    safe: kept,
    step: { label: 'Try again', hint: 'Check the network connection; the server may be out of reach from here.' },
  },
  'tls-failed': {
    title: (p) => `The connection to ${p.host ?? 'the server'} is not secure`,
    safe: 'Offprint stopped before anything was sent. Your library is safe.',
    step: {
      label: 'Try again',
      hint: 'Check the clock of this computer. Someone on the way may be reading along; another network may help.',
    },
  },
  'timed-out': { title: (p) => `${p.host ?? 'The server'} did not answer in time`, safe: kept, step: tryAgain },
  'too-many-requests': {
    title: (p) =>
      `${p.host ?? 'The server'} asks for a pause${p.retryAfterSeconds === undefined ? '' : ` of ${p.retryAfterSeconds} s`}`,
    safe: kept,
    step: { label: 'Try again later', hint: 'It limits how often it may be asked. Wait a few minutes.' },
  },
  'server-failed': {
    title: (p) => `${p.host ?? 'The server'} reported a fault of its own${p.status === undefined ? '' : ` (${p.status})`}`,
    safe: kept,
    step: { label: 'Try again later', hint: 'Nothing needs to be changed here.' },
  },
  'bad-response': {
    title: (p) => `${p.host ?? 'The server'} sent an answer that makes no sense`,
    safe: kept,
    step: { label: 'Try again', hint: 'A sign-in page of the network may stand in between.' },
  },
  'damaged-transfer': {
    title: () => 'The data arrived damaged',
    safe: 'Nothing of it was stored. Your library is safe.',
    step: { label: 'Try again', hint: 'Only what was damaged is fetched again.' },
  },
  'too-large': {
    title: () => 'The archive is larger than Offprint accepts',
    safe: kept,
    step: { label: 'Choose another archive', hint: 'The limit protects the disk of this computer.' },
  },
  'proxy-failed': {
    title: (p) => `The proxy ${p.proxy ?? 'that is set'} cannot be reached`,
    safe: notAround,
    step: { label: 'Try again', hint: 'Check that the proxy is running, and the setting under Network.' },
  },
  'proxy-needs-login': {
    title: (p) => `The proxy ${p.proxy ?? 'that is set'} does not accept the login`,
    safe: notAround,
    step: { label: 'Try again', hint: 'Enter its user name and password under Network.' },
  },
  'proxy-refused': {
    title: (p) => `The proxy ${p.proxy ?? 'that is set'} did not connect to ${p.host ?? 'the server'}`,
    safe: notAround,
    step: { label: 'Try again', hint: 'The server may be out of reach from there, or the proxy may not allow it.' },
  },
  'proxy-script-failed': {
    title: () => 'The script that chooses the proxy could not be used',
    safe: notAround,
    step: { label: 'Try again', hint: 'Check its address under Network.' },
  },
  'certificate-file-unusable': {
    title: (p) => `The certificates ${p.name === undefined ? 'that were added' : `in “${p.name}”`} cannot be used`,
    safe: 'Nothing was sent. Your library is safe.',
    step: { label: 'Try again', hint: 'Choose a PEM file under Network, or leave it out.' },
  },
  'library-busy': {
    title: () => 'The library is in use',
    safe: kept,
    step: { label: 'Try again', hint: 'Wait until the running sync is done, or close the other Offprint window.' },
  },
  'library-newer': {
    title: () => 'The library was written by a newer Offprint',
    safe: 'It was not touched.',
    step: { label: 'Update Offprint', hint: 'The newer version can open it.' },
  },
  'library-damaged': {
    title: () => 'The library file is damaged',
    safe: 'Bookmarks and notes are kept in a file of their own.',
    step: { label: 'Sync again', hint: 'Articles can be fetched again from their archives.' },
  },
  'library-read-only': {
    title: () => 'The library cannot be written to',
    safe: 'Everything can still be read.',
    step: { label: 'Check the folder', hint: 'The folder of the library may be write-protected.' },
  },
  'disk-full': {
    title: () => 'The disk is full',
    safe: 'Everything stored until then is kept.',
    step: { label: 'Try again', hint: 'Make some room on the disk first.' },
  },
  'disk-failed': {
    title: () => 'The disk cannot be read or written',
    safe: 'Everything stored until then is kept.',
    step: { label: 'Try again', hint: 'Check the disk: it may have been unplugged, or it may be failing.' },
  },
  'no-pdf-viewer': {
    title: () => 'This system has no program that opens PDF files',
    safe: 'Nothing was sent to a printer.',
    step: { label: 'Export as PDF', hint: 'Export the article as a PDF and print it from a program of your choice.' },
  },
  'place-not-writable': {
    title: ({ file }) => `${file === undefined ? 'The file' : `“${file}”`} cannot be written there`,
    safe: 'Nothing was changed in the library.',
    step: { label: 'Choose another place', hint: 'The folder may be missing or write-protected: choose another one.' },
  },
  ...updateFailures,
  'page-not-text': {
    title: (p) => `${p.path ?? 'A page'} is not text`,
    safe: skipped,
    step: { label: 'Carry on', hint: 'Its writing system could not be told.' },
  },
  'page-too-large': {
    title: (p) => `${p.path ?? 'A page'} is too large`,
    safe: skipped,
    step: { label: 'Carry on', hint: 'Pages of this size are rarely meant to be read.' },
  },
  'page-unreadable': {
    title: (p) => `${p.path ?? 'A page'} could not be read`,
    safe: skipped,
    step: { label: 'Carry on', hint: 'The next sync tries it again if it changes.' },
  },
};
