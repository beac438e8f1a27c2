import { asReport } from '../../tasks/report.ts';
import { exportInteractions } from '../exports/interactions.ts';
import { collectVoices } from './voices.ts';

/** What the task process does for this area. */
export const interactionTasks = {
  'interactions.voices': asReport(collectVoices),
  'interactions.export': exportInteractions,
};
