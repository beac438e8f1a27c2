import {
  type PicturedProduct,
  picturedAmounts,
  picturedBuyers,
  picturedBuying,
  picturedDays,
  picturedProducts,
  picturedRevenue,
} from '#db/queries/segments/picture/bought.ts';
import type { PicturedThing } from '#shared/contract/segments/picture.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { middleRange } from '#shared/domain/picture/few.ts';
import { weekdayOf } from '#shared/domain/worth/season/weekdays.ts';
import type { ReadContext } from '../../../context.ts';
import { besideOf, countBeside, type Figures, type Sides, shown } from './sides.ts';

const mostThings = 10;

interface Sums {
  readonly name: string;
  minor: number;
  allMinor: number;
  readonly ids: Set<number>;
}

type Named = PicturedProduct & { readonly name: string };

/** What is called the same, with what it brought and who bought it. */
function grouped(
  sides: Sides,
  products: readonly PicturedProduct[],
  buyersOf: ReadonlyMap<number, readonly number[]>,
  nameOf: (product: Named) => { key: string; name: string } | null,
) {
  const sums = new Map<string, Sums>();
  for (const product of products) {
    const { id, name: ownName, minor, isIn } = product;
    const called = ownName === null ? null : nameOf({ ...product, name: ownName });
    if (id === null || called === null) continue;
    const sum = sums.get(called.key) ?? {
      name: called.name,
      minor: 0,
      allMinor: 0,
      ids: new Set(),
    };
    sum.allMinor += minor;
    if (isIn === 1) sum.minor += minor;
    for (const buyer of buyersOf.get(id) ?? []) sum.ids.add(buyer);
    sums.set(called.key, sum);
  }
  const things = [...sums.values()]
    .map(({ name, minor, allMinor, ids }): PicturedThing => {
      return { name, minor, allMinor, buyers: besideOf(sides, ids) };
    })
    .filter(({ minor, buyers }) => minor !== 0 || buyers.part > 0)
    .sort((a, b) => b.minor - a.minor || a.name.localeCompare(b.name));
  const { rows, rest } = shown(things, ({ buyers }) => buyers.part, mostThings);
  return { rows, rest };
}

function sumOf(rows: readonly { readonly minor: number }[]): number {
  return rows.reduce((sum, { minor }) => sum + minor, 0);
}

type What = Figures<'allLinesMinor' | 'categories' | 'linesMinor' | 'products'>;

/** What they buy, beside what everybody does. */
export async function whatFigures(
  { db }: ReadContext,
  sides: Sides,
  through: string,
): Promise<What> {
  const products = await picturedProducts(db, [...sides.members], through);
  const bought = await picturedBuyers(db, through);
  const buyersOf = new Map<number, number[]>();
  for (const { customerId, productId } of bought) {
    const own = buyersOf.get(productId);
    if (own === undefined) buyersOf.set(productId, [customerId]);
    else own.push(customerId);
  }
  const linesMinor = sumOf(products.filter(({ isIn }) => isIn === 1));
  const byProduct = grouped(sides, products, buyersOf, ({ id, name }) => ({
    key: String(id),
    name,
  }));
  const byCategory = grouped(sides, products, buyersOf, ({ category }) =>
    category === null ? null : { key: category.toLowerCase(), name: category },
  );
  const sold = ({ rows, rest }: typeof byProduct) => ({
    rows,
    restMinor: linesMinor - sumOf(rows),
    restThings: rest.length,
  });
  return {
    ...{ linesMinor, allLinesMinor: sumOf(products) },
    ...{ products: sold(byProduct), categories: sold(byCategory) },
  };
}

function gapsOf(buying: Awaited<ReturnType<typeof picturedBuying>>, ids: ReadonlySet<number>) {
  return buying
    .filter(({ customerId, days }) => days >= 2 && ids.has(customerId))
    .map(({ days, first, last }) => (dayNumber(last) - dayNumber(first)) / (days - 1))
    .sort((one, other) => one - other)
    .map((value) => ({ value, count: 1 }));
}

type When = Figures<
  'buyers' | 'gapDays' | 'gapKnown' | 'months' | 'othersGapDays' | 'purchases' | 'weekdays'
>;

/** On which days they buy, and how long it is from one to the next. */
export async function whenFigures(
  { db }: ReadContext,
  sides: Sides,
  through: string,
): Promise<When> {
  const bought = await picturedDays(db, [...sides.members], through);
  const days = bought.map(({ on, isIn, count }) => ({
    ...{ isIn: isIn === 1, count, month: Number(on.slice(5, 7)) },
    weekday: weekdayOf(dayNumber(on)),
  }));
  const buying = await picturedBuying(db, through);
  const again = buying.filter(({ days: own }) => own >= 2);
  return {
    weekdays: Array.from({ length: 7 }, (_, at) =>
      countBeside(days.map(({ weekday, ...day }) => ({ ...day, is: weekday === at }))),
    ),
    months: Array.from({ length: 12 }, (_, at) =>
      countBeside(days.map(({ month, ...day }) => ({ ...day, is: month === at + 1 }))),
    ),
    purchases: days.reduce((sum, { isIn, count }) => sum + (isIn ? count : 0), 0),
    buyers: besideOf(
      sides,
      buying.map(({ customerId }) => customerId),
    ),
    gapKnown: besideOf(
      sides,
      again.map(({ customerId }) => customerId),
    ),
    gapDays: middleRange(gapsOf(buying, sides.members)),
    othersGapDays: middleRange(gapsOf(buying, sides.others)),
  };
}

type Much = Figures<'allRevenueMinor' | 'amount' | 'othersAmount' | 'revenueMinor'>;

/** For how much. */
export async function muchFigures(
  { db }: ReadContext,
  sides: Sides,
  through: string,
): Promise<Much> {
  const revenue = await picturedRevenue(db);
  const sold = await picturedAmounts(db, [...sides.members], through);
  const amounts = (isIn: 0 | 1) =>
    sold.flatMap(({ minor: value, count, ...row }) =>
      row.isIn === isIn ? [{ value, count }] : [],
    );
  const own = revenue.filter(({ customerId }) => sides.members.has(customerId));
  return {
    revenueMinor: sumOf(own),
    allRevenueMinor: sumOf(revenue),
    amount: middleRange(amounts(1)),
    othersAmount: middleRange(amounts(0)),
  };
}
