import { z } from 'zod';
import { serviceDimensions } from '../../domain/vocabulary/feedback.ts';
import { customerId, surveyAnswerId } from '../../ids.ts';
import { answerFilter, count } from './shapes.ts';

const range = z.strictObject({ low: z.number(), high: z.number() });

const rated = z.strictObject({
  count,
  good: count,
  bad: count,
  score: z.number(),
  in80: range,
  in95: range,
});

const questionResult = z.strictObject({
  id: z.int().positive(),
  /** How often each number was given, the smallest first; none that nobody gave. */
  numbers: z.array(z.strictObject({ number: z.int(), count })),
  /** By what it is rated; null: by nothing that has a good and a bad end. */
  rating: z.enum(['satisfied', 'recommend', 'yes']).nullable(),
  /** Null: nobody answered it, or it is not rated. */
  rated: rated.nullable(),
  /** Null: nobody gave a number. */
  mean: z.number().nullable(),
  /** The same by month, the first first, and by where the customer stands now; of what is rated. */
  months: z.array(z.strictObject({ month: z.string(), rated })),
  tiers: z.array(z.strictObject({ tier: answerFilter.shape.tier.unwrap().unwrap(), rated })),
  /** How many said something in words, and the newest of them. */
  wordCount: count,
  words: z.array(
    z.strictObject({
      id: surveyAnswerId,
      words: z.string(),
      on: z.iso.date(),
      customerId: customerId.nullable(),
      customerName: z.string().nullable(),
    }),
  ),
});
export type QuestionResult = z.infer<typeof questionResult>;

/** What is expected and what is found of one side of service; null: nobody said both. */
const gap = z.strictObject({
  dimension: z.enum(serviceDimensions),
  /** The questions that ask for the two. */
  expectedId: z.int().positive(),
  metId: z.int().positive(),
  gap: z
    .strictObject({
      count,
      expected: z.number(),
      met: z.number(),
      worse: count,
      better: count,
    })
    .nullable(),
});
export type SurveyGap = z.infer<typeof gap>;

export const surveyResult = z.strictObject({
  answered: count,
  questions: z.array(questionResult),
  gaps: z.array(gap),
});
