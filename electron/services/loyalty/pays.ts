import { boughtBetween, type SpentLine, spentLines } from '#db/queries/loyalty/pays.ts';
import type { Output } from '#shared/contract/index.ts';
import { addDays, addMonths, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { followedDays, habitDays, matchedPairs } from '#shared/domain/loyalty/matched.ts';
import { meanRange } from '#shared/domain/worth/mean-range.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { TaskContext } from '../../context.ts';

type Pays = Output<'loyalty.pays'>;

const months = 12;
const mostShown = 500;

/** What points have cost between two days, and whom they were given for. */
function costOf(lines: readonly SpentLine[]) {
  const spenders = [...Map.groupBy(lines, ({ customerId }) => customerId)].map(([id, own]) => ({
    customerId: id,
    name: own[0]?.name ?? '',
    points: own.reduce((sum, { points }) => sum + points, 0),
    offMinor: own.reduce((sum, { worthMinor }) => sum + (worthMinor ?? 0), 0),
    rewards: own.filter(({ worthMinor }) => worthMinor === null).length,
  }));
  spenders.sort((a, b) => b.points - a.points || a.customerId - b.customerId);
  const rewarded = lines.filter(({ worthMinor }) => worthMinor === null);
  return {
    people: spenders.length,
    points: spenders.reduce((sum, { points }) => sum + points, 0),
    offMinor: spenders.reduce((sum, { offMinor }) => sum + offMinor, 0),
    rewards: rewarded.length,
    rewardPoints: rewarded.reduce((sum, { points }) => sum + points, 0),
    spenders: spenders.slice(0, mostShown),
  };
}

/** Who spent points beside others who bought alike until then. */
function comparedOf(
  ctx: TaskContext,
  lines: readonly SpentLine[],
  today: string,
): Pays['compared'] {
  const first = new Map<number, number>();
  const names = new Map<number, string>();
  for (const { customerId, name, on } of lines) {
    names.set(customerId, name);
    if (!first.has(customerId)) first.set(customerId, dayNumber(on));
  }
  const last = dayNumber(today);
  const [earliest = last] = first.values();
  const from = isoFromDay(earliest - 2 * habitDays);
  const bought = boughtBetween(ctx.open().raw, from, today).map(({ on, isPurchase, ...one }) => {
    return { ...one, day: dayNumber(on), isPurchase: isPurchase === 1 };
  });
  const pairs = first.size === 0 ? [] : matchedPairs(bought, first, last);
  const rows = pairs.map(({ customerId, day, ...pair }) => ({
    ...pair,
    customerId: customerId as CustomerId,
    name: names.get(customerId) ?? '',
    firstOn: isoFromDay(day),
  }));
  rows.sort((a, b) => dayNumber(b.firstOn) - dayNumber(a.firstOn) || a.customerId - b.customerId);
  return {
    days: followedDays,
    alike: pairs.length,
    theirs: meanRange(pairs.map(({ minor }) => minor)),
    others: meanRange(pairs.map(({ othersMinor }) => othersMinor)),
    more: meanRange(pairs.map(({ minor, othersMinor }) => minor - othersMinor)),
    rows: rows.slice(0, mostShown),
  };
}

/** What points have cost in twelve months, and whether those who spend them buy more than others like them. */
export function paysOf(ctx: TaskContext): Promise<Pays> {
  const today = ctx.clock.today();
  const from = addDays(addMonths(today, -months), 1);
  const lines = spentLines(ctx.open().raw, today);
  return Promise.resolve({
    ...{ from, to: today },
    ...costOf(lines.filter(({ on }) => on >= from)),
    compared: comparedOf(ctx, lines, today),
  });
}
