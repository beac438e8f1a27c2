import { customerFacets } from '#db/queries/customers/list.ts';
import { summarizeSales } from '#db/queries/sales/list.ts';
import type { ChannelsOf, Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../context.ts';
import { periodTasks } from '../services/accountant/period-handlers.ts';
import { accountantTasks } from '../services/accountant/tasks.ts';
import { checkBackups } from '../services/backups/check.ts';
import { saveCopyTo } from '../services/backups/copy-to.ts';
import { listOwnCopies } from '../services/backups/list.ts';
import { fillSecond } from '../services/backups/second-folder.ts';
import { makeBackupTask } from '../services/backups.ts';
import { campaignTasks } from '../services/campaigns/tasks.ts';
import { complaintTasks } from '../services/complaints/tasks.ts';
import { customersHealth } from '../services/customers/health.ts';
import { countFields } from '../services/customers/own-fields.ts';
import { samePersonTasks } from '../services/customers/same.ts';
import { exportCustomers } from '../services/exports/customers.ts';
import { bringBack } from '../services/exports/everything/bring-back.ts';
import { exportEverything } from '../services/exports/everything/export-everything.ts';
import { exportProspects } from '../services/exports/prospects.ts';
import { exportSales } from '../services/exports/sales.ts';
import { feedbackTasks } from '../services/feedback/tasks.ts';
import { followUpTasks } from '../services/follow-ups/tasks.ts';
import { guaranteeTasks } from '../services/guarantee/tasks.ts';
import { handoverTasks } from '../services/handover/tasks.ts';
import { helpTasks } from '../services/help/first-week.ts';
import { importTasks } from '../services/imports/tasks.ts';
import { monthSoFar } from '../services/insights/month.ts';
import { outlookTasks } from '../services/insights/outlook/tasks.ts';
import { refreshAll } from '../services/insights/refresh.ts';
import { reportTasks } from '../services/insights/report/tasks.ts';
import { shopRfm } from '../services/insights/rfm.ts';
import { shopPyramid, shopSales, shopWorth } from '../services/insights/shop-worth.ts';
import { slippingCustomers } from '../services/insights/slipping.ts';
import { insightsTabTasks } from '../services/insights/tabs.ts';
import { interactionTasks } from '../services/interactions/tasks.ts';
import { loyaltyTasks } from '../services/loyalty/tasks.ts';
import { passwordTasks } from '../services/password/tasks.ts';
import { paymentTasks } from '../services/payments/tasks.ts';
import { privacyTasks } from '../services/privacy/tasks.ts';
import { productTasks } from '../services/products/tasks.ts';
import { offerTasks } from '../services/prospects/offer.ts';
import { restoreTasks } from '../services/restore/tasks.ts';
import { salesPaperTasks } from '../services/sales/paper/tasks.ts';
import { sampleTasks } from '../services/sample/tasks.ts';
import { asReckoned } from '../services/segments/as-reckoned.ts';
import { customerPage, customerSummary } from '../services/segments/listed.ts';
import { segmentTasks } from '../services/segments/tasks.ts';
import { targetOf } from '../services/targets/targets.ts';
import { trashTasks } from '../services/trash/tasks.ts';
import type { PreparedOf } from './prepared.ts';
import { asReport } from './report.ts';

type TaskName = ChannelsOf<'task' | 'report'>;
type TaskHandlers = {
  [N in TaskName]: (
    ctx: TaskContext,
    input: Parsed<N>,
    prepared: PreparedOf<N>,
  ) => Promise<Output<N>>;
};

/** What the task process can do. A channel without its handler does not compile. */
export const taskHandlers = {
  ...periodTasks,
  ...accountantTasks,
  ...guaranteeTasks,
  ...campaignTasks,
  ...feedbackTasks,
  ...loyaltyTasks,
  ...complaintTasks,
  ...samePersonTasks,
  ...followUpTasks,
  ...interactionTasks,
  ...handoverTasks,
  ...helpTasks,
  ...importTasks,
  ...insightsTabTasks,
  ...outlookTasks,
  ...passwordTasks,
  ...paymentTasks,
  ...privacyTasks,
  ...productTasks,
  ...reportTasks,
  ...restoreTasks,
  ...offerTasks,
  ...salesPaperTasks,
  ...segmentTasks,
  ...sampleTasks,
  ...trashTasks,
  'customers.export': exportCustomers,
  'sales.export': exportSales,
  'exports.everything': exportEverything,
  'exports.bringBack': bringBack,
  'prospects.export': exportProspects,
  'customers.health': customersHealth,
  'customers.fieldCounts': asReport(countFields),
  'customers.facets': asReport((ctx) => customerFacets(ctx.db)),
  'customers.summary': asReckoned(customerSummary),
  'customers.reckoned': asReckoned(customerPage),
  'backups.check': checkBackups,
  'backups.list': listOwnCopies,
  'backups.make': makeBackupTask,
  'backups.saveTo': saveCopyTo,
  'backups.fillSecond': fillSecond,
  'insights.refresh': refreshAll,
  'insights.worth': asReport(shopWorth),
  'insights.slipping': asReport(slippingCustomers),
  'insights.month': asReport(monthSoFar),
  'sales.summary': asReport((ctx, { filter }) => summarizeSales(ctx.db, filter, ctx.today)),
  'targets.get': asReport(targetOf),
  'insights.pyramid': asReport(shopPyramid),
  'insights.rfm': asReport(shopRfm),
  'insights.sales': asReport(shopSales),
} satisfies TaskHandlers;

export function isTaskChannel(name: string): name is TaskName {
  return Object.hasOwn(taskHandlers, name);
}
