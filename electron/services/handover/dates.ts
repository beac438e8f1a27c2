import {
  birthdayDates,
  bornOnAny,
  openClaims,
  openDates,
  openDeliveries,
} from '#db/queries/handover/dates.ts';
import type {
  HandedBirthday,
  HandedClaim,
  HandedDate,
  HandedDelivery,
} from '#shared/contract/handover/handover.ts';
import { monthDaysOf, nextBirthday, turnsOn } from '#shared/domain/calendar/birthday.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { byDay, type HandedDays, standingOf } from '#shared/domain/handover/standing.ts';
import type { CustomerId, FollowUpId, ProductId, SaleId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** Everybody has a birthday within so many days. */
const yearDays = 366;

export async function handedClaims(ctx: ReadContext, days: HandedDays): Promise<HandedClaim[]> {
  const rows = await openClaims(ctx.db);
  return rows
    .map(({ productId, ...row }) => ({
      ...row,
      productId: productId as ProductId | null,
      standing: standingOf(row.on, days),
    }))
    .sort(byDay);
}

/** Every date that is open, but for those that stand with a prospect. */
export async function handedDates(
  ctx: ReadContext,
  days: HandedDays,
  steps: ReadonlySet<number>,
): Promise<HandedDate[]> {
  const rows = (await openDates(ctx.db)).filter(({ id }) => !steps.has(id));
  return rows.map(({ id, customerId, isRepeating, ...row }) => ({
    ...row,
    ...{ id: id as FollowUpId, customerId: customerId as CustomerId },
    ...{ isRepeating: isRepeating === 1, standing: standingOf(row.on, days) },
  }));
}

export async function handedDeliveries(
  ctx: ReadContext,
  days: HandedDays,
): Promise<HandedDelivery[]> {
  const rows = await openDeliveries(ctx.db, ctx.today);
  return rows.map(({ id, customerId, isInTrash, ...row }) => ({
    ...row,
    ...{ id: id as SaleId, customerId: customerId as CustomerId | null },
    isInTrash: isInTrash === 1,
    standing: standingOf(row.on, days),
  }));
}

/** The days of the year between two days, `MM-DD`; no more than a year of them. */
function monthDaysBetween(from: string, to: string): string[] {
  const found = new Set<string>();
  for (let at = from, no = 0; at <= to && no < yearDays; at = addDays(at, 1), no += 1)
    for (const monthDay of monthDaysOf(at)) found.add(monthDay);
  return [...found];
}

/**
 * Whose birthday falls on the days ahead, and nobody has made a date of it; once, however long they are. And of how
 * many a date was made.
 */
export async function handedBirthdays(
  { db }: ReadContext,
  days: HandedDays,
): Promise<{ rows: HandedBirthday[]; made: number }> {
  const isAhead = days.from > days.today;
  const from = isAhead ? days.from : days.today;
  const born = await bornOnAny(db, monthDaysBetween(from, days.to));
  const made = await birthdayDates(
    db,
    born.map(({ customerId }) => customerId),
  );
  const isMade = new Set(made.map(({ customerId, on }) => `${customerId} ${on}`));
  const all = born
    .map(({ customerId, birthdayOn, ...row }) => {
      const on = nextBirthday(birthdayOn, from);
      const turns = turnsOn(birthdayOn, on);
      const standing = standingOf(on, days);
      return { ...row, customerId: customerId as CustomerId, on, standing, turns };
    })
    .filter(({ on }) => on <= days.to);
  const rows = all.filter(({ customerId, on }) => !isMade.has(`${customerId} ${on}`));
  return { rows: rows.sort(byDay), made: all.length - rows.length };
}
