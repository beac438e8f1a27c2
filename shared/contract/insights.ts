import { z } from 'zod';
import { batchId, customerId } from '../ids.ts';
import { layer } from './customers.ts';
import { command, query, report, task } from './define.ts';
import { lookedFrom } from './insights/outlook.ts';
import { yearsKept } from './settings.ts';

/** Each step of one customer's formula value, so that it can be printed as a sum. Amounts in minor units. */
export const formulaDerivation = z.strictObject({
  revenueMinor: z.int(),
  purchases: z.int().positive(),
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  averageSaleMinor: z.number(),
  /** Inclusive calendar months from first to last purchase, at least 12 for the rate. */
  months: z.int().positive(),
  rateMonths: z.int().positive(),
  perYear: z.number(),
  yearsKept: z.number(),
  yearsSource: z.enum(['average', 'own', 'history']),
  grossMinor: z.number(),
  marginPercent: z.number().nullable(),
  afterMarginMinor: z.number().nullable(),
  keepingCostMinor: z.int().nullable(),
  keepingMinor: z.number().nullable(),
  valueMinor: z.int(),
});
export type FormulaDerivation = z.infer<typeof formulaDerivation>;

const rhythm = {
  /** On how many days they bought. */
  boughtDays: z.int().positive(),
  /** The middle gap between those; null with fewer than three of them. */
  usualGapDays: z.number().nullable(),
  silentDays: z.int(),
};

export const customerWorth = z.strictObject({
  historic: z.strictObject({
    revenueMinor: z.int(),
    purchases: z.int().nonnegative(),
    returnsMinor: z.int(),
    returns: z.int().nonnegative(),
    firstOn: z.iso.date().nullable(),
    lastOn: z.iso.date().nullable(),
  }),
  /** Null: never bought. */
  formula: formulaDerivation.nullable(),
  /** Net revenue of the twelve calendar months up to the last day of sales, oldest first. */
  months: z.array(z.strictObject({ month: z.string(), revenueMinor: z.int() })).length(12),
  /** By the days bought on; silence counts up to the last day that the shop's sales reach (`through`, today at most). Null: never bought. */
  rhythm: z
    .strictObject({
      ...rhythm,
      /** Silent for longer than is allowed, and active or not gone for twice as long: slipping away. */
      isSilent: z.boolean(),
      through: z.iso.date(),
    })
    .nullable(),
});
export type CustomerWorth = z.infer<typeof customerWorth>;

export const worthBand = z.strictObject({
  band: z.enum(['low', 'middle', 'high']),
  /** Null: open on that side. */
  fromMinor: z.int().nullable(),
  toMinor: z.int().nullable(),
  customers: z.int().nonnegative(),
  valueMinor: z.int(),
  valueShare: z.number(),
  bars: z.array(
    z.strictObject({
      fromMinor: z.int().nullable(),
      toMinor: z.int().nullable(),
      customers: z.int().nonnegative(),
    }),
  ),
});

const assumption = z.strictObject({
  setting: yearsKept,
  /** Null: each customer's own history. */
  years: z.number().nullable(),
  source: z.enum(['average', 'own', 'history']),
  /** Customers whose relation the average was taken from. */
  basedOn: z.int().nonnegative(),
  marginPercent: z.number().nullable(),
  keepingCostMinor: z.int().nullable(),
});

