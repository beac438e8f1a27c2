import type { AlikeReason } from '#shared/contract/products/merge.ts';
import { editDistance, errorsAllowed } from '#shared/domain/text/edit-distance.ts';
import { nameKey } from '#shared/domain/text/names.ts';

/** A product as it is compared with others. */
export interface Comparable {
  readonly id: number;
  readonly name: string;
  readonly sku: string | null;
  /** Lines of sales that name it. */
  readonly lines: number;
}

export interface AlikePair<P extends Comparable> {
  readonly kept: P;
  readonly other: P;
  readonly reason: AlikeReason;
}

/** Ways to write one unit. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ...['gr', 'gram', 'grm', 'gm'].map((word) => [word, 'g'] as const),
  ...['kilo', 'kilogram', 'kgs'].map((word) => [word, 'kg'] as const),
  ...['ltr', 'liter', 'litre', 'lt'].map((word) => [word, 'l'] as const),
  ...['mililiter', 'mltr', 'cc'].map((word) => [word, 'ml'] as const),
  ...['pc', 'piece', 'pieces', 'buah', 'bh', 'biji'].map((word) => [word, 'pcs'] as const),
]);

/** The words of a name, numbers apart from their units, each unit in one way. */
function wordsOf(name: string): string[] {
  return nameKey(name)
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ')
    .map((word) => UNITS.get(word) ?? word);
}

function codeOf(sku: string | null): string {
  return (sku ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(\d+)\.0$/, '$1');
}

function groupsBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [one]);
      else known.push(one);
    }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Same words but for one, which a slip of the hand tells apart; a number is never a slip. */
function isTypingSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const apart = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ''] as const]));
  const [slip] = apart;
  if (slip === undefined || apart.length > 1) return false;
  const [left, right] = slip;
  if (/\d/.test(left + right)) return false;
  const allowed = Math.min(errorsAllowed(left), errorsAllowed(right));
  return allowed > 0 && editDistance(left, right, allowed) <= allowed;
}

function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

/** All but one of its words: whoever shares that may differ by a slip. */
function allButOne(words: readonly string[]): string[] {
  const [first = ''] = words;
  if (words.length === 1) return [`${first.slice(0, 1)}*`];
  return words.flatMap((slip, left) =>
    /\d/.test(slip) ? [] : [words.map((word, at) => (at === left ? '*' : word)).join(' ')],
  );
}

/**
 * Products that may be one, the surest reason first; of each pair the one with more sales is to be kept.
 * `apart`: those that are not the same.
 */
export function findAlike<P extends Comparable>(
  products: readonly P[],
  apart: readonly { readonly productId: number; readonly otherId: number }[],
): AlikePair<P>[] {
  const all = [...products].sort((a, b) => b.lines - a.lines || a.id - b.id);
  const known = all.map((product) => ({ product, words: wordsOf(product.name) }));
  type Known = (typeof known)[number];
  const paired = new Set(apart.map(({ productId, otherId }) => pairKey(productId, otherId)));
  const isApart = new Set(paired);
  const pairs: AlikePair<P>[] = [];
  const pair = (kept: Known, other: Known, reason: AlikeReason) => {
    const key = pairKey(kept.product.id, other.product.id);
    if (paired.has(key)) return;
    paired.add(key);
    pairs.push({ kept: kept.product, other: other.product, reason });
  };
  const pairUp = (reason: AlikeReason, keyOf: (one: Known) => string) => {
    const keyed = known.filter((one) => keyOf(one) !== '');
    for (const group of groupsBy(keyed, (one) => [keyOf(one)]))
      for (const [at, other] of group.entries()) {
        // With the first that it can still be: who is not the same as that may be as another.
        const fits = ({ product }: Known) => !isApart.has(pairKey(product.id, other.product.id));
        const kept = group.slice(0, at).find(fits);
        if (kept !== undefined) pair(kept, other, reason);
      }
  };
  pairUp('code', ({ product }) => codeOf(product.sku));
  pairUp('spelling', ({ words }) => words.join(''));
  pairUp('order', ({ words }) => [...words].sort().join(' '));
  for (const group of groupsBy(known, ({ words }) => allButOne(words)))
    group.forEach((kept, at) => {
      for (const other of group.slice(at + 1))
        if (isTypingSlip(kept.words, other.words)) pair(kept, other, 'typing');
    });
  return pairs;
}
