import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeByShare, type Waited } from '#shared/domain/complaints/survival.ts';

const done = (...minutes: number[]): Waited[] =>
  minutes.map((at) => ({ minutes: at, isDone: true }));
const open = (...minutes: number[]): Waited[] =>
  minutes.map((at) => ({ minutes: at, isDone: false }));

test('with nothing waiting it is the smallest time by which that share was done', () => {
  expect(timeByShare(done(10, 20, 30, 40), 0.5)).toBe(20);
  expect(timeByShare(done(10, 20, 30, 40), 0.9)).toBe(40);
  expect(timeByShare(done(7), 0.5)).toBe(7);
  expect(timeByShare([], 0.5)).toBeNull();
});

test('the remission times of Freireich give the published medians: 8 weeks, and 23 with drug 6-MP', () => {
  const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
  expect(timeByShare(done(...placebo), 0.5)).toBe(8);
  const treated = [
    ...done(6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];
  expect(timeByShare(treated, 0.5)).toBe(23);
  expect(timeByShare(treated, 0.9)).toBeNull();
});

test('what still waits never counts as done, and at its own age it was still at risk', () => {
  expect(timeByShare([...done(10), ...open(10)], 0.5)).toBe(10);
  expect(timeByShare([...done(10), ...open(20, 30)], 0.5)).toBeNull();
  expect(timeByShare(open(1, 2, 3), 0.1)).toBeNull();
});

test('one more that waits longer than all never makes the answer sooner', () => {
  const times = fc.array(fc.record({ minutes: fc.nat(50), isDone: fc.boolean() }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(times, fc.constantFrom(0.5, 0.9), (waited, share) => {
      const before = timeByShare(waited, share) ?? Number.POSITIVE_INFINITY;
      const after = timeByShare([...waited, ...open(60)], share) ?? Number.POSITIVE_INFINITY;
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});
