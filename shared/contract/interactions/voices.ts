import { z } from 'zod';
import { voiceTopics } from '../../domain/vocabulary/interactions.ts';
import { customerId, surveyId } from '../../ids.ts';
import { asSpan, day } from '../days.ts';
import { report } from '../define.ts';

const count = z.int().nonnegative();

/** What somebody told the shop beside complaints and reviews. */
export const voice = z.strictObject({
  topic: z.enum(voiceTopics),
  /** Of the contact it was told in, or of the words in a survey's answer. */
  id: z.int().positive(),
  /** Null: nobody known said it. */
  customerId: customerId.nullable(),
  customerName: z.string().nullable(),
  /** The shop's day. */
  on: z.iso.date(),
  text: z.string(),
  /** What asked for it; null: it was told in a contact. */
  survey: z
    .strictObject({
      id: surveyId,
      questionId: z.int().positive(),
      name: z.string(),
      question: z.string(),
    })
    .nullable(),
});
export type Voice = z.infer<typeof voice>;

export const voicesContract = {
  /**
   * Suggestions, criticism and needs of contacts, and the words of answers to surveys, in a span of days,
   * newest first. An answer that became a complaint is left to the complaints. `topic`: rows of that alone.
   */
  'interactions.voices': report({
    input: asSpan(
      z.strictObject({
        from: day,
        to: day,
        topic: z.enum(voiceTopics).nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    ),
    output: z.strictObject({
      counts: z.strictObject({ suggestion: count, need: count, criticism: count, comment: count }),
      rows: z.array(voice),
    }),
    touches: ['interactions', 'feedback', 'complaints', 'customers', 'settings', 'shop'],
  }),
};
