import { logGamma } from '../models/log-gamma.ts';
import { shareRange } from '../share-range.ts';

/** What was bought together in one sale, sale after sale: each product once in a sale. */
export interface Baskets {
  /** Where each sale's products begin, and after the last where they end. */
  readonly from: ArrayLike<number>;
  readonly products: ArrayLike<number>;
}

/** Two products in one sale. */
export interface Pair {
  /** Whoever buys this … */
  readonly from: number;
  /** … buys that too. */
  readonly to: number;
  readonly together: number;
  readonly ofFrom: number;
  readonly ofTo: number;
  /** Of all sales, those with both. */
  readonly support: number;
  /** Of the sales with the first, those with the second too; its middle 80 %. */
  readonly confidence: number;
  readonly low: number;
  readonly high: number;
  /** How many times as often as in any sale. */
  readonly lift: number;
  /** Chance of so many together or more, were it chance alone (one-sided, Fisher). */
  readonly p: number;
  /** The same after as many pairs were looked at (Benjamini and Hochberg). */
  readonly q: number;
}

export interface PairFindings {
  readonly baskets: number;
  /** Sales with two products or more. */
  readonly several: number;
  /** Pairs of products of which each is in enough sales. */
  readonly looked: number;
  /** The surest first: more often together than chance has it, false one time in twenty at most. */
  readonly proven: readonly Pair[];
}

/** So many sales with both it takes. */
export const fewestTogether = 5;
const mostFalse = 0.05;
const negligible = 1e-15;

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/**
 * Fisher's exact test, one-sided: the chance that of `all` sales, `ofFrom` with one product and `ofTo` with
 * another, `together` or more have both if the products have nothing to do with each other (the upper tail
 * of the hypergeometric distribution).
 */
export function fisherGreater(all: number, ofFrom: number, ofTo: number, together: number): number {
  const most = Math.min(ofFrom, ofTo);
  const least = Math.max(0, ofFrom + ofTo - all);
  if (together <= least) return 1;
  const first =
    logChoose(ofFrom, together) + logChoose(all - ofFrom, ofTo - together) - logChoose(all, ofTo);
  let [term, sum] = [1, 1];
  for (let both = together; both < most; both += 1) {
    term *= ((ofFrom - both) * (ofTo - both)) / ((both + 1) * (all - ofFrom - ofTo + both + 1));
    sum += term;
    if (term < negligible * sum) break;
  }
  return Math.min(1, Math.exp(first) * sum);
}

function countProducts({ products }: Baskets): Map<number, number> {
  const counts = new Map<number, number>();
  for (let index = 0; index < products.length; index += 1) {
    const id = products[index] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** How often each two of the products with enough sales are in one sale; keyed by `smaller larger`. */
function countPairs({ from, products }: Baskets, isFrequent: (id: number) => boolean) {
  const counts = new Map<string, { one: number; other: number; together: number }>();
  for (let sale = 0; sale + 1 < from.length; sale += 1) {
    const own: number[] = [];
    for (let index = from[sale] ?? 0; index < (from[sale + 1] ?? 0); index += 1) {
      const id = products[index] ?? 0;
      if (isFrequent(id)) own.push(id);
    }
    own.sort((one, other) => one - other);
    for (const [index, one] of own.entries())
      for (const other of own.slice(index + 1)) {
        const key = `${one} ${other}`;
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { one, other, together: 1 });
        else known.together += 1;
      }
  }
  return [...counts.values()];
}

function pairOf(all: number, from: number, to: number, counts: readonly number[]): Omit<Pair, 'q'> {
  const [ofFrom = 0, ofTo = 0, together = 0] = counts;
  const { share, low, high } = shareRange(together, ofFrom);
  const lift = share / (ofTo / all);
  const p = lift > 1 ? fisherGreater(all, ofFrom, ofTo, together) : 1;
  const support = together / all;
  return { from, to, together, ofFrom, ofTo, support, confidence: share, low, high, lift, p };
}

/** Benjamini and Hochberg (1995): each chance times the pairs looked at over its place, never falling. */
function withFalseShare(sorted: readonly Omit<Pair, 'q'>[], looked: number): Pair[] {
  let least = 1;
  const found = sorted.map((pair) => ({ ...pair, q: 1 }));
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const pair = sorted[index];
    if (pair === undefined) continue;
    least = Math.min(least, (pair.p * looked) / (index + 1));
    found[index] = { ...pair, q: least };
  }
  return found;
}

/** Every pair that is together in at least so many sales, the surest first, each in its surer direction. */
export function pairsOf(baskets: Baskets, fewest: number): { pairs: Pair[]; looked: number } {
  const all = baskets.from.length - 1;
  const counts = countProducts(baskets);
  const frequent = [...counts.values()].filter((count) => count >= fewest).length;
  const looked = frequent < 2 ? 0 : (frequent * (frequent - 1)) / 2;
  const pairs = countPairs(baskets, (id) => (counts.get(id) ?? 0) >= fewest)
    .filter(({ together }) => together >= fewest)
    .map(({ one, other, together }) => {
      const [ofOne, ofOther] = [counts.get(one) ?? 0, counts.get(other) ?? 0];
      return ofOne <= ofOther
        ? pairOf(all, one, other, [ofOne, ofOther, together])
        : pairOf(all, other, one, [ofOther, ofOne, together]);
    })
    .sort((one, other) => one.p - other.p || other.lift - one.lift);
  return { pairs: withFalseShare(pairs, looked), looked };
}

/**
 * What sells together: support, confidence and lift (Agrawal 1993), told only where both are in one sale at
 * least five times and it is no chance, with all pairs in mind that might have come out so.
 */
export function pairFindings(baskets: Baskets): PairFindings {
  const { pairs, looked } = pairsOf(baskets, fewestTogether);
  let several = 0;
  for (let sale = 0; sale + 1 < baskets.from.length; sale += 1)
    if ((baskets.from[sale + 1] ?? 0) - (baskets.from[sale] ?? 0) > 1) several += 1;
  return {
    baskets: Math.max(0, baskets.from.length - 1),
    several,
    looked,
    proven: pairs.filter(({ q, lift }) => lift > 1 && q <= mostFalse),
  };
}
