import { z } from 'zod';
import { isNearDay } from '../../domain/calendar/dates.ts';
import { taxModes } from '../../domain/vocabulary/sales.ts';
import { batchId, customerId, productId, prospectId, saleId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query } from '../define.ts';

const most = 1e13;
const amount = z.int().min(0).max(most);

/** Minor units, or percent in ten-thousandths of one. */
const discount = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amount'), minor: amount }),
    z.strictObject({ kind: z.literal('percent'), e4: z.int().min(0).max(1_000_000) }),
  ])
  .nullable();

const enteredLine = z.strictObject({
  /** The line that is there; null: a new one. */
  id: z.int().positive().nullable().default(null),
  /** Null: the product of that name, which is made where there is none. */
  productId: productId.nullable(),
  name: z.string().trim().max(200),
  /** Ten-thousandths, like the price. */
  quantityE4: z.int().min(1).max(1e12),
  unitPriceE4: z.int().min(0).max(1e14),
  discount: discount.default(null),
  taxRateE4: z.int().min(0).max(10_000).default(0),
});
export type EnteredLine = z.infer<typeof enteredLine>;

const text = (letters: number) => z.string().trim().max(letters).nullable().default(null);

/** What is known of a sale that is written by hand. */
export const saleFacts = z.strictObject({
  number: text(60),
  soldOn: day,
  customerId: customerId.nullable(),
  lines: z.array(enteredLine).min(1, { error: 'sale-empty' }).max(200),
  discount: discount.default(null),
  /** What it is sent for: beside the total, and no revenue. On account it is owed with the goods. */
  shippingMinor: amount.default(0),
  taxMode: z.enum(taxModes).default('none'),
  paymentMethod: text(80),
  /** Stands on the customer's account; else it is settled on its day. */
  isOnAccount: z.boolean().default(false),
  dueOn: day.nullable().default(null),
  promisedOn: day.nullable().default(null),
  deliveredOn: day.nullable().default(null),
  note: text(2000),
});
export type SaleFacts = z.infer<typeof saleFacts>;

/**
 * Points of the customer's that are spent with it: so many off its price, at what a point is worth on its day,
 * and a reward. CONFLICT `points-too-few`, `points-off`, `points-worthless`.
 */
const redeem = z
  .strictObject({
    points: z.int().min(0).max(1e9).default(0),
    rewardId: z.int().positive().nullable().default(null),
  })
  .nullable()
  .default(null);

const near = z.iso.date().refine(isNearDay, { params: { problem: 'day-far' }, abort: true });

const written = z.strictObject({ id: saleId, batchId, number: z.string().nullable() });
const changed = z.strictObject({ id: saleId, batchId });

const sales = ['sales', 'history', 'products', 'customers'] as const;

const back = z.strictObject({
  lineId: z.int().positive(),
  name: z.string().nullable(),
  quantityE4: z.int(),
  /** What of it has not come back yet; ten-thousandths. */
  leftE4: z.int().nonnegative(),
  amountMinor: z.int(),
});

