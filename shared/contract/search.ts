import { z } from 'zod';
import { stages } from '../domain/vocabulary/prospects.ts';
import { complaintId, customerId, noteId, productId, prospectId, saleId } from '../ids.ts';
import { layer } from './customers.ts';
import { query } from './define.ts';

export const searchContract = {
  /** One box for everything: customers by name or phone in any format, sale numbers, prospects, products. */
  'search.find': query({
    input: z.strictObject({
      text: z.string().max(200),
      limit: z.int().min(1).max(20).default(8),
    }),
    output: z.strictObject({
      customers: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          phone: z.string().nullable(),
          layer,
          /** Found by likeness, not by the letters typed. */
          isFuzzy: z.boolean(),
        }),
      ),
      sales: z.array(
        z.strictObject({
          id: saleId,
          number: z.string(),
          soldOn: z.iso.date(),
          customerId: customerId.nullable(),
          customerName: z.string().nullable(),
          totalMinor: z.int(),
        }),
      ),
      complaints: z.array(
        z.strictObject({
          id: complaintId,
          number: z.string(),
          title: z.string(),
          customerName: z.string().nullable(),
          isClosed: z.boolean(),
        }),
      ),
      prospects: z.array(
        z.strictObject({
          id: prospectId,
          title: z.string(),
          /** Empty: without a name or phone. */
          customerName: z.string(),
          stage: z.enum(stages),
        }),
      ),
      products: z.array(
        z.strictObject({ id: productId, name: z.string(), sku: z.string().nullable() }),
      ),
      /** How things are done: its title, and how its text begins. */
      notes: z.array(z.strictObject({ id: noteId, title: z.string(), text: z.string() })),
    }),
    touches: ['customers', 'sales', 'products', 'complaints', 'prospects', 'notes', 'shop'],
  }),
};
