import type { SoldDay } from '#db/queries/insights/sold-days.ts';
import type { Output } from '#shared/contract/index.ts';
import { isoFromDay } from '#shared/domain/calendar/dates.ts';
import { lebaransBetween } from '#shared/domain/calendar/lebaran.ts';
import type { Daily } from '#shared/domain/worth/season/daily.ts';
import {
  type Days,
  monthsAgainst,
  weekendDaysIn,
} from '#shared/domain/worth/season/year-before.ts';

const monthsCompared = 12;

/** Sums of the days that lie in a span. */
export function sumOf(days: readonly SoldDay[], from: string, to: string) {
  const own = days.filter(({ day }) => day >= from && day <= to);
  return {
    sales: own.reduce((sum, one) => sum + one.sales, 0),
    minor: own.reduce((sum, one) => sum + one.minor, 0),
  };
}

function stretchOf(days: readonly SoldDay[], span: Days, hasLebaran: boolean) {
  const [from, to] = [isoFromDay(span.from), isoFromDay(span.to)];
  const feast = hasLebaran ? lebaransBetween(span.from, span.to)[0] : undefined;
  return {
    ...{ from, to, ...sumOf(days, from, to) },
    weekendDays: weekendDaysIn(span),
    lebaranOn: feast === undefined ? null : isoFromDay(feast),
  };
}

/** The last twelve months, each beside the same days a year before. */
export function againstYearBefore(
  days: readonly SoldDay[],
  daily: Daily,
  hasLebaran: boolean,
): Output<'insights.time'>['against'] {
  if (daily.minor.length === 0) return [];
  return monthsAgainst(daily, monthsCompared).map(({ now, before }) => ({
    ...stretchOf(days, now, hasLebaran),
    before: before === null ? null : stretchOf(days, before, hasLebaran),
  }));
}
