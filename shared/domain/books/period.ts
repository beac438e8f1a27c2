import { addDays, addMonths, daysBetween, monthOf } from '../calendar/dates.ts';

/** From its first day to its last, both in it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year of the calendar that a day lies in. */
export function periodOf(kind: PeriodKind, day: string): Period {
  const months = MONTHS[kind];
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months);
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** What kind of period of the calendar two days make; null: days of one's own. */
export function kindOf({ from, to }: Period): PeriodKind | null {
  const isWhole = (kind: PeriodKind) => {
    const whole = periodOf(kind, from);
    return whole.from === from && whole.to === to;
  };
  return periodKinds.find(isWhole) ?? null;
}

/** The period before: of the calendar where it is one, else as many days. */
export function periodBefore(period: Period): Period {
  const kind = kindOf(period);
  const last = addDays(period.from, -1);
  if (kind !== null) return periodOf(kind, last);
  return { from: addDays(last, -daysBetween(period.from, period.to)), to: last };
}

/** The months from the first to the last, both in it: `2026-03`. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let day = `${first}-01`; monthOf(day) <= last; day = addMonths(day, 1))
    months.push(monthOf(day));
  return months;
}

/** A period as part of a file's name: `2026-04`, `2026-Q2`, `2026`, `2026-04-03_2026-05-01`. */
export function periodName(period: Period): string {
  const { from, to } = period;
  const kind = kindOf(period);
  if (kind === 'month') return monthOf(from);
  if (kind === 'quarter') return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
  return kind === 'year' ? from.slice(0, 4) : `${from}_${to}`;
}
