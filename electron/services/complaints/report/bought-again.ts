import {
  everComplained,
  purchasesBetween,
  type ReportedComplaint,
} from '#db/queries/complaints/report.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { addDays, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { habitDays, matchedReturn, type PurchaseBook } from '#shared/domain/matched-return.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../../context.ts';

/** Days after the solution in which a purchase counts as having come back. */
const returnDays = 90;
const fewestComplainers = 10;
const fewestMatched = 30;
const peopleShown = 500;

interface Solved {
  readonly customerId: number;
  readonly name: string;
  readonly resolvedOn: string;
}

/** Each customer's first solution whose days to come back are over; by day, then customer. */
function firstSolved(
  complaints: readonly ReportedComplaint[],
  timeZone: string,
  lastDay: string,
): Solved[] {
  const first = new Map<number, Solved>();
  for (const { customerId, customerName, resolvedAt } of complaints) {
    if (customerId === null || resolvedAt === null) continue;
    const resolvedOn = localDay(resolvedAt, timeZone);
    if (addDays(resolvedOn, returnDays) > lastDay) continue;
    const known = first.get(customerId);
    if (known !== undefined && known.resolvedOn <= resolvedOn) continue;
    first.set(customerId, { customerId, name: customerName ?? '', resolvedOn });
  }
  return [...first.values()].sort(
    (a, b) => dayNumber(a.resolvedOn) - dayNumber(b.resolvedOn) || a.customerId - b.customerId,
  );
}

/** All purchases that matter for these days, and each buyer's place among them. */
async function purchaseBook(
  ctx: ReadContext,
  first: string,
  last: string,
): Promise<{ book: PurchaseBook; places: Map<number, number> }> {
  const rows = await purchasesBetween(
    ctx.db,
    addDays(first, -habitDays),
    addDays(last, returnDays),
  );
  const { customers, complained } = await everComplained(ctx.db);
  const places = new Map<number, number>();
  const starts: number[] = [];
  const numbers = new Map<string, number>();
  const days = Int32Array.from(rows, (row, index) => {
    if (!places.has(row.customerId)) {
      places.set(row.customerId, starts.length);
      starts.push(index);
    }
    const known = numbers.get(row.soldOn) ?? dayNumber(row.soldOn);
    numbers.set(row.soldOn, known);
    return known;
  });
  const hasComplained = new Uint8Array(starts.length);
  for (const id of complained) {
    const place = places.get(id);
    if (place !== undefined) hasComplained[place] = 1;
  }
  const quietComplainers = complained.filter((id) => !places.has(id)).length;
  const book: PurchaseBook = {
    days,
    starts: Int32Array.from([...starts, rows.length]),
    complained: hasComplained,
    quiet: customers - starts.length - quietComplainers,
  };
  return { book, places };
}

/**
 * Did complainers buy again. Complainers: customers with a complaint of the span that is solved, 90
 * days or more before the earlier of `to` and today; each once, with the first such solution. Bought:
 * a purchase within the 90 days after the day of the solution. Compared with customers who never
 * complained and had the same habits on that same day (`matchedReturn`). Too few: fewer than 10
 * complainers, or fewer than 30 customers like them; then no comparison should be shown.
 */
export async function boughtAgain(
  ctx: ReadContext,
  complaints: readonly ReportedComplaint[],
  to: string,
): Promise<ComplaintReport['boughtAgain']> {
  const lastDay = to < ctx.today ? to : ctx.today;
  const solved = firstSolved(complaints, ctx.settings.timeZone, lastDay);
  const first = solved[0];
  const last = solved.at(-1);
  const nobody = { days: returnDays, needed: fewestComplainers };
  if (first === undefined || last === undefined) {
    const none = { complainers: 0, bought: 0, share: null, matched: 0, matchedShare: null };
    return { ...nobody, ...none, isTooFew: true, who: [] };
  }
  const { book, places } = await purchaseBook(ctx, first.resolvedOn, last.resolvedOn);
  const complainers = solved.map(({ customerId, resolvedOn }) => ({
    place: places.get(customerId) ?? null,
    day: dayNumber(resolvedOn),
  }));
  const { boughtOn, matched, matchedShare } = matchedReturn(book, complainers, returnDays);
  const bought = boughtOn.filter((day) => day !== null).length;
  return {
    ...nobody,
    complainers: solved.length,
    bought,
    share: bought / solved.length,
    matched,
    matchedShare,
    isTooFew: solved.length < fewestComplainers || matched < fewestMatched,
    who: solved.slice(0, peopleShown).map(({ customerId, name, resolvedOn }, index) => {
      const day = boughtOn[index] ?? null;
      return {
        customerId: customerId as CustomerId,
        name,
        resolvedOn,
        boughtOn: day === null ? null : isoFromDay(day),
      };
    }),
  };
}
