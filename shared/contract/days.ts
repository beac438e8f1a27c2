import { z } from 'zod';
import { addMonths, isNearDay, lastYear } from '../domain/calendar/dates.ts';

/** Years of days that one report may be about. */
export const longestSpanYears = 50;

/** Why a day or a span is refused, as a key of the locale's `problem.*`. */
function refused(problem: string) {
  return { params: { problem }, abort: true };
}

/** A day that a person gives, in a year that one can mean (1800–2199): 0026 and 9999 are slips of the hand. */
export const day = z.iso.date().refine(isNearDay, refused('day-far'));

/** A birthday: of whom the year is not known, address books have one long before, such as 1604. */
export const birthday = z.iso
  .date()
  .refine((iso) => Number(iso.slice(0, 4)) <= lastYear, refused('day-far'));

/** An instant (UTC) that a person gives, to the minute or finer, in such a year. */
export const givenInstant = z.iso.datetime().refine(isNearDay, refused('day-far'));

/** From one day to a later one, or the same, both included. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** Holds a span to its order and to the longest that a report may be about. */
export function asSpan<S extends z.ZodType<Span>>(schema: S): S {
  const isInOrder = ({ from, to }: Span) => from <= to;
  const isShort = ({ from, to }: Span) => to <= addMonths(from, longestSpanYears * 12);
  return schema
    .refine(isInOrder, { ...refused('span-reversed'), path: ['to'] })
    .refine(isShort, { ...refused('span-long'), path: ['to'] });
}

const spanText = /^(?:1[89]|2[01])\d\d-\d\d-\d\d\.\.(?:1[89]|2[01])\d\d-\d\d-\d\d$/;

/** Two days as one text, both included, so that a list of them can stand in an address: `2026-01-01..2026-01-31`. */
export const daysText = z
  .string()
  .regex(spanText)
  .refine((text) => text.split('..').every((one) => z.iso.date().safeParse(one).success));

/** The text of two days. */
export function textOfDays({ from, to }: Span): string {
  return `${from}..${to}`;
}

/** The two days of a text. */
export function daysOfText(text: string): Span {
  const [from = '', to = ''] = text.split('..');
  return { from, to };
}

export const daySpan = asSpan(z.strictObject({ from: day, to: day }));
