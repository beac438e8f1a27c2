import { z } from 'zod';
import { batchId, customerId, productId } from '../../ids.ts';
import { command, query, report } from '../define.ts';
import { guaranteePolicy } from '../guarantee.ts';

const text = (max: number) => z.string().trim().max(max);
const optional = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable();
/** As much as a field of money takes. */
const amount = z.int().min(0).max(1e13).nullable();

/** Everything about a product that a person writes down. */
export const productFacts = z.strictObject({
  name: text(200).min(1),
  sku: optional(200).default(null),
  category: optional(200).default(null),
  unit: optional(200).default(null),
  priceMinor: amount.default(null),
  costMinor: amount.default(null),
  isActive: z.boolean().default(true),
});
export type ProductFacts = z.infer<typeof productFacts>;

/** As they are stored: an import knows no smallest and no largest amount. */
export const storedProductFacts = productFacts.extend({
  name: z.string(),
  priceMinor: z.int().nullable(),
  costMinor: z.int().nullable(),
});

const changed = z.strictObject({ id: productId, batchId });
const named = z.strictObject({ id: productId, name: z.string() });

const productFigures = z.strictObject({
  /** Sales that count and have it. */
  sales: z.int().nonnegative(),
  /** Ten-thousandths sold, before returns. */
  soldE4: z.int(),
  /** Ten-thousandths that came back. */
  returnedE4: z.int(),
  /** What was sold came to, before returns and without tax. */
  soldMinor: z.int(),
  /** What returns took off, positive. */
  returnedMinor: z.int(),
  /** Sold less returned. */
  revenueMinor: z.int(),
  /** What one unit brought on average; null: none sold. */
  averageMinor: z.int().nullable(),
  /** Revenue less today's cost of what stayed sold; null: the cost is not known. */
  profitMinor: z.int().nullable(),
  firstSoldOn: z.iso.date().nullable(),
  lastSoldOn: z.iso.date().nullable(),
  /** Of the twelve months up to today's, as the complaint report counts them. */
  complaints: z.strictObject({
    from: z.iso.date(),
    defects: z.int().nonnegative(),
    /** Ten-thousandths. */
    soldE4: z.int(),
    per100: z.number().nullable(),
  }),
});

const productBuyer = z.strictObject({
  customerId,
  /** Empty: without a name or phone. */
  name: z.string(),
  isInTrash: z.boolean(),
  sales: z.int().nonnegative(),
  quantityE4: z.int(),
  revenueMinor: z.int(),
  lastSoldOn: z.iso.date().nullable(),
});

const pageReads = ['products', 'sales', 'shop'] as const;

export const productsPageContract = {
  /** One product with its guarantee, and the spellings that were merged into it. */
  'products.get': query({
    input: z.strictObject({ id: productId }),
    output: z.strictObject({
      id: productId,
      facts: storedProductFacts,
      createdAt: z.string(),
      deletedAt: z.string().nullable(),
      importId: z.int().positive().nullable(),
      /** The product that this one is another spelling of. */
      mergedInto: named.nullable(),
      spellings: z.array(named),
      policies: z.array(
        z.strictObject({
          id: z.int().positive(),
          policy: guaranteePolicy.extend({ appliesFrom: z.iso.date().nullable() }),
        }),
      ),
    }),
    touches: ['products', 'guarantee', 'shop'],
  }),
  /** What was sold of one product, what came back, and what was wrong with it. */
  'products.figures': report({
    input: z.strictObject({ id: productId }),
    output: productFigures,
    touches: ['products', 'sales', 'complaints', 'guarantee', 'customers', 'settings', 'shop'],
  }),
  /** Who buys it, the best first; what was sold without a customer stands beside them. */
  'products.buyers': report({
    input: z.strictObject({ id: productId, limit: z.int().min(1).max(200).default(20) }),
    output: z.strictObject({
      buyers: z.array(productBuyer),
      /** How many there are, shown or not. */
      count: z.int().nonnegative(),
      nameless: z.strictObject({
        sales: z.int().nonnegative(),
        quantityE4: z.int(),
        revenueMinor: z.int(),
      }),
    }),
    touches: ['products', 'sales', 'customers', 'shop'],
  }),
  /** What its price and its cost were, and what it was really sold for, month by month. */
  'products.history': report({
    input: z.strictObject({ id: productId }),
    output: z.strictObject({
      /** Price and cost from an instant on, the oldest first; null: not known then. */
      set: z.array(
        z.strictObject({
          at: z.string(),
          priceMinor: z.int().nullable(),
          costMinor: z.int().nullable(),
          /** A file brought it. */
          isImported: z.boolean(),
        }),
      ),
      months: z.array(
        z.strictObject({
          /** `YYYY-MM`. */
          month: z.string(),
          /** Ten-thousandths. */
          soldE4: z.int(),
          averageMinor: z.int(),
          lowMinor: z.int(),
          highMinor: z.int(),
        }),
      ),
    }),
    touches: [...pageReads, 'history'],
  }),
  'products.create': command({
    input: productFacts,
    output: changed,
    touches: ['products', 'history'],
  }),
  /** `expected` is what the form was filled from: when somebody changed it since, CONFLICT. */
  'products.update': command({
    input: z.strictObject({ id: productId, facts: productFacts, expected: storedProductFacts }),
    output: changed,
    touches: ['products', 'history'],
  }),
  /** To the trash; what was sold of it stays sold, by its name. */
  'products.remove': command({
    input: z.strictObject({ id: productId }),
    output: z.strictObject({ id: productId, batchId, sales: z.int().nonnegative() }),
    touches: ['products', 'history'],
  }),
};
