import { openFollowUpsOf } from '#db/queries/follow-ups/read.ts';
import { hasOtherContact } from '#db/queries/interactions/record.ts';
import type { FollowUpPlan } from '#shared/contract/follow-ups.ts';
import type { InteractionFacts } from '#shared/contract/interactions/interactions.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { businessCalendar, openingOf } from '#shared/domain/calendar/business-hours.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { WriteContext } from '../../context.ts';

const farthestDays = 366;

/** The first day from `from` on that the shop is open; `from` itself where it opens on none in a year. */
export function firstOpenDay(
  from: string,
  settings: Pick<ShopSettings, 'timeZone' | 'businessHours' | 'holidays'>,
): string {
  const calendar = businessCalendar(settings);
  for (let days = 0; days <= farthestDays; days += 1) {
    const day = addDays(from, days);
    if (openingOf(day, calendar) !== null) return day;
  }
  return from;
}

/**
 * After a customer came to us for the first time the next contact is ours: some days after it, on a
 * day the shop is open. Null where nothing is to be proposed.
 */
export async function proposedFollowUp(
  ctx: WriteContext,
  contact: { id: number; customerId: number; facts: InteractionFacts },
): Promise<FollowUpPlan | null> {
  const { id, customerId, facts } = contact;
  const { proactiveDays, timeZone } = ctx.settings;
  if (facts.direction !== 'in' || proactiveDays === 0) return null;
  if (await hasOtherContact(ctx.db, customerId, id)) return null;
  if ((await openFollowUpsOf(ctx.db, customerId)).length > 0) return null;
  const due = addDays(localDay(facts.happenedAt, timeZone), proactiveDays);
  const isAhead = due > ctx.today;
  const dueOn = firstOpenDay(isAhead ? due : ctx.today, ctx.settings);
  return { dueOn, dueTime: null, reason: '', cause: 'proactive', repeat: null };
}
