import { openFollowUpsOf } from '#db/queries/follow-ups/read.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import {
  createFollowUp,
  deleteFollowUp,
  finishOne,
  settleBirthday,
  snoozeFollowUp,
  updateFollowUp,
} from './change.ts';
import { todayCounts, todayList } from './today.ts';

/** What main does for each channel of this area that it serves itself. */
export const followUpHandlers = {
  'followUps.today': todayList,
  'followUps.counts': todayCounts,
  'followUps.ofCustomer': (ctx: ReadContext, input: Parsed<'followUps.ofCustomer'>) =>
    openFollowUpsOf(ctx.db, input.customerId),
  'followUps.create': createFollowUp,
  'followUps.update': updateFollowUp,
  'followUps.snooze': snoozeFollowUp,
  'followUps.finish': finishOne,
  'followUps.birthday': settleBirthday,
  'followUps.delete': deleteFollowUp,
};
