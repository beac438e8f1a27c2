import {
  picturedAmounts,
  picturedBuying,
  picturedDays,
  picturedRevenue,
} from '#db/queries/segments/picture/bought.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { fewestPeople, isFew, middleRange, toldOf } from '#shared/domain/picture/few.ts';
import type { ReadContext } from '../../../context.ts';
import { among, besideOf, type Figures, groupOf, type Sides } from './sides.ts';

type Buying = Awaited<ReturnType<typeof picturedBuying>>;

function gapsOf(buying: Buying, ids: ReadonlySet<number>) {
  return buying
    .filter(({ customerId, days }) => days >= 2 && ids.has(customerId))
    .map(({ days, first, last }) => (dayNumber(last) - dayNumber(first)) / (days - 1))
    .sort((one, other) => one - other)
    .map((value) => ({ value, count: 1 }));
}

function idsOf(rows: Buying): number[] {
  return rows.map(({ customerId }) => customerId);
}

type When = Figures<
  'buyers' | 'gapDays' | 'gapKnown' | 'months' | 'othersGapDays' | 'purchases' | 'weekdays'
>;

/** On which days they buy, and how long it is from one to the next; `counted`: how many of either side bought. */
export async function whenFigures(
  { db }: ReadContext,
  sides: Sides,
  through: string,
): Promise<When & { readonly counted: { readonly own: number; readonly others: number } }> {
  const days = await picturedDays(db, through);
  const buying = await picturedBuying(db, through);
  const again = idsOf(buying.filter(({ days: own }) => own >= 2));
  const own = among(sides.members, idsOf(buying)).size;
  const others = among(sides.others, idsOf(buying)).size;
  const othersAgain = among(sides.others, again).size;
  const inside = days.filter(({ customerId }) => sides.members.has(customerId));
  const beside = (length: number, isOf: (day: (typeof days)[number], at: number) => boolean) =>
    groupOf(sides, {
      parts: Array.from({ length }, (_, at) => days.filter((day) => isOf(day, at))),
      isOfPeople: false,
    }).besides;
  return {
    counted: { own, others },
    weekdays: beside(7, ({ weekday }, at) => weekday === at),
    months: beside(12, ({ month }, at) => month === at + 1),
    purchases: isFew(own) ? null : inside.reduce((sum, { count }) => sum + count, 0),
    buyers: besideOf(sides, idsOf(buying)),
    gapKnown: toldOf(among(sides.members, again).size, sides.members.size, own),
    gapDays: middleRange(gapsOf(buying, sides.members)),
    othersGapDays: othersAgain < fewestPeople ? null : middleRange(gapsOf(buying, sides.others)),
  };
}

type Much = Figures<'amount' | 'othersAmount' | 'revenueMinor' | 'revenueShare'>;

/** For how much. `counted`: how many of either side bought. */
export async function muchFigures(
  { db }: ReadContext,
  sides: Sides,
  {
    through,
    counted,
  }: { readonly through: string; readonly counted: { own: number; others: number } },
): Promise<Much> {
  const revenue = await picturedRevenue(db);
  const sold = await picturedAmounts(db, [...sides.members], through);
  const amounts = (isIn: 0 | 1) =>
    sold.flatMap(({ minor: value, count, ...row }) =>
      row.isIn === isIn ? [{ value, count }] : [],
    );
  const brought = revenue.filter(({ minor }) => minor !== 0);
  const own = brought.filter(({ customerId }) => sides.members.has(customerId));
  const sumOf = (rows: typeof brought) => rows.reduce((sum, { minor }) => sum + minor, 0);
  const all = sumOf(brought);
  const isShareTold = sides.others.size >= fewestPeople && !isFew(brought.length - own.length);
  return {
    revenueMinor: isFew(own.length) ? null : sumOf(own),
    revenueShare: isFew(own.length) || !isShareTold || all <= 0 ? null : sumOf(own) / all,
    amount: isFew(counted.own) ? null : middleRange(amounts(1)),
    othersAmount: counted.others < fewestPeople ? null : middleRange(amounts(0)),
  };
}
