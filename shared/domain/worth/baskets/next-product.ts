import { shareRange } from '../share-range.ts';
import type { Pair } from './rules.ts';

/** Whoever buys one product takes the other too, told by sales; counts of sales. */
export interface NextRule {
  readonly from: number;
  readonly to: number;
  /** Of the sales with the first, those with the second too; its middle 80 %. */
  readonly together: number;
  readonly ofFrom: number;
  readonly low: number;
  readonly high: number;
  /** Of all other sales, those with the second. */
  readonly others: number;
  readonly ofOthers: number;
}

/** What might be offered next, and the products that speak for it, the strongest first. */
export interface NextProduct {
  readonly to: number;
  readonly sources: readonly NextRule[];
}

/** A product that comes along in fewer sales than one in ten is no suggestion, however sure that is. */
export const leastShare = 0.1;
/** So many products speak for one at most. */
export const mostSources = 20;

function ruleOf(from: number, to: number, counts: readonly number[]): NextRule {
  const [together = 0, ofFrom = 0, ofTo = 0, all = 0] = counts;
  const { low, high } = shareRange(together, ofFrom);
  return { from, to, together, ofFrom, low, high, others: ofTo - together, ofOthers: all - ofFrom };
}

/** Both directions of pairs that are no chance: a pair is proven as such, and each way is told by its own share. */
export function nextRules(proven: readonly Pair[], baskets: number): NextRule[] {
  return proven
    .flatMap(({ from, to, together, ofFrom, ofTo }) => [
      ruleOf(from, to, [together, ofFrom, ofTo, baskets]),
      ruleOf(to, from, [together, ofTo, ofFrom, baskets]),
    ])
    .filter(({ together, ofFrom }) => together >= leastShare * ofFrom);
}

/** The rules by what they suggest, each with the surest of what speaks for it. */
export function nextProducts(
  rules: readonly NextRule[],
  isOffered: (product: number) => boolean,
): NextProduct[] {
  const offered = rules.filter(({ to }) => isOffered(to));
  return [...Map.groupBy(offered, ({ to }) => to)].map(([to, sources]) => ({
    to,
    sources: sources
      .toSorted((one, other) => other.low - one.low || one.from - other.from)
      .slice(0, mostSources),
  }));
}

/** What somebody who has these products might want that they have never bought, the surest first. */
export function wantedBy(
  products: readonly NextProduct[],
  has: ReadonlySet<number>,
): { readonly to: number; readonly rule: NextRule }[] {
  return products
    .flatMap(({ to, sources }) => {
      const rule = has.has(to) ? undefined : sources.find(({ from }) => has.has(from));
      return rule === undefined ? [] : [{ to, rule }];
    })
    .sort((one, other) => other.rule.low - one.rule.low || one.to - other.to);
}

/** First purchases: who bought which product for the first time on which day, customer after customer. */
export interface FirstBought {
  readonly customers: ArrayLike<number>;
  readonly products: ArrayLike<number>;
  /** Day numbers. */
  readonly days: ArrayLike<number>;
}

/** What each customer had by a day, and what came first after it. */
export function* customersIn(
  { customers, products, days }: FirstBought,
  through = Number.POSITIVE_INFINITY,
): Generator<{ customer: number; has: Set<number>; came: Set<number> }> {
  let [customer, has, came] = [customers[0] ?? 0, new Set<number>(), new Set<number>()];
  for (let index = 0; index < customers.length; index += 1) {
    if (customers[index] !== customer) {
      yield { customer, has, came };
      [customer, has, came] = [customers[index] ?? 0, new Set(), new Set()];
    }
    ((days[index] ?? 0) <= through ? has : came).add(products[index] ?? 0);
  }
  if (customers.length > 0) yield { customer, has, came };
}

/** Suggestions of an earlier day against what was bought for the first time after it. */
export interface NextTrial {
  /** Customers to whom something would have been suggested. */
  readonly asked: number;
  /** Those who then bought it. */
  readonly hits: number;
  /** Those who then bought the most popular product that they had not had, instead. */
  readonly popular: number;
}

/** With fewer customers a trial shows nothing. */
export const fewestAsked = 20;

/** Tries the first suggestion of each customer; `byPopularity`: products, the most sold by the day first. */
export function tryNext(
  products: readonly NextProduct[],
  byPopularity: readonly number[],
  bought: FirstBought,
  day: number,
): NextTrial {
  let [asked, hits, popular] = [0, 0, 0];
  for (const { has, came } of customersIn(bought, day)) {
    const [first] = wantedBy(products, has);
    if (first === undefined) continue;
    asked += 1;
    if (came.has(first.to)) hits += 1;
    const plain = byPopularity.find((one) => !has.has(one));
    if (plain !== undefined && came.has(plain)) popular += 1;
  }
  return { asked, hits, popular };
}

/** `cross`: goes with it; `up`: a dearer one of its kind; `switch`: another one of its kind. */
export type NextKind = 'cross' | 'up' | 'switch';

/** What of a product tells kinds apart. */
export interface KindFacts {
  readonly category: string | null;
  /** What one of it brought; null: unknown. */
  readonly price: number | null;
}

/** So much more makes a product a dearer one. */
const dearer = 1.1;

/** What a suggestion is, by category and price. */
export function kindOf(from: KindFacts | undefined, to: KindFacts | undefined): NextKind {
  const [one, other] = [from?.category?.trim(), to?.category?.trim()];
  if (!one || !other || one.toLowerCase() !== other.toLowerCase()) return 'cross';
  const [was, is] = [from?.price ?? null, to?.price ?? null];
  return was !== null && is !== null && is > was * dearer ? 'up' : 'switch';
}
