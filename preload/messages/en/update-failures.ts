import type { UpdateFailureCatalogue } from '../failure-words.ts';

const kept = 'The version that is running stays as it is.';

export const updateFailures: UpdateFailureCatalogue = {
  'update-no-place': {
    title: () => 'No place is known to get new versions from',
    safe: kept,
    step: { label: 'Name a place', hint: 'Add the address of a mirror, or install from a file.' },
  },
  'update-unsigned': {
    title: () => 'The new version is not signed by the makers of Offprint',
    safe: kept,
    step: { label: 'Try another place', hint: 'It may have been tampered with. Nothing of it was used.' },
  },
  'update-replayed': {
    title: () => 'An old answer about new versions was shown again',
    safe: kept,
    step: { label: 'Try another place', hint: 'Somebody may want to keep this Offprint from being updated.' },
  },
  'update-older': {
    title: () => 'What is offered is not newer than this Offprint',
    safe: kept,
    step: { label: 'Carry on', hint: 'There is nothing to do.' },
  },
  'update-not-for-this': {
    title: () => 'The release has nothing that fits this computer',
    safe: kept,
    step: { label: 'Look at the downloads', hint: 'There may be a package of another kind.' },
  },
  'update-damaged': {
    title: () => 'The new version did not arrive intact',
    safe: kept,
    step: { label: 'Try again', hint: 'The damaged file was thrown away.' },
  },
  'update-not-installed': {
    title: () => 'The new version was not installed',
    safe: kept,
    step: { label: 'Install by hand', hint: 'It is not tried again by itself.' },
  },
};
