import { asReport } from '../../tasks/report.ts';
import { removeOld } from './age.ts';
import { countKinds, listPage } from './list.ts';
import { removeTrash, surveyTrash } from './remove.ts';
import { restoreTrash } from './restore.ts';

/** What of the trash runs in the task process. */
export const trashTasks = {
  'trash.list': asReport(listPage),
  'trash.counts': asReport(countKinds),
  'trash.restore': restoreTrash,
  'trash.survey': surveyTrash,
  'trash.remove': removeTrash,
  'trash.removeOld': removeOld,
};
