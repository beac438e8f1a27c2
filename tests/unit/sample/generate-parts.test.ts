import { describe, expect, it } from 'vitest';
import {
  dayWeight,
  firstDayOf,
  isClosed,
  slashDate,
  writtenDate,
} from '#electron/services/sample/generate/calendar.ts';
import {
  damagedPhone,
  maskedName,
  maskedPhone,
  mobileNumber,
} from '#electron/services/sample/generate/phones.ts';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import { priceIn } from '#electron/services/sample/generate/products.ts';
import { createRandom } from '#electron/services/sample/generate/random.ts';
import { dottedAmount } from '#electron/services/sample/generate/sample-file.ts';
import { dayNumber, daysBetween, isoFromDay } from '#shared/domain/calendar/dates.ts';

describe('the generator’s chance', () => {
  it('repeats itself by seed and purpose, and only then', () => {
    const draw = (seed: number, purpose: string) => {
      const random = createRandom(seed, purpose);
      return Array.from({ length: 5 }, random.next);
    };
    expect(draw(7, 'names')).toEqual(draw(7, 'names'));
    expect(draw(7, 'names')).not.toEqual(draw(7, 'visits'));
    expect(draw(7, 'names')).not.toEqual(draw(8, 'names'));
  });

  it('draws evenly, and by weight', () => {
    const random = createRandom(1, 'test');
    const mean = Array.from({ length: 20_000 }, random.next).reduce((a, b) => a + b, 0) / 20_000;
    expect(mean).toBeCloseTo(0.5, 1.7);
    const picks = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['rare', 1],
        ['often', 3],
        ['never', 0],
      ]),
    );
    const share = picks.filter((pick) => pick === 'rare').length / picks.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
    expect(picks).not.toContain('never');
  });
});

const { calendar } = placeOf('id');

describe('the generator’s calendar', () => {
  it('knows Idul Fitri to within a day of the Umm al-Qura calendar', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    });
    const isFirstOfSyawal = (iso: string) => {
      const parts = format.formatToParts(new Date(`${iso}T12:00:00Z`));
      const part = (type: string) => parts.find((one) => one.type === type)?.value;
      return part('month') === '10' && part('day') === '1';
    };
    const idulFitri = calendar.feasts.map(isoFromDay);
    expect(idulFitri).toHaveLength(27);
    for (const feast of idulFitri) {
      const near = [-1, 0, 1].map((step) => isoFromDay(dayNumber(feast) + step));
      expect(near.filter(isFirstOfSyawal)).toHaveLength(1);
    }
    const gaps = idulFitri
      .slice(1)
      .map((feast, index) => daysBetween(idulFitri[index] ?? '', feast));
    expect(gaps.every((gap) => gap >= 353 && gap <= 356)).toBe(true);
  });

  it('closes on the feast and New Year and is fullest on a Saturday', () => {
    expect(isClosed(dayNumber('2025-03-31'), calendar)).toBe(true);
    expect(isClosed(dayNumber('2025-04-03'), calendar)).toBe(false);
    expect(dayWeight(dayNumber('2026-01-01'), 'person', calendar)).toBe(0);
    const week = [11, 12, 13, 14, 15, 16, 17].map((date) => dayNumber(`2026-05-${date}`));
    const weights = week.map((day) => dayWeight(day, 'person', calendar));
    expect(weights.indexOf(Math.max(...weights))).toBe(5);
  });

  it('begins on the first of the month three years back', () => {
    expect(isoFromDay(firstDayOf(dayNumber('2024-02-29')))).toBe('2021-02-01');
    expect(isoFromDay(firstDayOf(dayNumber('2026-12-31')))).toBe('2023-12-01');
  });

  it('writes days as tills do', () => {
    expect(slashDate(dayNumber('2026-03-05'))).toBe('05/03/2026');
    expect(writtenDate(dayNumber('2026-03-05'), calendar)).toBe('5 Maret 2026');
  });
});

describe('the generator’s parts', () => {
  it.each(['id', 'en'] as const)(
    'has about forty products, each costing less than its price: %s',
    (language) => {
      const { catalogue, money } = placeOf(language);
      const products = Object.values(catalogue).flat();
      expect(products.length).toBeGreaterThanOrEqual(38);
      expect(new Set(products.map(({ code }) => code)).size).toBe(products.length);
      expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
      for (const product of products) {
        expect(product.cost).toBeLessThan(product.price);
        expect(priceIn(product, 0, money.stepMinor)).toBe(product.price);
        expect(priceIn(product, 3, money.stepMinor)).toBeGreaterThanOrEqual(product.price);
      }
    },
  );

  it('never gives a mobile number twice', () => {
    const numbers = Array.from({ length: 36_000 }, (_, index) => mobileNumber(index).e164);
    expect(new Set(numbers).size).toBe(36_000);
  });

  it('damages, hides and dots as other programs do', () => {
    const phone = mobileNumber(0);
    expect(damagedPhone(phone)).toBe('6.28E+12');
    expect(maskedPhone(phone)).toBe('******00');
    expect(maskedName('Arum Baskoro')).toBe('A****o');
    expect([0, 950, 18_000, 1_250_000, -36_000].map(dottedAmount)).toEqual([
      '0',
      '950',
      '18.000',
      '1.250.000',
      '-36.000',
    ]);
  });
});
