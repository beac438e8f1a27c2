import { create } from 'zustand';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import { addDays } from '#shared/domain/calendar/dates.ts';

export const SPANS = ['week', 'fortnight', 'month', 'own'] as const;
export type Span = (typeof SPANS)[number];

const lengths = { week: 7, fortnight: 14, month: 30 } as const;

/** The days of a span that begins today. */
export function daysOf(span: Exclude<Span, 'own'>, today: string): Days {
  return { from: today, to: addDays(today, lengths[span] - 1) };
}

interface HandoverChoice {
  readonly span: Span;
  /** The days of `own`. */
  readonly own: Days | null;
  /** Whose complaints; null: everybody's. */
  readonly who: string | null;
  choose(span: Span, own: Days | null): void;
  chooseWho(who: string | null): void;
}

/** What the sheet is for, kept so that coming back from a record finds it again. */
export const useHandoverChoice = create<HandoverChoice>()((set) => ({
  ...{ span: 'fortnight', own: null, who: null },
  choose: (span, own) => set({ span, own }),
  chooseWho: (who) => set({ who }),
}));
