import {
  firstSoldOn,
  openReminders,
  soldDays,
  soldOnDays,
} from '#db/queries/guarantee/expiring.ts';
import { allPolicies, type PoliciesByProduct } from '#db/queries/guarantee/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import { coverOf, nextService, type SoldRange, soldRangeEnding } from '#shared/domain/guarantee.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

interface Window {
  readonly from: string;
  readonly to: string;
}

/** When that which needs a service in the window was sold: so many times its months before. */
function servicedRanges(everyMonths: number, window: Window, oldest: string): SoldRange[] {
  const ranges: SoldRange[] = [];
  for (let times = 1; ; times += 1) {
    const length = { months: times * everyMonths, days: 0 };
    const range = soldRangeEnding(length, window.from, window.to);
    if (range.to < oldest) return ranges;
    ranges.push(range);
  }
}

/** Ranges that touch or overlap become one. */
function joined(ranges: readonly SoldRange[]): SoldRange[] {
  const apart: SoldRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = apart.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) apart.push(range);
    else if (range.to > last.to) apart[apart.length - 1] = { from: last.from, to: range.to };
  }
  return apart;
}

/** When whatever may end or need a service in the window was sold: wider than needed, never narrower. */
function spansOf(policies: PoliciesByProduct, window: Window, oldest: string): SoldRange[] {
  const ranges = new Map<string, SoldRange>();
  for (const terms of policies.values())
    for (const one of terms) {
      const ends = soldRangeEnding(one, window.from, window.to);
      const serviced =
        one.serviceMonths === null ? [] : servicedRanges(one.serviceMonths, window, oldest);
      for (const range of [ends, ...serviced]) ranges.set(`${range.from} ${range.to}`, range);
    }
  return joined([...ranges.values()]);
}

interface DueDay {
  readonly productId: number;
  readonly soldOn: string;
  readonly sales: number;
  readonly what: 'ends' | 'service';
  readonly on: string;
}

type SoldDay = Pick<DueDay, 'productId' | 'soldOn' | 'sales'>;

/** What falls due in the window for things sold on a day: the guarantee's end, the next service. */
function dueOf(sold: SoldDay, policies: PoliciesByProduct, window: Window): DueDay[] {
  const cover = coverOf(policies.get(sold.productId) ?? [], sold.soldOn);
  if (cover === null) return [];
  const { serviceMonths } = cover.policy;
  const due: DueDay[] = [{ ...sold, what: 'ends', on: cover.endsOn }];
  if (serviceMonths !== null) {
    const on = nextService(sold.soldOn, serviceMonths, window.from);
    due.push({ ...sold, what: 'service', on });
  }
  return due.filter(({ on }) => on >= window.from && on <= window.to);
}

function bySoonest(a: DueDay, b: DueDay): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.what !== b.what) return a.what < b.what ? -1 : 1;
  if (a.soldOn !== b.soldOn) return a.soldOn < b.soldOn ? -1 : 1;
  return a.productId - b.productId;
}

/** The soonest that together hold at least `limit` sales. */
function enough(days: readonly DueDay[], limit: number): DueDay[] {
  const taken: DueDay[] = [];
  let held = 0;
  for (const day of days) {
    if (held >= limit) break;
    taken.push(day);
    held += day.sales;
  }
  return taken;
}

/**
 * Guarantees of known customers that end, and services that fall due, from today to `days` days on,
 * soonest first. Only the next service of a thing is listed. `count` is of all of them.
 */
export async function expiring(
  ctx: ReadContext,
  input: Parsed<'guarantee.expiring'>,
): Promise<Output<'guarantee.expiring'>> {
  const window = { from: ctx.today, to: addDays(ctx.today, input.days) };
  const policies = await allPolicies(ctx.db);
  const oldest = await firstSoldOn(ctx.db);
  if (oldest === null || policies.size === 0) return { count: 0, rows: [] };
  const sold = await soldDays(ctx.db, [...policies.keys()], spansOf(policies, window, oldest));
  const due = sold.flatMap((one) => dueOf(one, policies, window)).sort(bySoonest);
  const shown = enough(due, input.limit);
  const lines = await soldOnDays(ctx.db, distinctDays(shown));
  const reminders = await openReminders(
    ctx.db,
    lines.map(({ customerId }) => customerId),
  );
  const reminded = new Set(reminders.map((one) => `${one.customerId} ${one.cause}`));
  const rows = shown.flatMap(({ productId, soldOn, what, on }) =>
    lines
      .filter((line) => line.productId === productId && line.soldOn === soldOn)
      .map(({ productId: _, customerId, ...line }) => ({
        ...line,
        customerId: customerId as CustomerId,
        what,
        on,
        daysLeft: daysBetween(ctx.today, on),
        hasFollowUp: reminded.has(`${customerId} ${what === 'ends' ? 'guarantee' : 'service'}`),
      })),
  );
  return {
    count: due.reduce((sum, { sales }) => sum + sales, 0),
    rows: rows.slice(0, input.limit),
  };
}

/** An end and a service of the same things would else be looked up twice. */
function distinctDays(days: readonly DueDay[]): SoldDay[] {
  const seen = new Map(days.map((day) => [`${day.productId} ${day.soldOn}`, day]));
  return [...seen.values()];
}
