import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abcClasses } from '#shared/domain/worth/baskets/abc.ts';
import {
  type Baskets,
  fisherGreater,
  pairFindings,
  pairsOf,
} from '#shared/domain/worth/baskets/rules.ts';
import { seededRandom } from '#shared/domain/worth/models/normal.ts';
import { sharedData } from '#tests/support/shared-data.ts';

function basketsOf(sales: readonly (readonly number[])[]): Baskets {
  const from = [0];
  for (const one of sales) from.push((from.at(-1) ?? 0) + one.length);
  return { from, products: sales.flat() };
}

interface Rule {
  readonly lhs: string;
  readonly rhs: string;
  readonly n: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  readonly fisher_p_greater: number;
}

const path = sharedData('clv/ref_small_cases.json');

// Without the shared data there is nothing to hold this against.
describe.skipIf(path === null)('twelve baskets', () => {
  const { basket } = JSON.parse(
    path === null ? '{"basket":{"baskets":[],"rules":[]}}' : readFileSync(path, 'utf8'),
  ) as { basket: { baskets: readonly (readonly string[])[]; rules: readonly Rule[] } };
  const names = [...new Set(basket.baskets.flat())];
  const baskets = basketsOf(basket.baskets.map((own) => own.map((name) => names.indexOf(name))));

  it('have the pairs of the reference', () => {
    const { pairs } = pairsOf(baskets, 1);
    expect(pairs.length).toBeGreaterThan(5);
    for (const { from, to, together, support, confidence, lift, p } of pairs) {
      const rule = basket.rules.find(({ lhs, rhs }) => lhs === names[from] && rhs === names[to]);
      if (rule === undefined) throw new Error(`${names[from]} and ${names[to]}`);
      expect(together).toBe(rule.n);
      expect(support).toBeCloseTo(rule.support, 12);
      expect(confidence).toBeCloseTo(rule.confidence, 12);
      expect(lift).toBeCloseTo(rule.lift, 12);
      // Of what is together as often as by chance, or less, no more is asked.
      if (rule.lift > 1 + 1e-9) expect(p).toBeCloseTo(rule.fisher_p_greater, 10);
    }
    const [best] = pairs;
    expect(best?.lift).toBeCloseTo(1.8, 9);
    expect(best?.p).toBeCloseTo(0.1515, 3);
  });

  it('prove nothing', () => {
    expect(pairFindings(baskets)).toMatchObject({ baskets: 12, several: 8, proven: [] });
    // Not for want of sales alone: with any number asked for, none is surer than one in twenty.
    for (const { q } of pairsOf(baskets, 1).pairs) expect(q).toBeGreaterThan(0.05);
  });
});

describe('Fisher’s chance', () => {
  it('is what counting every way to deal gives', () => {
    // Of 10 sales 4 with one and 5 with the other: C(4,k)·C(6,5−k) of C(10,5) = 252 ways.
    const ways = [6, 60, 120, 60, 6];
    for (let together = 0; together <= 4; together += 1) {
      const more = ways.slice(together).reduce((sum, one) => sum + one, 0);
      expect(fisherGreater(10, 4, 5, together)).toBeCloseTo(more / 252, 12);
    }
    expect(fisherGreater(10, 8, 9, 7)).toBe(1);
  });

  it('is a chance for any counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, a, b, c) => {
          const [ofFrom, ofTo] = [Math.round(all * a), Math.round(all * b)];
          const mean = (ofFrom * ofTo) / all;
          const most = Math.min(ofFrom, ofTo);
          const together = Math.ceil(mean + c * (most - mean));
          const p = fisherGreater(all, ofFrom, ofTo, Math.min(most, together));
          expect(p >= 0 && p <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('what sells together', () => {
  /** Sales of three products of forty, drawn alike; `pulls`: whoever takes the first takes the second too, so often. */
  function drawn(seed: number, pulls: number): Baskets {
    const random = seededRandom(seed);
    return basketsOf(
      Array.from({ length: 600 }, () => {
        const own = new Set(Array.from({ length: 3 }, () => Math.floor(random() * 40)));
        if (own.has(0) && random() < pulls) own.add(1);
        return [...own];
      }),
    );
  }

  it('is found where there is something, and rarely where it is chance', () => {
    let false_ = 0;
    for (let seed = 1; seed <= 40; seed += 1)
      if (pairFindings(drawn(seed, 0)).proven.length > 0) false_ += 1;
    expect(false_).toBeLessThanOrEqual(5);
    const { proven } = pairFindings(drawn(3, 0.8));
    expect([proven[0]?.from, proven[0]?.to].sort()).toEqual([0, 1]);
    for (const { low, confidence, high, lift, together } of proven) {
      expect(low <= confidence && confidence <= high).toBe(true);
      expect(lift > 1 && together >= 5).toBe(true);
    }
  });

  it('is nothing of no sales', () => {
    expect(pairFindings({ from: [0], products: [] })).toEqual({
      baskets: 0,
      several: 0,
      looked: 0,
      proven: [],
    });
    expect(pairFindings({ from: [], products: [] }).baskets).toBe(0);
  });
});

describe('the classes A, B and C', () => {
  it('give what crosses a line to the higher one, and set apart what brought nothing', () => {
    const items = [700, 150, 60, 50, 40, 0, -30].map((minor, id) => ({ id, minor }));
    const { classed, apart } = abcClasses(items);
    expect(classed.map(({ id, abc }) => `${id}${abc}`)).toEqual(['0A', '1A', '2B', '3B', '4C']);
    expect(apart.map(({ id }) => id)).toEqual([5, 6]);
    // 80 % exactly is reached: the next one is B.
    expect(abcClasses([{ minor: 80 }, { minor: 20 }]).classed.map(({ abc }) => abc)).toEqual([
      'A',
      'B',
    ]);
    expect(abcClasses([{ minor: 5 }]).classed[0]?.abc).toBe('A');
    expect(abcClasses([])).toEqual({ classed: [], apart: [] });
  });
});
