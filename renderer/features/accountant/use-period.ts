import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useFormat } from '#renderer/components/use-format.ts';
import {
  type Period,
  type PeriodKind,
  periodBefore,
  periodOf,
} from '#shared/domain/books/period.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

export type PeriodChoice = PeriodKind | 'own';

interface Chosen {
  readonly kind: PeriodChoice;
  /** Null: nobody chose yet, the last month is shown. */
  readonly period: Period | null;
  choose(kind: PeriodChoice, period: Period): void;
}

/** Kept so that coming back from the sales behind a figure finds the period again. */
export const useChosenPeriod = create<Chosen>()((set) => ({
  kind: 'month',
  period: null,
  choose: (kind, period) => set({ kind, period }),
}));

export interface PeriodState {
  readonly kind: PeriodChoice;
  readonly period: Period;
  /** Of the calendar: the one around the last day of what is shown; `own` keeps the days. */
  chooseKind(kind: PeriodChoice): void;
  chooseDays(period: Period): void;
  step(direction: -1 | 1): void;
}

/** The period that the pack is about: the last month first. */
export function usePeriod(): PeriodState {
  const { today } = useFormat();
  const { kind, period: chosen, choose } = useChosenPeriod();
  const period = chosen ?? periodBefore(periodOf('month', today));
  return {
    kind,
    period,
    chooseKind: (next) => choose(next, next === 'own' ? period : periodOf(next, period.to)),
    chooseDays: (days) => choose('own', days),
    step: (direction) => {
      if (kind === 'own') return;
      const next = direction < 0 ? periodBefore(period) : periodOf(kind, addDays(period.to, 1));
      choose(kind, next);
    },
  };
}

/** A period as people say it: `April 2026`, `Triwulan 2 2026`, `2026`, `3 Apr – 1 Mei 2026`. */
export function usePeriodText(): (kind: PeriodChoice, period: Period) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (kind, { from, to }) => {
    const year = from.slice(0, 4);
    if (kind === 'month') return format.month(from);
    if (kind === 'quarter')
      return t('accountant.period.quarterOf', {
        quarter: Math.ceil(Number(from.slice(5, 7)) / 3),
        year,
      });
    if (kind === 'year') return year;
    return t('accountant.period.span', {
      from: format.date(from, true),
      to: format.date(to, true),
    });
  };
}