export const salesEntryContract = {
  /** The number that the next sale of a day gets, what that day has brought, and how. */
  'sales.draft': query({
    input: z.strictObject({ soldOn: near }),
    output: z.strictObject({
      number: z.string().nullable(),
      /** Sales of the day that count. */
      count: z.int().nonnegative(),
      totalMinor: z.int(),
      /** Beside that: the shipping of those sales. */
      shippingMinor: z.int(),
      methods: z.array(
        z.strictObject({
          /** Null: not said. */
          method: z.string().nullable(),
          isOnAccount: z.boolean(),
          totalMinor: z.int(),
        }),
      ),
    }),
    touches: ['sales', 'settings', 'shop'],
  }),
  /** What a sale is, as it would be written by hand. */
  'sales.facts': query({
    input: z.strictObject({ id: saleId }),
    output: z.strictObject({
      facts: saleFacts,
      customerName: z.string().nullable(),
      /** What of its discount was taken off for points; minor units. */
      pointsMinor: z.int().nonnegative(),
    }),
    touches: ['sales', 'customers', 'products', 'loyalty', 'settings', 'shop'],
  }),
  /** What hangs on a sale: its tax and days, what came back of it, and of what it is a return. */
  'sales.around': query({
    input: z.strictObject({ id: saleId }),
    output: z.strictObject({
      taxMinor: z.int(),
      taxMode: z.enum(taxModes),
      isOnAccount: z.boolean(),
      dueOn: z.iso.date().nullable(),
      promisedOn: z.iso.date().nullable(),
      deliveredOn: z.iso.date().nullable(),
      returnOf: z
        .strictObject({ id: saleId, number: z.string().nullable(), soldOn: z.iso.date() })
        .nullable(),
      returns: z.array(
        z.strictObject({
          id: saleId,
          number: z.string().nullable(),
          soldOn: z.iso.date(),
          totalMinor: z.int(),
        }),
      ),
      lines: z.array(back),
      /** Points that were spent with it. */
      pointsSpent: z.array(
        z.strictObject({
          points: z.int().positive(),
          /** The reward; empty: it was taken off the price. */
          reward: z.string(),
          worthMinor: z.int().nonnegative(),
        }),
      ),
      /** Nothing of it can be changed by hand: why, as a key of the locale's `error.reason.*`. */
      fixedBy: z.string().nullable(),
    }),
    touches: ['sales', 'products', 'loyalty', 'shop'],
  }),
  /** Writes a sale down, with a new customer or new products on the way. */
  'sales.create': command({
    input: z.strictObject({
      facts: saleFacts,
      /** Whom to write down with it; `facts.customerId` is null then. */
      newCustomer: z
        .strictObject({ name: z.string().trim().max(200), phone: z.string().trim().max(60) })
        .nullable()
        .default(null),
      /** The shop's next number, whatever `facts.number` says. */
      isNumbered: z.boolean().default(false),
      /** What of a sale on account is paid at once. */
      paidMinor: amount.default(0),
      /** The prospect of this customer that it is what became of. */
      prospectId: prospectId.nullable().default(null),
      redeem,
    }),
    output: written,
    touches: [...sales, 'payments', 'prospects', 'followUps', 'loyalty'],
  }),
  /**
   * CONFLICT `changed-meanwhile`: it is not any more what `expected` says; `sale-has-points`: points were spent
   * with it, so its customer and day stay, and its discount is no less than what was taken off for them.
   */
  'sales.update': command({
    input: z.strictObject({ id: saleId, expected: saleFacts, facts: saleFacts }),
    output: changed,
    touches: sales,
  }),
  'sales.cancel': command({
    input: z.strictObject({ id: saleId }),
    output: changed,
    touches: ['sales', 'customers', 'history'],
  }),
  /** The goods went out on that day; null: not yet. */
  'sales.deliver': command({
    input: z.strictObject({ id: saleId, deliveredOn: day.nullable() }),
    output: changed,
    touches: ['sales', 'history'],
  }),
  /** Takes goods back at the price and tax they were sold with. */
  'sales.return': command({
    input: z.strictObject({
      id: saleId,
      returnedOn: day,
      lines: z
        .array(z.strictObject({ lineId: z.int().positive(), quantityE4: z.int().min(1).max(1e12) }))
        .min(1)
        .max(200),
      /** Taken off what is owed for the sale; what is more than that is paid back, as all of it is else. */
      isOnAccount: z.boolean(),
      method: text(80),
      note: text(2000),
    }),
    output: z.strictObject({
      id: saleId,
      batchId,
      /** Positive: what the goods that came back were sold for. */
      totalMinor: z.int(),
      /** What of it is paid back. */
      paidBackMinor: z.int().nonnegative(),
    }),
    touches: ['sales', 'customers', 'payments', 'history'],
  }),
  /** To the trash. */
  'sales.remove': command({
    input: z.strictObject({ id: saleId }),
    output: changed,
    touches: ['sales', 'customers', 'history'],
  }),
};