export const insightsContract = {
  'insights.customerWorth': query({
    input: z.strictObject({ customerId }),
    output: customerWorth,
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** What are customers worth? Formula value of everybody who bought. */
  'insights.worth': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      customers: z.int().nonnegative(),
      totalMinor: z.int(),
      /** Of those who bring something: what shares of the value are shares of. */
      positiveMinor: z.int().nonnegative(),
      medianMinor: z.int(),
      bands: z.array(worthBand),
      lowDominates: z.boolean(),
      /** The fewest customers that together bring half of the value; who brings as much as the last of them counts too. */
      halfBy: z.int().nonnegative(),
      /** What the last of them brings; null: nobody brings anything. */
      halfFromMinor: z.int().nullable(),
      top: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          phone: z.string().nullable(),
          layer,
          clvMinor: z.int(),
          revenueMinor: z.int(),
          purchases: z.int(),
        }),
      ),
      assumption,
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** What was sold up to today, by whomever: what is there to say where no sale names its customer. */
  'insights.sales': report({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Purchases; returns are none, but are taken off the revenue. */
      sales: z.int().nonnegative(),
      /** Sales and returns that name a customer, be it one in the trash. */
      named: z.int().nonnegative(),
      revenueMinor: z.int(),
      firstOn: z.iso.date().nullable(),
      lastOn: z.iso.date().nullable(),
    }),
    touches: ['customers', 'sales', 'shop'],
  }),
  /** How is revenue made up? */
  'insights.pyramid': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      from: z.iso.date(),
      /** The last day that the sales reach, today at most: the window ends there. */
      to: z.iso.date(),
      revenueMinor: z.int(),
      /** Of the layers that brought something: what shares of the revenue are shares of. */
      positiveMinor: z.int().nonnegative(),
      /** Revenue of the window from sales without a customer; not part of any layer. */
      anonymousRevenueMinor: z.int(),
      /** Revenue of the window from customers who are in the trash; not part of any layer. */
      trashedRevenueMinor: z.int(),
      /** Customers of whom only returns are known; they are among the inactive. */
      returnsOnly: z.int().nonnegative(),
      layers: z.array(
        z.strictObject({
          layer,
          customers: z.int().nonnegative(),
          customerShare: z.number(),
          revenueMinor: z.int(),
          revenueShare: z.number(),
          keepingCostMinor: z.int().nullable(),
        }),
      ),
      active: z.int().nonnegative(),
      /** Boundaries where equal revenue falls into two layers. */
      splits: z.array(z.enum(['top', 'large', 'medium'])),
      isSmall: z.boolean(),
      /** Those who brought nothing in the window: how many of everybody, and what keeping them costs a year. */
      waste: z.strictObject({
        customers: z.int().nonnegative(),
        share: z.number(),
        keepingCostMinor: z.int().nullable(),
      }),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** Customers who have been silent for longer than is usual for them, by revenue of the window. */
  'insights.slipping': report({
    input: z.strictObject({ limit: z.int().min(1).max(200).default(5), on: lookedFrom }),
    output: z.strictObject({
      count: z.int().nonnegative(),
      /** Revenue of the window of all of them. */
      revenueMinor: z.int(),
      /** The last day that the sales reach, today at most: silence is counted up to it. */
      through: z.iso.date(),
      /** What who bought on one or two days is measured by; null: too few came a second time. */
      second: z.strictObject({ days: z.int(), isUsual: z.boolean() }).nullable(),
      rows: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          phone: z.string().nullable(),
          layer,
          activeRevenueMinor: z.int(),
          ...rhythm,
          /** Does not want to be written to with offers. */
          isUnwilling: z.boolean(),
        }),
      ),
    }),
    touches: ['customers', 'sales', 'privacy', 'settings', 'shop'],
  }),
  /**
   * Net revenue of the month that the sales reach, day by day, against the same month a year ago:
   * as many whole days of the one as of the other, today's own day not among them.
   */
  'insights.month': report({
    input: z.strictObject({}),
    output: z.strictObject({
      month: z.string(),
      /** The last day that is compared. */
      through: z.iso.date(),
      /** It lies so far back that the month says nothing about how the shop is doing. */
      isStale: z.boolean(),
      /** Running totals from the first of the month, one a day. */
      now: z.array(z.int()),
      lastYear: z.array(z.int()),
      nowMinor: z.int(),
      nowSales: z.int().nonnegative(),
      /** Of last year's month up to the same day. */
      lastYearMinor: z.int(),
      lastYearSales: z.int().nonnegative(),
    }),
    touches: ['sales', 'shop'],
  }),
  /** Counts layers and values anew when the day, the settings or the sales have changed. */
  'insights.refresh': task({
    input: z.strictObject({}),
    output: z.strictObject({ customers: z.int().nonnegative() }),
    touches: ['customers', 'sales'],
  }),
};

/** `YYYY-MM`, in a year that one can mean. */
const month = z.string().regex(/^(1[89]|2[01])\d\d-(0[1-9]|1[0-2])$/);

/** How the shop does against what it means to. */
export const targetsContract = {
  /** What the shop means to sell in a month, and how far it is; null: this month. */
  'targets.get': report({
    input: z.strictObject({ month: month.nullable().default(null) }),
    output: z.strictObject({
      month: z.string(),
      /** Null: none is set. */
      targetMinor: z.int().positive().nullable(),
      /** Net revenue of the month up to today. */
      soldMinor: z.int(),
      /** Days of the month that have begun, and how many it has. */
      day: z.int().nonnegative(),
      days: z.int().positive(),
    }),
    touches: ['targets', 'sales', 'shop'],
  }),
  /** Null takes it away. */
  'targets.set': command({
    input: z.strictObject({ month, amountMinor: z.int().positive().max(1e13).nullable() }),
    output: z.strictObject({ batchId }),
    touches: ['targets', 'history'],
  }),
};
