import { asReport } from '../../tasks/report.ts';
import { countKinds, listPage } from './list.ts';
import { restoreTrash } from './restore.ts';

/** What of the trash runs in the task process. */
export const trashTasks = {
  'trash.list': asReport(listPage),
  'trash.counts': asReport(countKinds),
  'trash.restore': restoreTrash,
};
