import { z } from 'zod';
import { saleKinds, saleStatuses } from '../domain/vocabulary/sales.ts';
import { customerId, saleId } from '../ids.ts';
import { query } from './define.ts';

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

export const salesContract = {
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
      discountMinor: z.int(),
      shippingMinor: z.int(),
      paymentMethod: z.string().nullable(),
      note: z.string().nullable(),
      lines: z.array(saleLine),
      importId: z.int().positive().nullable(),
    }),
    touches: ['sales', 'customers', 'shop'],
  }),
};
