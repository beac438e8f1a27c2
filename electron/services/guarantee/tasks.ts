import { asReport } from '../../tasks/report.ts';
import { expiring } from './expiring.ts';

/** What the task process does for this area. */
export const guaranteeTasks = {
  'guarantee.expiring': asReport(expiring),
};
