import { eraseOne, surveyErasure } from './erase.ts';
import { exportLog } from './export-log.ts';
import { handOut } from './person-file/hand-out.ts';

/** What of privacy runs in the task process. */
export const privacyTasks = {
  'privacy.survey': surveyErasure,
  'privacy.erase': eraseOne,
  'privacy.handOut': handOut,
  'privacy.exportLog': exportLog,
};
