import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesOf, readTime, timeOf } from '#renderer/components/fields/read-time.ts';
import { limitsOf, openMinutesADay, withAnother } from '#renderer/features/settings/opening.ts';
import { openSpan } from '#shared/contract/settings.ts';

test('reads a time as people type it, and nothing that is none', () => {
  const typed = ['8', '08', '8.30', '08:30', '0830', ' 24.00 ', '0', '17 45'];
  expect(typed.map(readTime)).toEqual([480, 480, 510, 510, 510, 1440, 0, 1065]);
  const spoken = [
    '830',
    'jam 8',
    '8am',
    '8:30 PM',
    '20.30 WIB',
    '8 malam',
    '12 malam',
    '3.30 sore',
  ];
  expect(spoken.map(readTime)).toEqual([510, 480, 480, 1230, 1230, 1200, 0, 930]);
  const wrong = ['', '25', '24:01', '8:7', '8:60', 'pagi', '9 sore', '13 pm', '-1', '990', '12345'];
  expect(wrong.map(readTime)).toEqual(wrong.map(() => null));
});

test('reads every time it has written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      expect(readTime(timeOf(minutes))).toBe(minutes);
      expect(minutesOf(timeOf(minutes))).toBe(minutes);
    }),
  );
});

test('an opening stays apart from the one before and the one after', () => {
  const day = [
    { opens: '08:00', closes: '12:00' },
    { opens: '13:00', closes: '17:00' },
  ];
  expect(limitsOf(day, 0)).toEqual({ opens: { from: 0, to: 719 }, closes: { from: 481, to: 780 } });
  expect(limitsOf(day, 1)).toEqual({
    opens: { from: 720, to: 1019 },
    closes: { from: 781, to: 1440 },
  });
});

test('another opening splits the day at noon, or comes after it, as long as there is room', () => {
  expect(withAnother([{ opens: '08:00', closes: '17:00' }])).toEqual({
    isNoon: true,
    spans: [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '17:00' },
    ],
  });
  expect(withAnother([{ opens: '06:00', closes: '11:00' }])?.spans[1]).toEqual({
    opens: '12:00',
    closes: '15:00',
  });
  expect(withAnother([{ opens: '18:00', closes: '24:00' }])).toBeNull();
  expect(withAnother([])).toBeNull();
});

test('another opening is always one that can be saved', () => {
  const clock = fc.integer({ min: 0, max: 1440 });
  fc.assert(
    fc.property(clock, clock, (one, other) => {
      fc.pre(one !== other);
      const day = [{ opens: timeOf(Math.min(one, other)), closes: timeOf(Math.max(one, other)) }];
      const spans = withAnother(day)?.spans ?? day;
      for (const span of spans) expect(openSpan.safeParse(span).success).toBe(true);
      const [first, second] = spans;
      if (second !== undefined) expect((first?.closes ?? '') < second.opens).toBe(true);
    }),
  );
});

test('an average day counts the days that open', () => {
  const week = [[{ opens: '08:00', closes: '12:00' }], [{ opens: '08:00', closes: '16:00' }], []];
  expect(openMinutesADay(week)).toBe(360);
  expect(openMinutesADay([[], []])).toBeNull();
});
