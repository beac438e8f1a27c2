import {
  type OfferedProduct,
  readFirstBought,
  readOffered,
} from '#db/queries/insights/first-bought.ts';
import { readBaskets, soldProducts } from '#db/queries/insights/sold-products.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostSuggested, mostWanted } from '#shared/contract/insights/next-product.ts';
import { activeSince, addMonths, dayNumber } from '#shared/domain/calendar/dates.ts';
import {
  customersIn,
  type FirstBought,
  fewestAsked,
  type KindFacts,
  kindOf,
  type NextProduct,
  type NextRule,
  nextProducts,
  nextRules,
  tryNext,
  wantedBy,
} from '#shared/domain/worth/baskets/next-product.ts';
import { type PairFindings, pairFindings } from '#shared/domain/worth/baskets/rules.ts';
import type { ProductId } from '#shared/ids.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, lookedFromDay } from '../kept.ts';

type Shop = Output<'insights.nextProducts'>;
type One = Output<'insights.nextProduct'>;
type Row = Shop['rows'][number];
type Basis = Pick<Shop, 'through' | 'from' | 'sales' | 'several' | 'proven' | 'trial'>;

const format = 1;
const windowMonths = 12;
const trialMonths = 6;
/** What is ordered for a day ahead is bought, too. */
const endOfTime = '9999-12-31';

/** What is made once of the same sales: everything that is suggested, and to how many. */
interface Made {
  readonly basis: Basis;
  readonly products: readonly (NextProduct & { readonly customers: number })[];
}

function findingsUpTo(ctx: TaskContext, through: string): PairFindings {
  const { raw } = ctx.open();
  return pairFindings(readBaskets(raw, activeSince(through, windowMonths), through));
}

/** Half a year back, by the rules of then; null: too few had anything suggested. */
async function trialOf(
  ctx: TaskContext,
  through: string,
  bought: FirstBought,
  isOffered: (id: number) => boolean,
): Promise<Basis['trial']> {
  const on = addMonths(through, -trialMonths);
  const { proven, baskets } = findingsUpTo(ctx, on);
  const then = nextProducts(nextRules(proven, baskets), isOffered);
  const sold = await soldProducts(ctx.open().db, activeSince(on, windowMonths), on);
  const byPopularity = sold
    .flatMap(({ id, sales }) => (id !== null && isOffered(id) ? [{ id, sales }] : []))
    .sort((one, other) => other.sales - one.sales || one.id - other.id)
    .map(({ id }) => id);
  const trial = tryNext(then, byPopularity, bought, dayNumber(on));
  return trial.asked < fewestAsked ? null : { on, ...trial, isBetter: trial.hits > trial.popular };
}

function customersOf(products: readonly NextProduct[], bought: FirstBought): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { has } of customersIn(bought))
    for (const { to } of wantedBy(products, has)) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

async function madeOf(ctx: TaskContext, through: string, on: string | null): Promise<Made> {
  const { raw } = ctx.open();
  const offered = new Set(
    readOffered(raw).flatMap(({ id, isOffered }) => (isOffered === 1 ? [Number(id)] : [])),
  );
  const isOffered = (id: number) => offered.has(id);
  const { proven, baskets, several } = findingsUpTo(ctx, through);
  const bought = readFirstBought(raw, on === null ? endOfTime : through);
  const found = nextProducts(nextRules(proven, baskets), isOffered);
  const trial = found.length === 0 ? null : await trialOf(ctx, through, bought, isOffered);
  const products = trial === null || trial.isBetter ? found : [];
  const customers = customersOf(products, bought);
  return {
    basis: {
      ...{ through, from: activeSince(through, windowMonths) },
      ...{ sales: baskets, several, proven: proven.length, trial },
    },
    products: products.map((one) => ({ ...one, customers: customers.get(one.to) ?? 0 })),
  };
}

function madeOn(ctx: TaskContext, through: string, on: string | null): Promise<Made> {
  const span = on === null ? 'now' : 'then';
  return keptOrMade(ctx, `next${format}:${span}:${through}`, () => madeOf(ctx, through, on));
}

/** Says what products are called, and what a suggestion of one after another is. */
async function namerOf(ctx: TaskContext, { from, through }: Basis) {
  const { raw, db } = ctx.open();
  const known = new Map<number, OfferedProduct>(readOffered(raw).map((one) => [one.id, one]));
  const facts = new Map<number, KindFacts>();
  for (const { id, quantityE4, minor } of await soldProducts(db, from, through)) {
    if (id === null) continue;
    const price = quantityE4 > 0 ? minor / quantityE4 : null;
    facts.set(id, { category: known.get(id)?.category ?? null, price });
  }
  const named = (id: number) => ({ id: id as ProductId, name: known.get(id)?.name ?? '' });
  const reason = ({ from: source, to, ...counts }: NextRule): Row['reason'] => ({
    ...counts,
    kind: kindOf(facts.get(source), facts.get(to)),
    from: named(source),
  });
  return { named, reason };
}

/** Who might want what: of all customers, by the sales of twelve months. */
export async function shopNextProducts(
  ctx: TaskContext,
  { on }: Parsed<'insights.nextProducts'>,
): Promise<Shop> {
  const through = await lookedFromDay(ctx, on);
  const { basis, products } = await madeOn(ctx, through, on);
  const { named, reason } = await namerOf(ctx, basis);
  const wanted = products
    .filter(({ customers }) => customers > 0)
    .sort((one, other) => other.customers - one.customers || one.to - other.to);
  return {
    ...basis,
    all: wanted.length,
    rows: wanted.slice(0, mostWanted).flatMap(({ to, customers, sources }): Row[] => {
      const [best] = sources;
      if (best === undefined) return [];
      const ids = sources.map(({ from }) => from as ProductId);
      return [{ to: named(to), customers, reason: reason(best), sources: ids }];
    }),
  };
}

/** What one customer might want next: nothing they ever bought, and nothing out of use. */
export async function customerNextProduct(
  ctx: TaskContext,
  { customerId }: Parsed<'insights.nextProduct'>,
): Promise<One> {
  const through = await lookedFromDay(ctx, null);
  const { basis, products } = await madeOn(ctx, through, null);
  const { named, reason } = await namerOf(ctx, basis);
  const own = readFirstBought(ctx.open().raw, endOfTime, customerId);
  const has = new Set(Array.from(own.products));
  const wanted = wantedBy(products, has);
  return {
    ...basis,
    ...{ bought: has.size, all: wanted.length },
    rows: wanted
      .slice(0, mostSuggested)
      .map(({ to, rule }) => ({ to: named(to), reason: reason(rule) })),
  };
}
