/** Words for a library that holds the handbook alone. */
export const firstSteps = {
  title: 'Bring your first archive',
  intro: 'One sync fetches all of it; from then on no network is needed. The handbook is here already.',
  address: 'By its address…',
  file: 'From a file…',
  folder: 'From a folder…',
  network: 'Network first…',
};
