import { asReport } from '../../tasks/report.ts';
import { correctSale } from './corrections.ts';
import { lockedSale } from './locked-sale.ts';
import { changesOf, handOver, lockOn, packsOf, unlock } from './periods.ts';

/** What main does for what was handed over. */
export const periodHandlers = {
  'accountant.lockOn': lockOn,
  'accountant.lockedSale': lockedSale,
  'accountant.handOver': handOver,
  'accountant.unlock': unlock,
  'accountant.correct': correctSale,
};

/** What the task process reads of it. */
export const periodTasks = {
  'accountant.packs': asReport(packsOf),
  'accountant.changes': asReport(changesOf),
};
