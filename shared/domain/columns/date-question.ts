import { type DateOrder, daysInMonth, readDate } from '../calendar/dates.ts';
import type { ColumnOption, ReadingAnswer, ReadingContext } from './question.ts';
import type { ColumnSummary, DateEvidence } from './summary.ts';

type NumericOrder = 'dmy' | 'mdy';

/**
 * With this many different days and not one above the 12th, chance is no explanation any more
 * ((12/31)^8 is one in two thousand): the file covers the first days of a month, or months lead.
 */
const STRANGE_DAYS = 8;

interface Spread {
  readonly from: string | null;
  readonly to: string | null;
  readonly afterToday: number;
  readonly impossible: number;
}

function spread(dates: DateEvidence, order: NumericOrder, today: string): Spread {
  let from: string | null = null;
  let to: string | null = null;
  let afterToday = 0;
  let impossible = 0;
  for (const [first, second, year, count] of dates.numeric) {
    const day = order === 'dmy' ? first : second;
    const month = order === 'dmy' ? second : first;
    if (month > 12 || day > daysInMonth(year, month)) {
      impossible += count;
      continue;
    }
    const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (from === null || iso < from) from = iso;
    if (to === null || iso > to) to = iso;
    if (iso > today) afterToday += count;
  }
  return { from, to, afterToday, impossible };
}

function settled(dateOrder: DateOrder): ReadingAnswer {
  return { reading: { dateOrder }, question: null };
}

function isIndonesian(context: ReadingContext): boolean {
  return context.currency === 'IDR' || context.locale === 'id';
}

/** The reading that the calendar favours; null where neither is better. */
function likelier(dmy: Spread, mdy: Spread, context: ReadingContext): NumericOrder | null {
  const byCalendar = (spreadOf: Spread): number => spreadOf.impossible + spreadOf.afterToday;
  if (byCalendar(dmy) !== byCalendar(mdy)) return byCalendar(dmy) < byCalendar(mdy) ? 'dmy' : 'mdy';
  return isIndonesian(context) && context.englishElsewhere !== true ? 'dmy' : null;
}

function ask(dates: DateEvidence, context: ReadingContext): ReadingAnswer {
  const dmy = spread(dates, 'dmy', context.today);
  const mdy = spread(dates, 'mdy', context.today);
  const likely = likelier(dmy, mdy, context);
  const { either, monthFirst, dayFirst } = dates.examples;
  const example = either ?? monthFirst ?? dayFirst ?? '';
  const option = (value: NumericOrder, found: Spread): ColumnOption => {
    const read = readDate(example, { order: value });
    return {
      value,
      read: read.ok ? (read.date ?? '') : '',
      from: found.from,
      to: found.to,
      afterToday: found.afterToday,
      likely: value === likely,
    };
  };
  return {
    reading: null,
    question: {
      kind: 'date-order',
      example,
      options: [option('dmy', dmy), option('mdy', mdy)],
    },
  };
}

/**
 * The date order of a column.
 *
 * 1. Year-first dates, month names, day numbers and typed dates read alike in any order: `ymd`.
 * 2. One part above 12 proves the order for the whole column: `25/03/2026` day first, `03/25/2026`
 *    month first. Proofs of both: ask; the rows that do not fit the answer become wrong rows.
 * 3. No proof (all parts at most 12). Day first is taken without asking in an Indonesian shop (IDR,
 *    or the Indonesian language) unless something speaks against it: it would put a date after
 *    today, other columns prove English, or there are eight or more different days and none above
 *    the 12th. Then, and in other shops: ask.
 */
export function dateReading(summary: ColumnSummary, context: ReadingContext): ReadingAnswer {
  const { dates } = summary;
  if (dates.dayFirst > 0 && dates.monthFirst > 0) return ask(dates, context);
  if (dates.dayFirst > 0) return settled('dmy');
  if (dates.monthFirst > 0) return settled('mdy');
  if (dates.either === 0) return settled('ymd');
  if (dates.either === dates.same) return settled('dmy');
  const dmy = spread(dates, 'dmy', context.today);
  const different = new Set(dates.numeric.map((parts) => parts.slice(0, 3).join('/'))).size;
  const speaksAgainst =
    dmy.afterToday > 0 || context.englishElsewhere === true || different >= STRANGE_DAYS;
  return isIndonesian(context) && !speaksAgainst ? settled('dmy') : ask(dates, context);
}
