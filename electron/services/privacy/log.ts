import { listEvents, type WhichEvents } from '#db/queries/privacy/events.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { PrivacyLogFilter } from '#shared/contract/privacy/privacy.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** The filter with its days as instants of the shop's clock. */
export function whichEvents({ kinds, from, to }: PrivacyLogFilter, timeZone: string): WhichEvents {
  return {
    kinds,
    fromAt: from === null ? null : instantOf(from, '00:00', timeZone),
    beforeAt: to === null ? null : instantOf(addDays(to, 1), '00:00', timeZone),
  };
}

/** A page of what was done for whom. */
export async function listLog(
  ctx: ReadContext,
  { filter, after, limit }: Parsed<'privacy.log'>,
): Promise<Output<'privacy.log'>> {
  const which = whichEvents(filter, ctx.settings.timeZone);
  const found = await listEvents(ctx.db, which, { after, limit: limit + 1 });
  const rows = found.slice(0, limit).map(({ customerId, name, isUndone, ...event }) => ({
    ...event,
    customer: customerId === null ? null : { id: customerId as CustomerId, name: name ?? '' },
    isUndone: isUndone === 1,
  }));
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows, next: hasMore ? { at: last.at, id: last.id } : null };
}
