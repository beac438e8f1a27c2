import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw, heldOf, seedOf } from '#shared/domain/campaigns/draw.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 200 });
const percent = fc.integer({ min: 0, max: 50 });
const seed = fc.nat(2 ** 32 - 1);

it('gives everybody one turn, keeps as many apart as were asked for, and is made again from its seed', () => {
  fc.assert(
    fc.property(ids, percent, seed, (all, share, from) => {
      const { order, held } = draw(all, share, from);
      expect([...order].sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
      expect(held.size).toBe(heldOf(all.length, share));
      expect([...held].every((id) => all.includes(id))).toBe(true);
      expect(draw(all, share, from)).toEqual({ order, held });
    }),
  );
});

it('keeps nobody apart more often than another, and nobody in one half of the turns', () => {
  const all = Array.from({ length: 100 }, (_, index) => index + 1);
  const kept = new Map<number, number>();
  let early = 0;
  for (let run = 0; run < 2000; run += 1) {
    const { order, held } = draw(all, 20, seedOf(`run ${run}`));
    for (const id of held) kept.set(id, (kept.get(id) ?? 0) + 1);
    early += order.slice(0, 50).filter((id) => held.has(id)).length;
  }
  // 400 each, give or take five standard deviations of 18.
  for (const id of all) expect(Math.abs((kept.get(id) ?? 0) - 400)).toBeLessThan(90);
  expect(Math.abs(early / 40_000 - 0.5)).toBeLessThan(0.02);
});
