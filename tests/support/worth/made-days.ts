import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { lebaransBetween } from '#shared/domain/calendar/lebaran.ts';
import { normalDraw, seededRandom } from '#shared/domain/worth/models/normal.ts';
import type { Daily } from '#shared/domain/worth/season/daily.ts';

interface MadeShop {
  readonly from: string;
  readonly through: string;
  readonly seed: number;
  /** How many times an ordinary day each of the ten days before Lebaran is. */
  readonly lebaran?: number;
  /** How many times an ordinary day a day in December is. */
  readonly december?: number;
  readonly noise?: number;
}

/** A shop whose days are one like the other, but for noise, Lebaran and December; amounts in minor units. */
export function madeDays({
  from,
  through,
  seed,
  lebaran = 1,
  december = 1,
  noise = 0.2,
}: MadeShop): Daily {
  const random = seededRandom(seed);
  const [first, last] = [dayNumber(from), dayNumber(through)];
  const feasts = lebaransBetween(first, last + 60);
  const minor = Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const isBefore = feasts.some((on) => day >= on - 10 && day < on);
    const isDecember = new Date(day * 86_400_000).getUTCMonth() === 11;
    const usual = (isBefore ? lebaran : 1) * (isDecember ? december : 1);
    return Math.round(1_000_000 * usual * Math.exp(noise * normalDraw(random)));
  });
  return { first, minor };
}
