import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import { fewestToCompare } from '#shared/contract/insights/time.ts';
import type { Time } from '../time/words.ts';

type Against = Time['against'][number];

/** A month that can be held against the same days a year before. */
export type Compared = Against & { readonly before: NonNullable<Against['before']> };

/** Those that can be compared. */
export function comparedIn({ against }: Time): Compared[] {
  return against.filter((one): one is Compared => one.before !== null);
}

/** What all of them brought, and the same days a year before. */
export function totalsOf(months: readonly Compared[]) {
  return {
    nowMinor: months.reduce((sum, { minor }) => sum + minor, 0),
    nowSales: months.reduce((sum, { sales }) => sum + sales, 0),
    beforeMinor: months.reduce((sum, { before }) => sum + before.minor, 0),
    beforeSales: months.reduce((sum, { before }) => sum + before.sales, 0),
  };
}

/** Whether so few sales, or no revenue, lie on either side that per cents would be chance. */
function isThin({ nowSales, beforeSales, beforeMinor }: ReturnType<typeof totalsOf>): boolean {
  return Math.min(nowSales, beforeSales) < fewestToCompare || beforeMinor <= 0;
}

/** By which part a month changed; null: too few sales to say. */
export function changeOf(month: Compared): number | null {
  const totals = totalsOf([month]);
  return isThin(totals) ? null : totals.nowMinor / totals.beforeMinor - 1;
}

/** `+12%`. */
export function signedPercent(format: Format, share: number): string {
  const percent = format.percent(Math.abs(share));
  if (Math.round(share * 100) === 0) return percent;
  return `${share > 0 ? '+' : '\u2212'}${percent}`;
}

/** The answer in a sentence: more or less than in the same days a year before. */
export function yearFinding(t: Translate, format: Format, time: Time): string {
  const months = comparedIn(time);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined)
    return t('insights.year.none', { date: format.date(time.firstOn ?? time.through) });
  const totals = totalsOf(months);
  if (isThin(totals))
    return t('insights.year.few', { count: totals.nowSales, before: totals.beforeSales });
  const said = {
    ...{ from: format.date(first.from), to: format.date(last.to) },
    ...{ now: format.money(totals.nowMinor), before: format.money(totals.beforeMinor) },
  };
  const change = totals.nowMinor / totals.beforeMinor - 1;
  if (Math.abs(change) < 0.005) return t('insights.year.same', said);
  const percent = format.percent(Math.abs(change));
  return t(`insights.year.${change > 0 ? 'more' : 'less'}`, { ...said, percent });
}
