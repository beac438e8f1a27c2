import type { ReadHandle } from '#db/file/client.ts';
import { type MonthSums, monthSums } from '#db/queries/accountant/month-sums.ts';
import type { RecapMonth } from '#shared/contract/accountant/pack.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { monthsBetween, type Period } from '#shared/domain/books/period.ts';
import { taxTurnover } from '#shared/domain/books/turnover.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';

/** Turnover from the first month of the period's year to its end: what is free is counted from there. */
export async function turnoverRecap(
  db: ReadHandle,
  { from, to }: Period,
  { books }: ShopSettings,
): Promise<RecapMonth[]> {
  const start = `${from.slice(0, 4)}-01-01`;
  const sums = await monthSums(db, { from: start, to });
  const byMonth = new Map(sums.map((one): [string, MonthSums] => [one.month, one]));
  const months = monthsBetween(monthOf(start), monthOf(to)).map((month) => {
    const { grossMinor = 0, returnsMinor = 0 } = byMonth.get(month) ?? {};
    return { month, grossMinor, returnsMinor, turnoverMinor: grossMinor - returnsMinor };
  });
  const taxed = taxTurnover(months, books.recap);
  return months.flatMap((month, index) => {
    const its = taxed[index];
    return its === undefined ? [] : [{ ...month, ...its }];
  });
}
