import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutToFit, leftEnd } from '#renderer/components/chart/marks.ts';

const aligns = fc.constantFrom(
  'left',
  'center',
  'right',
  'start',
  'end',
) as fc.Arbitrary<CanvasTextAlign>;

test('a text of a chart ends at the edge of the canvas at most, wherever it was to stand', () => {
  const place = fc.record({
    x: fc.integer({ min: -500, max: 1500 }),
    align: aligns,
    width: fc.integer({ min: 0, max: 400 }),
    room: fc.integer({ min: 400, max: 1000 }),
  });
  fc.assert(
    fc.property(place, (given) => {
      const left = leftEnd(given);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + given.width).toBeLessThanOrEqual(given.room);
    }),
  );
});

test('a text that fits stands where it was meant to', () => {
  const fits = { x: 100, width: 40, room: 300 };
  expect(leftEnd({ ...fits, align: 'left' })).toBe(100);
  expect(leftEnd({ ...fits, align: 'center' })).toBe(80);
  expect(leftEnd({ ...fits, align: 'right' })).toBe(60);
});

test('a text wider than the canvas is cut with a sign, and never wider', () => {
  const widthOf = (text: string) => text.length * 7;
  expect(cutToFit('Gilingan tangan', 105, widthOf)).toBe('Gilingan tangan');
  expect(cutToFit('Gilingan tangan', 70, widthOf)).toBe('Gilingan…');
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.integer({ min: 7 }),
      (text, room) => {
        expect(widthOf(cutToFit(text, room, widthOf))).toBeLessThanOrEqual(room);
      },
    ),
  );
});
