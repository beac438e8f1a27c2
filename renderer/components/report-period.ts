import { create } from 'zustand';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import { addDays, addMonths, monthOf } from '#shared/domain/calendar/dates.ts';

export const PERIODS = ['thisMonth', 'lastMonth', 'last90', 'thisYear', 'own'] as const;
export type Period = (typeof PERIODS)[number];

/** The days of a named period, seen from a day. */
export function daysOf(period: Exclude<Period, 'own'>, today: string): Days {
  const first = `${monthOf(today)}-01`;
  switch (period) {
    case 'thisMonth':
      return { from: first, to: today };
    case 'lastMonth':
      return { from: addMonths(first, -1), to: addDays(first, -1) };
    case 'last90':
      return { from: addDays(today, -89), to: today };
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

interface PeriodState {
  readonly period: Period;
  /** The days of `own`. */
  readonly own: Days | null;
  choose(period: Period, own: Days | null): void;
}

/** The report's period, kept so that coming back from the rows of a chart finds it again. */
export const useReportPeriod = create<PeriodState>()((set) => ({
  period: 'last90',
  own: null,
  choose: (period, own) => set({ period, own }),
}));
