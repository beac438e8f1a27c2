import { asReport } from '../../tasks/report.ts';
import { exportOwed } from '../exports/owed.ts';
import { owedList } from './owed.ts';

/** What the task process does for this area. */
export const paymentTasks = {
  'payments.owed': asReport(owedList),
  'payments.export': exportOwed,
};
