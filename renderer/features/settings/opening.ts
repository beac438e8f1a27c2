import { MINUTES_A_DAY, minutesOf, timeOf } from '#renderer/components/fields/read-time.ts';
import type { OpenSpan } from '#shared/contract/settings.ts';

/** More a day than a shop that closes at noon needs is left to those who have it already. */
const MOST_SPANS = 2;
export const USUAL_SPAN: OpenSpan = { opens: '08:00', closes: '17:00' };

/** The times a span's ends may take beside the spans before and after it; minutes, both included. */
export function limitsOf(spans: readonly OpenSpan[], index: number) {
  const { opens, closes } = spans[index] ?? USUAL_SPAN;
  const before = spans[index - 1]?.closes ?? '00:00';
  const after = spans[index + 1]?.opens ?? '24:00';
  return {
    opens: { from: minutesOf(before), to: minutesOf(closes) - 1 },
    closes: { from: minutesOf(opens) + 1, to: minutesOf(after) },
  };
}

/** The day with one more opening: split at noon where it is open then, else later; null: no room. */
export function withAnother(
  spans: readonly OpenSpan[],
): { readonly isNoon: boolean; readonly spans: OpenSpan[] } | null {
  const last = spans.at(-1);
  if (last === undefined || spans.length >= MOST_SPANS) return null;
  if (last.opens < '12:00' && last.closes > '13:00') {
    const noon = [
      { opens: last.opens, closes: '12:00' },
      { opens: '13:00', closes: last.closes },
    ];
    return { isNoon: true, spans: [...spans.slice(0, -1), ...noon] };
  }
  const opens = minutesOf(last.closes) + 60;
  if (opens >= MINUTES_A_DAY) return null;
  const closes = timeOf(Math.min(opens + 180, MINUTES_A_DAY));
  return { isNoon: false, spans: [...spans, { opens: timeOf(opens), closes }] };
}

/** Open minutes of an average day the shop opens on; null where it never does. */
export function openMinutesADay(week: readonly (readonly OpenSpan[])[]): number | null {
  const days = week
    .map((spans) =>
      spans.reduce((sum, span) => sum + minutesOf(span.closes) - minutesOf(span.opens), 0),
    )
    .filter((minutes) => minutes > 0);
  return days.length === 0 ? null : days.reduce((sum, day) => sum + day, 0) / days.length;
}
