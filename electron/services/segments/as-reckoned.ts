import type { ReadContext, TaskContext } from '../../context.ts';
import { asReport } from '../../tasks/report.ts';
import { peopleAhead } from '../insights/outlook/people-ahead.ts';
import type { Asking } from './reckoned.ts';

/** Like `asReport`, for what may ask whom something is expected of: that is made once and kept. */
export function asReckoned<I, O>(
  read: (ctx: ReadContext & Asking, input: I) => Promise<O>,
): (ctx: TaskContext, input: I) => Promise<O> {
  return (ctx, input) =>
    asReport((report, given: I) => read({ ...report, ahead: () => peopleAhead(ctx) }, given))(
      ctx,
      input,
    );
}
