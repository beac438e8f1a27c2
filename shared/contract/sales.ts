import { z } from 'zod';
import { saleKinds, saleStatuses, sentStates } from '../domain/vocabulary/sales.ts';
import { complaintId, customerId, productId, saleId } from '../ids.ts';
import { day } from './days.ts';
import { query, report, task } from './define.ts';
import { paidChoices, paidState } from './payments.ts';

export const saleLine = z.strictObject({
  product: z.string().nullable(),
  sku: z.string().nullable(),
  /** Ten-thousandths. */
  quantityE4: z.int(),
  unitPriceE4: z.int().nullable(),
  discountMinor: z.int(),
  amountMinor: z.int(),
  note: z.string().nullable(),
});

export const saleRow = z.strictObject({
  id: saleId,
  number: z.string().nullable(),
  soldOn: z.iso.date(),
  soldAt: z.string().nullable(),
  kind: z.enum(saleKinds),
  status: z.enum(saleStatuses),
  totalMinor: z.int(),
  revenueMinor: z.int(),
  isPurchase: z.boolean(),
  lineCount: z.int().nonnegative(),
  /** The first products by name, for a line in a list. */
  products: z.array(z.string()).max(3),
});
export type SaleRow = z.infer<typeof saleRow>;

/**
 * What an accountant would ask about: no number, a sale below zero, a line at no price, on account and
 * unpaid without a day it is due, due before it was sold, owed for more or less than counts of it.
 */
export const oddSales = z.enum([
  'noNumber',
  'belowZero',
  'freeLine',
  'noDueDay',
  'dueEarly',
  'unexplained',
]);
export type OddSales = z.infer<typeof oddSales>;

/** What the list of sales leaves; a field that says nothing leaves everything. */
export const saleFilter = z.strictObject({
  /** A number's beginning, words of the customer's name or a phone, or a product. */
  search: z.string().max(200).default(''),
  soldFrom: day.nullable().default(null),
  soldTo: day.nullable().default(null),
  kinds: z.array(z.enum(saleKinds)).max(2).default([]),
  statuses: z.array(z.enum(saleStatuses)).max(5).default([]),
  /** Whether a customer is named; `trashed`: one who is in the trash. */
  buyer: z.enum(['named', 'none', 'trashed']).nullable().default(null),
  productId: productId.nullable().default(null),
  customerId: customerId.nullable().default(null),
  importId: z.int().positive().nullable().default(null),
  odd: oddSales.nullable().default(null),
  /** How much of it is paid today; sales alone. */
  paid: z.array(z.enum(paidChoices)).max(4).default([]),
  /** What has become today of what was promised for a day. */
  sent: z.array(z.enum(sentStates)).max(4).default([]),
  /** With this product too, of which something was sold and nothing given back. */
  withProduct: productId.nullable().default(null),
  /** Monday is 0. */
  weekday: z.int().min(0).max(6).nullable().default(null),
  /** Purchases of this hour of the day, of those whose time is known. */
  hour: z.int().min(0).max(23).nullable().default(null),
  /** `unnamed`: with a line that names no product. */
  lines: z.enum(['unnamed']).nullable().default(null),
});
export type SaleFilter = z.infer<typeof saleFilter>;

/** A line of the list of all sales. */
export const saleListRow = saleRow.extend({
  customerId: customerId.nullable(),
  /** Empty: without a name or phone; null: the sale names nobody. */
  customerName: z.string().nullable(),
  isCustomerInTrash: z.boolean(),
  paymentMethod: z.string().nullable(),
  paidState,
  /** What is still to be paid of it; 0 where nothing is, or nothing stands on account. */
  leftMinor: z.int().nonnegative(),
});
export type SaleListRow = z.infer<typeof saleListRow>;

export const saleOrder = z.enum(['newest', 'oldest']);
export type SaleOrder = z.infer<typeof saleOrder>;

/** The last row shown; the next page begins after it. */
export const saleCursor = z.strictObject({ soldOn: z.iso.date(), id: z.int() });

/** What the rows of a filter come to, in minor units. */
export const saleSummary = z.strictObject({
  /** Sales and returns, counted or not. */
  count: z.int().nonnegative(),
  /** Purchases that count: neither cancelled, unpaid, returned whole nor after today. */
  purchases: z.int().nonnegative(),
  /** Revenue of what counts, returns taken off. */
  revenueMinor: z.int(),
  returns: z.int().nonnegative(),
  /** What returns took off, positive. */
  returnsMinor: z.int(),
  /** Rows that bring nothing: cancelled, not paid, of nothing, or after today. */
  notCounted: z.int().nonnegative(),
  /** Purchases without a customer, and the revenue of such rows. */
  nameless: z.int().nonnegative(),
  namelessMinor: z.int(),
  /** Sales that are not paid in full today, and what is left of them. */
  open: z.int().nonnegative(),
  openMinor: z.int().nonnegative(),
  /** Sales that were promised for a day, and have gone out or should have before today. */
  promised: z.int().nonnegative(),
  /** Those of them that went out by their day, and those that have not gone out. */
  onTime: z.int().nonnegative(),
  notSent: z.int().nonnegative(),
});
export type SaleSummary = z.infer<typeof saleSummary>;

export const salesContract = {
  /** Every sale and return, with and without a customer, by day. */
  'sales.list': query({
    input: z.strictObject({
      filter: saleFilter.prefault({}),
      order: saleOrder.default('newest'),
      after: saleCursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(saleListRow), next: saleCursor.nullable() }),
    touches: ['sales', 'payments', 'customers', 'shop'],
  }),
  /** What the rows of a filter come to. */
  'sales.summary': report({
    input: z.strictObject({ filter: saleFilter.prefault({}) }),
    output: saleSummary,
    touches: ['sales', 'payments', 'customers', 'shop'],
  }),
  /** Writes the lines of the sales that the list shows; an import takes the file back. Null: the dialog was closed. */
  'sales.export': task({
    input: z.strictObject({
      filter: saleFilter.prefault({}),
      format: z.enum(['csv', 'xlsx']),
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
  /** A customer's sales and returns, newest first. */
  'sales.ofCustomer': query({
    input: z.strictObject({
      customerId,
      after: z.strictObject({ soldOn: z.iso.date(), id: z.int() }).nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      rows: z.array(saleRow),
      next: z.strictObject({ soldOn: z.iso.date(), id: z.int() }).nullable(),
    }),
    touches: ['sales', 'shop'],
  }),
  /** One sale with its lines. */
  'sales.get': query({
    input: z.strictObject({ id: saleId }),
    output: z.strictObject({
      sale: saleRow,
      customerId: customerId.nullable(),
      customerName: z.string().nullable(),
      isCustomerInTrash: z.boolean(),
      discountMinor: z.int(),
      shippingMinor: z.int(),
      paymentMethod: z.string().nullable(),
      note: z.string().nullable(),
      lines: z.array(saleLine),
      importId: z.int().positive().nullable(),
      /** Complaints about this sale, the newest first. */
      complaints: z.array(
        z.strictObject({ id: complaintId, number: z.string(), title: z.string() }),
      ),
    }),
    touches: ['sales', 'customers', 'complaints', 'shop'],
  }),
};
