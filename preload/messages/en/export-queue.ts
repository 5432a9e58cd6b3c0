import { createForms } from '../forms.ts';

const { counted } = createForms('en');

/** Words for the list of exports that wait, run or have ended. */
export const exportQueue = {
  title: 'Exports',
  none: 'No exports',
  waiting: 'Waiting for its turn',
  andOthers: (count: number) => counted(count, 'more export', 'more exports'),
  remove: 'Remove from the list',
  open: 'Open',
  details: 'Details',
  retry: 'Try these again',
  leftOut: (count: number) => `${counted(count, 'article', 'articles')} left out`,
  quitQuestion: (count: number) => `${counted(count, 'export is', 'exports are')} not finished`,
  quitDetail:
    'If you stop, the files that are finished stay, nothing half-written is left, and the exports do not begin again by themselves.',
  keepRunning: 'Keep running',
  stopAndQuit: 'Stop exports and close',
};
