import { countHealth } from '#db/queries/customers/health.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TaskContext } from '../../context.ts';
import { keptOrMade } from '../insights/kept.ts';

/** How complete, how old and how doubtful what is known of the customers is; kept until something is written. */
export function customersHealth(ctx: TaskContext): Promise<Output<'customers.health'>> {
  const today = ctx.clock.today();
  return keptOrMade(ctx, `health 1 ${today}`, () => countHealth(ctx.open().db, today));
}
