import { z } from 'zod';
import { forecastMethods } from '../../domain/worth/forecast/methods.ts';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** Of fewer sales with a time nothing is said about hours. */
export const fewestTimed = 50;
/** So many weeks it takes to tell the days of the week apart. */
export const fewestWeeks = 8;

/** Of fewer sales on either side a change of some per cent is one buyer more or less. */
export const fewestToCompare = 10;

const count = z.int().nonnegative();
const span = { from: z.iso.date(), to: z.iso.date() };
const estimate = { mean: z.number(), low: z.number(), high: z.number() };

/** A stretch of days with what was sold in it, and what makes it other than the same days of another year. */
const stretch = {
  ...span,
  sales: count,
  minor: z.int(),
  weekendDays: count,
  lebaranOn: z.iso.date().nullable(),
};

/** What the next periods will bring, or how many whole ones there are of those that it takes. */
const forecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thin'), has: count, needs: count }),
  z.strictObject({
    kind: z.literal('made'),
    method: z.enum(forecastMethods),
    why: z.enum(['best', 'simpler']),
    total: z.strictObject(estimate),
    steps: z.array(z.strictObject({ ...span, ...estimate })),
    /** The last whole periods, the earliest first. */
    before: z.array(z.strictObject({ ...span, minor: z.int() })),
    /** Earlier days that the methods were tried from. */
    origins: count,
    /** Nearest first: off by which part of what was sold. */
    tried: z.array(z.strictObject({ method: z.enum(forecastMethods), wape: z.number() })),
  }),
]);

export const insightsTimeContract = {
  /** When is sold, by whomever: hour, weekday, month and season, and what comes next; amounts in minor units. */
  'insights.time': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      /** The last whole day: today's own is not over. */
      through: z.iso.date(),
      /** Sales of today are known and wait for the day to be over. */
      leavesOutToday: z.boolean(),
      firstOn: z.iso.date().nullable(),
      /** The twelve months that weekdays and hours are counted over, what they brought, and how many weeks of them are known. */
      window: z.strictObject({ ...span, sales: count, minor: z.int(), weeks: count }),
      /** Monday first; what an average such day brings. */
      weekdays: z
        .array(z.strictObject({ days: count, sales: count, minor: z.int(), ...estimate }))
        .length(7),
      /** Sales whose time is known, by hour; hours without any are not among them. */
      hours: z.array(
        z.strictObject({ hour: z.int().min(0).max(23), sales: count, minor: z.int() }),
      ),
      /** Up to twenty-five, the earliest first; the first and the last may not be whole. */
      months: z.array(
        z.strictObject({
          ...span,
          isWhole: z.boolean(),
          sales: count,
          minor: z.int(),
          ramadanDays: count,
          lebaranOn: z.iso.date().nullable(),
        }),
      ),
      /** The last twelve months, the earliest first, as far as known, and as many days of the same month a year before; null: those are not all known. */
      against: z.array(z.strictObject({ ...stretch, before: z.strictObject(stretch).nullable() })),
      /** The month before each Lebaran beside ordinary days; null: Lebaran moves nothing here. */
      lebaran: z
        .array(z.strictObject({ on: z.iso.date(), minor: z.int(), usualMinor: z.int() }))
        .nullable(),
      /** January first; null: fewer than two full years. */
      season: z
        .array(
          z.strictObject({
            index: z.number(),
            low: z.number(),
            high: z.number(),
            years: z.int().positive(),
          }),
        )
        .nullable(),
      /** Whole months that the season is counted from. */
      wholeMonths: count,
      weeks: forecast,
      nextMonths: forecast,
    }),
    touches: ['sales', 'settings', 'shop'],
  }),
};
