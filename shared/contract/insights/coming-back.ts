import { z } from 'zod';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** Of fewer a share says nothing. */
export const fewestForShares = 20;
/** How many months after the first purchase are looked at. */
export const followedMonths = 12;

const count = z.int().nonnegative();
const share = { share: z.number(), low: z.number(), high: z.number() };
const span = { from: z.iso.date(), to: z.iso.date() };
const within = z.strictObject({ customers: count, back: count, ...share });

export const insightsComingBackContract = {
  /**
   * Whether customers come back: by month of first purchase, year on year, how long they stay, and how many
   * have left. Shares from 0 to 1, each with its middle 80 %; days as ISO days.
   */
  'insights.comingBack': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      /** The day that everything is counted up to. */
      through: z.iso.date(),
      firstOn: z.iso.date().nullable(),
      /** Customers who had bought by then. */
      customers: count,
      /** Months of the window that somebody counts as active in. */
      months: z.int().positive(),
      /** Where first purchases pile up at the start, or the shop is said to be older: from when on newcomers are new, and how many are not. */
      beginning: z
        .strictObject({
          countedFrom: z.iso.date(),
          before: count,
          /** The owner has said that the shop is older than the records. */
          isStated: z.boolean(),
        })
        .nullable(),
      active: z.strictObject({
        ...span,
        now: count,
        /** Of every quarter of a year back for which the window lies in the history, the latest first. */
        before: z.array(z.strictObject({ from: z.iso.date(), on: z.iso.date(), customers: count })),
      }),
      cohorts: z.strictObject({
        /** The earliest first; null: the month is not over. */
        rows: z.array(
          z.strictObject({
            ...span,
            customers: count,
            back: z.array(count.nullable()).length(followedMonths),
          }),
        ),
        average: z.array(within.nullable()).length(followedMonths),
        soon: within.nullable(),
      }),
      /** Of who bought in the window before, how many bought in this one; the latest first. */
      repeat: z.array(
        z.strictObject({
          ...span,
          before: z.strictObject(span),
          base: count,
          back: count,
          ...share,
        }),
      ),
      /** Null: too few can be followed for longer than the window. */
      lifetime: z
        .strictObject({
          /** First bought between these days. */
          ...span,
          customers: count,
          left: count,
          horizonDays: z.number(),
          mean: z.number(),
          low: z.number(),
          high: z.number(),
          points: z.array(z.strictObject({ days: z.number(), atRisk: count, ...share })),
        })
        .nullable(),
      /** Null: the history is shorter than two windows. */
      gone: z
        .strictObject({
          ...span,
          /** The windows after and before that one. */
          now: z.strictObject(span),
          earlier: z.strictObject(span),
          base: count,
          silent: count,
          seen: count,
          returned: count,
          low: z.number(),
          high: z.number(),
        })
        .nullable(),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
};
