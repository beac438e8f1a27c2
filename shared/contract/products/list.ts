import { z } from 'zod';
import { productId } from '../../ids.ts';
import { query, report, task } from '../define.ts';

/** What a product can be without. */
export const productLacks = z.enum(['price', 'cost', 'guarantee']);
export type ProductLacks = z.infer<typeof productLacks>;

/** What the list of products leaves; a field that says nothing leaves everything. */
export const productFilter = z.strictObject({
  /** Part of the name or of the code. */
  search: z.string().max(200).default(''),
  category: z.string().max(200).nullable().default(null),
  /** Still sold, or not any more. */
  standing: z.enum(['active', 'inactive']).nullable().default(null),
  /** Only those without all of these. */
  lacks: z.array(productLacks).max(3).default([]),
});
export type ProductFilter = z.infer<typeof productFilter>;

export const productSort = z.enum(['name', 'revenue', 'lastSold']);
export type ProductSort = z.infer<typeof productSort>;

export const productOrder = z.strictObject({
  sort: productSort.default('revenue'),
  descending: z.boolean().default(true),
});
export type ProductOrder = z.infer<typeof productOrder>;

/** The last row shown, by what the list is ordered by; the next page begins after it. */
export const productCursor = z.strictObject({
  value: z.union([z.string(), z.int()]),
  id: z.int(),
});
export type ProductCursor = z.infer<typeof productCursor>;

export const productRow = z.strictObject({
  id: productId,
  name: z.string(),
  sku: z.string().nullable(),
  category: z.string().nullable(),
  unit: z.string().nullable(),
  priceMinor: z.int().nullable(),
  costMinor: z.int().nullable(),
  isActive: z.boolean(),
  hasGuarantee: z.boolean(),
  /** Of the lines that count up to today, returns taken off, without tax. */
  revenueMinor: z.int(),
  /** Ten-thousandths, returns taken off. */
  quantityE4: z.int(),
  /** Last day of a sale that counts; null: never sold. */
  lastSoldOn: z.iso.date().nullable(),
});
export type ProductRow = z.infer<typeof productRow>;

const filtered = { filter: productFilter.prefault({}) };

export const productsListContract = {
  /** Products that are not in the trash, each with what it brought. */
  'products.list': report({
    input: z.strictObject({
      ...filtered,
      order: productOrder.prefault({}),
      after: productCursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(productRow), next: productCursor.nullable() }),
    touches: ['products', 'sales', 'guarantee', 'shop'],
  }),
  /** How many a filter leaves, how many there are of each kind at all, and the categories in use. */
  'products.summary': query({
    input: z.strictObject(filtered),
    output: z.strictObject({
      count: z.int().nonnegative(),
      all: z.int().nonnegative(),
      inactive: z.int().nonnegative(),
      withoutPrice: z.int().nonnegative(),
      withoutCost: z.int().nonnegative(),
      withoutGuarantee: z.int().nonnegative(),
      categories: z.array(z.strictObject({ value: z.string(), count: z.int().positive() })),
    }),
    touches: ['products', 'guarantee', 'shop'],
  }),
  /** Writes the products that the list shows; an import takes the file back. Null: the dialog was closed. */
  'products.export': task({
    input: z.strictObject({
      ...filtered,
      order: productOrder.prefault({}),
      format: z.enum(['csv', 'xlsx']),
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
