import { z } from 'zod';
import { customerId } from '../../ids.ts';
import { day } from '../days.ts';
import { report } from '../define.ts';

/** The day that is looked from; null: up to the last day of sales, today at most. */
export const lookedFrom = day.nullable().default(null);

/** An estimate with its middle 80 %. */
const range = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

/** Why there is nothing to predict from. */
export const tooThin = z.enum(['nobody', 'few-customers', 'no-repeats', 'short-history']);

/** What a prediction rests on. */
export const usableMethod = z.enum(['naive', 'formula', 'silence', 'model']);
const choiceReason = z.enum(['untried', 'best', 'simpler']);

/** How the shop's customers are predicted, or why they are not. */
const basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thin'), reason: tooThin, needs: z.int() }),
  z.strictObject({
    kind: z.literal('predicted'),
    /** How far is looked ahead: twelve months, or as many as the history has. */
    months: z.int().min(1).max(12),
    /** `rough`: of fewer than fifty customers, without a trial. */
    grade: z.enum(['rough', 'tried']),
    method: usableMethod,
    why: choiceReason,
    /** Customers buy so regularly that the model counts on it; 1: at random. */
    regularity: z.int().min(1),
    /** Nobody can be seen to have left yet: everybody is expected to stay. */
    isLeavingUnseen: z.boolean(),
    /** Customers whom the model is not set by: they were there when the records begin. */
    leftOut: z.int().nonnegative(),
    /** Who first bought from this day on is new; null: everybody is. */
    countedFrom: z.iso.date().nullable(),
  }),
]);

const when = {
  /** The day that everything is counted up to. */
  through: z.iso.date(),
  firstOn: z.iso.date().nullable(),
  /** Customers who had bought by then. */
  customers: z.int().nonnegative(),
};

const errors = z.strictObject({
  expected: z.number(),
  actual: z.number(),
  /** Null: nothing came. */
  totalRatio: z.number().nullable(),
  mae: z.number(),
  rmse: z.number(),
  spearman: z.number(),
  topLift: z.number(),
});

export const insightsOutlookContract = {
  /** What the customers will buy, together and the best of them; amounts in minor units. */
  'insights.predicted': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      ...when,
      /** What they bought so far, less what came back. */
      historicMinor: z.int(),
      basis,
      /** Null where there is nothing to predict from. */
      total: z
        .strictObject({
          purchases: range,
          money: range,
          /** How many of them are expected to buy within three months. */
          buyersSoon: range,
        })
        .nullable(),
      /** The most expected first. */
      top: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          phone: z.string().nullable(),
          revenueMinor: z.int(),
          /** Of a purchase within three months. */
          chance: z.number(),
          money: range,
        }),
      ),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** What one customer will buy. */
  'insights.outlook': report({
    input: z.strictObject({ customerId, on: lookedFrom }),
    output: z.strictObject({
      ...when,
      basis,
      /** Null where there is nothing to predict from, or the customer never bought. */
      outlook: z
        .strictObject({
          chance: z.number(),
          purchases: range,
          money: range,
          /** Place among everybody by what is expected, 1 the first. */
          rank: z.int().positive(),
          /** As money of today, 10 % a year less; null where the history is shorter. */
          discounted: z.strictObject({
            twelveMonths: range.nullable(),
            thirtySixMonths: range.nullable(),
          }),
        })
        .nullable(),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** The shop's own past predicted from several earlier days, by every method, against what happened. */
  'insights.backtest': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      ...when,
      basis,
      horizonDays: z.int().nonnegative(),
      /** Customers it was tried on, of how many. */
      tried: z.int().nonnegative(),
      all: z.int().nonnegative(),
      /** The latest day first. */
      origins: z.array(
        z.strictObject({
          on: z.iso.date(),
          through: z.iso.date(),
          customers: z.int().nonnegative(),
          results: z.array(
            z.strictObject({
              method: z.enum(['zero', 'naive', 'formula', 'silence', 'bg', 'model']),
              purchases: errors,
              money: errors,
            }),
          ),
        }),
      ),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
};
