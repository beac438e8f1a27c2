import { z } from 'zod';
import { batchId, complaintId, customerId, reviewId } from '../ids.ts';
import { day } from './days.ts';
import { command, query } from './define.ts';
import { instant } from './interactions/interactions.ts';

export const reviewPlatform = z.enum([
  'google',
  'shopee',
  'tokopedia',
  'tiktok',
  'gofood',
  'grabfood',
  'instagram',
  'facebook',
  'other',
]);

export const reviewFacts = z.strictObject({
  customerId: customerId.nullable().default(null),
  platform: reviewPlatform,
  author: z.string().trim().max(120).default(''),
  /** Stars, 1–5; null where the platform has none. */
  rating: z.int().min(1).max(5).nullable().default(null),
  text: z.string().trim().max(8000).default(''),
  url: z.string().trim().max(2000).nullable().default(null),
  postedOn: day,
});
export type ReviewFacts = z.infer<typeof reviewFacts>;

export const reviewRow = z.strictObject({
  id: reviewId,
  facts: reviewFacts.extend({ postedOn: z.iso.date() }),
  customerName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  complaintId: complaintId.nullable(),
  complaintNumber: z.string().nullable(),
  /** The complaint it became has its solution: the reviewer can be asked to revise. */
  canAskRevision: z.boolean(),
  revisionAskedOn: z.iso.date().nullable(),
  revisedOn: z.iso.date().nullable(),
  revisedRating: z.int().nullable(),
  daysWaiting: z.int().nullable(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

export const reviewFilter = z.strictObject({
  only: z.enum(['all', 'waiting', 'negative', 'revisable']).default('all'),
  platform: reviewPlatform.nullable().default(null),
  search: z.string().max(200).default(''),
});
export type ReviewFilter = z.infer<typeof reviewFilter>;

const touches = ['reviews', 'followUps', 'complaints', 'history'] as const;
const reads = ['reviews', 'complaints', 'customers', 'shop'] as const;
const changed = z.strictObject({ id: reviewId, batchId });
const cursor = z.strictObject({ postedOn: z.iso.date(), id: z.int() });

export const reviewsContract = {
  'reviews.list': query({
    input: z.strictObject({
      filter: reviewFilter.prefault({}),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ rows: z.array(reviewRow), next: cursor.nullable() }),
    touches: reads,
  }),
  /** How many wait for an answer, and what the stars come to: as posted, and with those revised. */
  'reviews.summary': query({
    input: z.strictObject({}),
    output: z.strictObject({
      count: z.int().nonnegative(),
      waiting: z.int().nonnegative(),
      negative: z.int().nonnegative(),
      revisable: z.int().nonnegative(),
      averagePosted: z.number().nullable(),
      averageNow: z.number().nullable(),
    }),
    touches: reads,
  }),
  'reviews.get': query({
    input: z.strictObject({ id: reviewId }),
    output: reviewRow,
    touches: reads,
  }),
  'reviews.create': command({ input: reviewFacts, output: changed, touches }),
  'reviews.update': command({
    input: z.strictObject({ id: reviewId, facts: reviewFacts }),
    output: changed,
    touches,
  }),
  'reviews.delete': command({
    input: z.strictObject({ id: reviewId }),
    output: changed,
    touches,
  }),
  /** Makes the review a complaint, with its words; the two stay linked. */
  'reviews.complain': command({
    input: z.strictObject({ id: reviewId }),
    output: z.strictObject({ id: reviewId, complaintId, batchId }),
    touches,
  }),
  /** The reviewer is asked to revise: a contact-again date is made where the customer is known. */
  'reviews.askRevision': command({
    input: z.strictObject({ id: reviewId }),
    output: changed,
    touches,
  }),
  'reviews.revised': command({
    input: z.strictObject({
      id: reviewId,
      revisedOn: day,
      rating: z.int().min(1).max(5).nullable(),
    }),
    output: changed,
    touches,
  }),
};
