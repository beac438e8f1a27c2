import { z } from 'zod';
import { batchId, claimId, complaintId, customerId, productId, saleId } from '../ids.ts';
import { day } from './days.ts';
import { command, query, report } from './define.ts';
import { channel, instant } from './interactions/interactions.ts';

const text = (max: number) => z.string().trim().max(max);

/** What is promised about a product, in words a buyer understands. Length: months plus days, not both 0. */
export const guaranteePolicy = z.strictObject({
  productId,
  /** For sales from this day on; null: for all sales. */
  appliesFrom: day.nullable().default(null),
  months: z.int().min(0).max(600),
  days: z.int().min(0).max(366).default(0),
  covers: text(2000).min(1),
  excludes: text(2000).default(''),
  howToClaim: text(1000).default(''),
  /** A service is due every so many months from the sale; null: none. */
  serviceMonths: z.int().min(1).max(120).nullable().default(null),
});
const storedPolicy = guaranteePolicy.extend({ appliesFrom: z.iso.date().nullable() });
export type GuaranteePolicy = z.infer<typeof guaranteePolicy>;

/** A sold thing and how long it is covered. `endsOn` is the last day covered; null: no guarantee. */
export const coveredLine = z.strictObject({
  saleLineId: z.int().positive(),
  saleId,
  saleNumber: z.string().nullable(),
  soldOn: z.iso.date(),
  productId,
  product: z.string(),
  quantityE4: z.int(),
  endsOn: z.iso.date().nullable(),
  /** Negative: over. */
  daysLeft: z.int().nullable(),
  covers: z.string().nullable(),
  excludes: z.string().nullable(),
  claims: z.int().nonnegative(),
});
export type CoveredLine = z.infer<typeof coveredLine>;

export const claimVerdict = z.enum(['covered', 'expired', 'excluded', 'goodwill']);
export const claimRemedy = z.enum(['repair', 'replace', 'refund', 'none']);

export const claimRow = z.strictObject({
  id: claimId,
  number: z.string(),
  customerId,
  customerName: z.string(),
  phone: z.string().nullable(),
  product: z.string().nullable(),
  claimedAt: instant,
  problem: z.string(),
  endsOn: z.iso.date().nullable(),
  verdict: claimVerdict,
  remedy: claimRemedy,
  promisedOn: z.iso.date().nullable(),
  costMinor: z.int(),
  doneAt: instant.nullable(),
  note: z.string().nullable(),
  complaintId: complaintId.nullable(),
  complaintNumber: z.string().nullable(),
});
export type ClaimRow = z.infer<typeof claimRow>;

const cursor = z.strictObject({ claimedAt: z.string(), id: z.int() });
const reads = ['guarantee', 'sales', 'products', 'customers', 'complaints', 'shop'] as const;
const touches = ['guarantee', 'complaints', 'followUps', 'history'] as const;

export const guaranteeContract = {
  /** Products that have a policy; with a search text, products it finds, whether they have one or not. */
  'guarantee.policies': query({
    input: z.strictObject({
      search: z.string().max(120).default(''),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.array(
      z.strictObject({
        productId,
        product: z.string(),
        policies: z.array(z.strictObject({ id: z.int().positive(), policy: storedPolicy })),
      }),
    ),
    touches: reads,
  }),
  'guarantee.savePolicy': command({
    input: z.strictObject({ id: z.int().positive().nullable(), policy: guaranteePolicy }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches,
  }),
  'guarantee.deletePolicy': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches,
  }),
  /** Step one of a claim: who, by a phone number in any format, part of it, or a name. */
  'guarantee.find': query({
    input: z.strictObject({ text: z.string().max(120), limit: z.int().min(1).max(20).default(6) }),
    output: z.array(
      z.strictObject({
        customerId,
        name: z.string(),
        phone: z.string().nullable(),
        covered: z.int().nonnegative(),
      }),
    ),
    touches: reads,
  }),
  /** Step two: what they bought, covered first, then newest; at most 200 of them. */
  'guarantee.ofCustomer': query({
    input: z.strictObject({ customerId, onlyCovered: z.boolean().default(false) }),
    output: z.array(coveredLine),
    touches: reads,
  }),
  /** The guarantee of each line of a sale. */
  'guarantee.ofSale': query({
    input: z.strictObject({ saleId }),
    output: z.array(coveredLine),
    touches: reads,
  }),
  /** Step three: the claim, and if wanted a complaint that goes with it. */
  'guarantee.claim': command({
    input: z.strictObject({
      customerId,
      saleLineId: z.int().positive(),
      problem: text(2000).min(1),
      /** `covered` is refused where the guarantee is over; that is `goodwill`, or `expired` and `none`. */
      verdict: claimVerdict,
      remedy: claimRemedy,
      promisedOn: day.nullable().default(null),
      costMinor: z.int().min(0).max(1e13).default(0),
      note: text(1000).nullable().default(null),
      /** How they came to us: for the complaint. */
      channel: channel.default('visit'),
      asComplaint: z.boolean().default(true),
    }),
    output: z.strictObject({
      id: claimId,
      number: z.string(),
      complaintId: complaintId.nullable(),
      batchId,
    }),
    touches,
  }),
  /** Handed over; `costMinor` is what it came to. */
  'guarantee.finishClaim': command({
    input: z.strictObject({ id: claimId, costMinor: z.int().min(0).max(1e13) }),
    output: z.strictObject({ id: claimId, batchId }),
    touches,
  }),
  'guarantee.deleteClaim': command({
    input: z.strictObject({ id: claimId }),
    output: z.strictObject({ id: claimId, batchId }),
    touches,
  }),
  'guarantee.claims': query({
    input: z.strictObject({
      only: z.enum(['open', 'all']).default('open'),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ rows: z.array(claimRow), next: cursor.nullable() }),
    touches: reads,
  }),
  /**
   * Guarantees of known customers that end in the next days, soonest first; services that fall due
   * in them too. Today counts as one.
   */
  'guarantee.expiring': report({
    input: z.strictObject({
      days: z.int().min(1).max(366).default(30),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({
      count: z.int().nonnegative(),
      rows: z.array(
        z.strictObject({
          customerId: customerId.nullable(),
          customerName: z.string().nullable(),
          phone: z.string().nullable(),
          product: z.string(),
          saleId,
          saleNumber: z.string().nullable(),
          soldOn: z.iso.date(),
          what: z.enum(['ends', 'service']),
          on: z.iso.date(),
          daysLeft: z.int(),
          hasFollowUp: z.boolean(),
        }),
      ),
    }),
    touches: ['guarantee', 'sales', 'products', 'customers', 'followUps', 'shop'],
  }),
};
