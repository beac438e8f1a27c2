import { readSettings } from '#db/queries/settings.ts';
import type { ReadContext, TaskContext } from '../context.ts';

/** Lets a reading service run in the task process, on the task's own connection. */
export function asReport<I, O>(
  read: (ctx: ReadContext, input: I) => Promise<O>,
): (ctx: TaskContext, input: I) => Promise<O> {
  return async (ctx, input) => {
    const { db } = ctx.open();
    const { settings } = await readSettings(db);
    const { clock, ids, shop } = ctx;
    return read({ clock, ids, shop, settings, today: clock.today(), db }, input);
  };
}
