import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

export type ComingBack = Output<'insights.comingBack'>;

const daysPerMonth = 30.4375;
const daysPerYear = 365.25;

/** A length of time in months below two years, else in years: `7.5 months`, `2.3 years`. */
export function lengthText(t: Translate, format: Format, days: number): string {
  const isLong = days >= 2 * daysPerYear;
  const value = Math.round((10 * days) / (isLong ? daysPerYear : daysPerMonth)) / 10;
  return t(isLong ? 'insights.length.years' : 'insights.length.months', {
    count: value,
    value: format.number(value, 1),
  });
}

/** A share with its range: `34%`, `31%` and `37%`. */
export function shareWords(
  format: Format,
  { share, low, high }: { readonly share: number; readonly low: number; readonly high: number },
): { percent: string; low: string; high: string } {
  return { percent: format.percent(share), low: format.percent(low), high: format.percent(high) };
}
