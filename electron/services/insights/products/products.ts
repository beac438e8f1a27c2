import { readSoldDays } from '#db/queries/insights/sold-days.ts';
import { readBaskets, type SoldProduct, soldProducts } from '#db/queries/insights/sold-products.ts';
import { hasSales } from '#db/queries/insights.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostPairs, mostProducts } from '#shared/contract/insights/products.ts';
import { activeSince } from '#shared/domain/calendar/dates.ts';
import { abcClasses } from '#shared/domain/worth/baskets/abc.ts';
import { pairFindings } from '#shared/domain/worth/baskets/rules.ts';
import type { ProductId } from '#shared/ids.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, lookedFromDay } from '../kept.ts';

type Products = Output<'insights.products'>;
type Named = SoldProduct & { readonly id: ProductId };

const format = 1;
const windowMonths = 12;
const tenThousand = 10_000;

function sumOf(all: readonly { readonly minor: number }[]): { products: number; minor: number } {
  return { products: all.length, minor: all.reduce((sum, { minor }) => sum + minor, 0) };
}

function shown({ id, name, isInTrash }: Named) {
  return { id, name: name ?? '', isInTrash: isInTrash === 1 };
}

function classesOf(all: readonly Named[]): Pick<Products, 'classes' | 'apart' | 'rows'> {
  const { classed, apart } = abcClasses(all);
  const of = (abc: string) => sumOf(classed.filter((one) => one.abc === abc));
  const rows = [...classed, ...apart.map((one) => ({ ...one, share: null, abc: null }))].slice(
    0,
    mostProducts,
  );
  return {
    classes: { A: of('A'), B: of('B'), C: of('C') },
    apart: sumOf(apart),
    rows: rows.map(({ sales, minor, share, abc, ...one }) => ({
      ...shown(one as Named),
      sales,
      minor,
      share,
      abc,
    })),
  };
}

function profitsOf(
  all: readonly Named[],
): Pick<Products, 'profits' | 'profitMinor' | 'withCost' | 'withoutCost'> {
  const profits = all
    .flatMap((one) => {
      const { costMinor, minor, quantityE4 } = one;
      if (costMinor === null) return [];
      const cost = (costMinor * quantityE4) / tenThousand;
      return [{ ...shown(one), minor, profitMinor: Math.round(minor - cost) }];
    })
    .sort((one, other) => other.profitMinor - one.profitMinor);
  return {
    profits: profits.slice(0, mostProducts),
    profitMinor: profits.reduce((sum, one) => sum + one.profitMinor, 0),
    withCost: profits.length,
    withoutCost: sumOf(all.filter(({ costMinor }) => costMinor === null)),
  };
}

function pairsShown(
  found: ReturnType<typeof pairFindings>,
  all: readonly Named[],
): Products['pairs'] {
  const names = new Map(all.map(({ id, name }) => [Number(id), { id, name: name ?? '' }]));
  const { proven, ...counts } = found;
  return {
    ...counts,
    proven: proven.length,
    shown: proven.slice(0, mostPairs).flatMap(({ p: _, from, to, ...pair }) => {
      const [one, other] = [names.get(from), names.get(to)];
      return one === undefined || other === undefined ? [] : [{ from: one, to: other, ...pair }];
    }),
  };
}

async function madeOf(ctx: TaskContext, through: string): Promise<Products> {
  const { raw, db } = ctx.open();
  const from = activeSince(through, windowMonths);
  const sold = await soldProducts(db, from, through);
  const all = sold.filter((one): one is Named => one.id !== null);
  const days = readSoldDays(raw, through).filter(({ day }) => day >= from);
  return {
    through,
    from,
    sales: days.reduce((sum, one) => sum + one.sales, 0),
    hasSales: await hasSales(db),
    all: all.length,
    ...classesOf(all),
    unnamedMinor: sold.find(({ id }) => id === null)?.minor ?? 0,
    ...profitsOf(all),
    pairs: pairsShown(pairFindings(readBaskets(raw, from, through)), all),
  };
}

/** Which products bring most, and what sells together: of all sales, whether they name their buyer or not. */
export async function soldTogether(
  ctx: TaskContext,
  { on }: Parsed<'insights.products'>,
): Promise<Products> {
  const through = await lookedFromDay(ctx, on);
  return keptOrMade(ctx, `products${format}:${through}`, () => madeOf(ctx, through));
}
