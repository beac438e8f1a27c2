import { customerFacets, summarizeCustomers } from '#db/queries/customers-list.ts';
import type { ChannelsOf, Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../context.ts';
import { makeBackupTask } from '../services/backups.ts';
import { exportTasks } from '../services/exports/tasks.ts';
import { importTasks } from '../services/imports/tasks.ts';
import { refreshAll } from '../services/insights/refresh.ts';
import { shopPyramid, shopWorth } from '../services/insights/shop-worth.ts';
import { sampleTasks } from '../services/sample/tasks.ts';
import { asReport } from './report.ts';

type TaskName = ChannelsOf<'task' | 'report'>;
type TaskHandlers = {
  [N in TaskName]: (ctx: TaskContext, input: Parsed<N>, prepared: unknown) => Promise<Output<N>>;
};

/** What the task process can do. A channel without its handler does not compile. */
export const taskHandlers = {
  ...exportTasks,
  ...importTasks,
  ...sampleTasks,
  'customers.facets': asReport((ctx) => customerFacets(ctx.db)),
  'customers.summary': asReport((ctx, input) => summarizeCustomers(ctx.db, input.filter)),
  'backups.make': makeBackupTask,
  'insights.refresh': refreshAll,
  'insights.worth': asReport(shopWorth),
  'insights.pyramid': asReport(shopPyramid),
} satisfies TaskHandlers;

export function isTaskChannel(name: string): name is TaskName {
  return Object.hasOwn(taskHandlers, name);
}
