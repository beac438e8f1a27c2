import { z } from 'zod';
import { batchId, complaintId, reviewId } from '../ids.ts';
import { severity } from './complaints-facts.ts';
import { command, query } from './define.ts';
import { instant } from './interactions/interactions.ts';
import { language } from './settings.ts';

/** A reply is about one complaint or one public review. */
export const replyAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complaint'), id: complaintId }),
  z.strictObject({ kind: z.literal('review'), id: reviewId }),
]);
export type ReplyAbout = z.infer<typeof replyAbout>;

/** Three steps: thanks and regret; our standard; amends and a private contact. Merge fields in `{…}`. */
export const replyTemplate = z.strictObject({
  name: z.string().trim().min(1).max(80),
  language,
  thanks: z.string().trim().min(1).max(1000),
  standard: z.string().trim().min(1).max(1000),
  amends: z.string().trim().min(1).max(1000),
});
export type ReplyTemplate = z.infer<typeof replyTemplate>;

const draftText = z.string().max(4000);

export const repliesContract = {
  /** The owner's own templates; the built-in ones are the screen's. */
  'replies.templates': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id: z.int().positive(), template: replyTemplate })),
    touches: ['replies', 'shop'],
  }),
  'replies.saveTemplate': command({
    input: z.strictObject({ id: z.int().positive().nullable(), template: replyTemplate }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches: ['replies', 'history'],
  }),
  'replies.deleteTemplate': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches: ['replies', 'history'],
  }),
  /** What fills the merge fields, and the draft that was begun. */
  'replies.about': query({
    input: z.strictObject({ about: replyAbout }),
    output: z.strictObject({
      customerName: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      product: z.string().nullable(),
      number: z.string().nullable(),
      solution: z.string().nullable(),
      compensation: z.strictObject({ kind: z.string(), amountMinor: z.int() }).nullable(),
      /** Public: seen by everybody, answered on the platform's page. */
      isPublic: z.boolean(),
      url: z.string().nullable(),
      /** Of the complaint; null for a review. */
      severity: severity.nullable(),
      /** Stars of the review as they are now; null for a complaint. */
      rating: z.int().nullable(),
      draft: z.strictObject({ text: draftText, startedAt: instant, updatedAt: instant }).nullable(),
      now: instant,
    }),
    touches: ['replies', 'complaints', 'reviews', 'interactions', 'customers', 'settings', 'shop'],
  }),
  /** Keeps a draft; the cooling-off time runs from the first word. An empty text removes it. */
  'replies.saveDraft': command({
    input: z.strictObject({ about: replyAbout, text: draftText }),
    output: z.null(),
    touches: ['replies'],
  }),
  /**
   * The reply went out: it is written into the customer's history, is the first answer of a complaint
   * that had none, or the answer of the review; the draft is gone. Undoable as one.
   */
  'replies.sent': command({
    input: z.strictObject({
      about: replyAbout,
      text: z.string().trim().min(1).max(4000),
      via: z.enum(['whatsapp', 'email', 'copy']),
    }),
    output: z.strictObject({ batchId }),
    touches: ['replies', 'complaints', 'reviews', 'interactions', 'followUps', 'history'],
  }),
};
