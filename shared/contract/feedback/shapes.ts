import { z } from 'zod';
import {
  questionKinds,
  questionMeasures,
  serviceDimensions,
  surveyOutcomes,
  surveyWays,
} from '../../domain/vocabulary/feedback.ts';
import { complaintId, customerId, surveyAnswerId, surveyId } from '../../ids.ts';
import { layer } from '../customers.ts';
import { day } from '../days.ts';

const text = (max: number) => z.string().trim().max(max);
export const count = z.int().nonnegative();

/** The longest words that one answer may have. */
export const longestWords = 2000;

export const surveyQuestion = z.strictObject({
  kind: z.enum(questionKinds),
  text: text(300).min(1),
  /** Of a choice; two at least. */
  choices: z.array(text(80).min(1)).max(9).default([]),
  measures: z.enum(questionMeasures).nullable().default(null),
  /** Of what is expected or met. */
  dimension: z.enum(serviceDimensions).nullable().default(null),
});
export type SurveyQuestion = z.infer<typeof surveyQuestion>;

/** What a person settles of a survey. */
export const surveyFacts = z.strictObject({
  name: text(80).min(1),
  /** Said before the first question. */
  intro: text(400).default(''),
  /** Said after the last. */
  thanks: text(400).default(''),
  /** Paper slips handed out; null: nobody counted. */
  handedOut: count.max(1e6).nullable().default(null),
  /** Settled with the first answer. */
  questions: z.array(surveyQuestion).min(1).max(30),
});
export type SurveyFacts = z.infer<typeof surveyFacts>;

/** As they are stored; one that was begun elsewhere may ask nothing yet. */
export const storedFacts = surveyFacts.extend({ questions: z.array(surveyQuestion) });

export const storedQuestion = surveyQuestion.extend({ id: z.int().positive() });
export type StoredQuestion = z.infer<typeof storedQuestion>;

const outcomes = z.strictObject(
  Object.fromEntries(surveyOutcomes.map((one) => [one, count])) as Record<
    (typeof surveyOutcomes)[number],
    typeof count
  >,
);

/** How many were asked by which way, and what became of it. */
const standing = z.strictObject(
  Object.fromEntries(surveyWays.map((way) => [way, outcomes])) as Record<
    (typeof surveyWays)[number],
    typeof outcomes
  >,
);
export type SurveyStanding = z.infer<typeof standing>;

export const surveyRow = z.strictObject({
  id: surveyId,
  facts: storedFacts,
  /** Its questions with their ids, in the order of `facts`. */
  questions: z.array(storedQuestion),
  standing,
  /** The day of the last answer; null: there is none. */
  lastOn: z.iso.date().nullable(),
  createdAt: z.string(),
});
export type SurveyRow = z.infer<typeof surveyRow>;

/** Which surveys: by words of what they are called or ask, and whether anybody has answered. */
export const surveyFilter = z.strictObject({
  only: z.enum(['all', 'answered', 'unanswered']).default('all'),
  search: z.string().max(200).default(''),
});
export type SurveyFilter = z.infer<typeof surveyFilter>;

/** What was answered to one question; neither number nor words: it was passed over. */
export const answerValue = z.strictObject({
  questionId: z.int().positive(),
  number: z.int().min(0).max(10).nullable().default(null),
  words: text(longestWords).default(''),
});
export type AnswerValue = z.infer<typeof answerValue>;

/** Whom was asked, how, what became of it, and what was said. */
export const answerFacts = z.strictObject({
  /** Null: nobody knows who it was. */
  customerId: customerId.nullable().default(null),
  way: z.enum(surveyWays),
  outcome: z.enum(surveyOutcomes).default('answered'),
  answeredOn: day,
  /** In the order of the questions; of who did not answer none. */
  values: z.array(answerValue).max(30).default([]),
});
export type AnswerFacts = z.infer<typeof answerFacts>;

/** Which answers: what became of asking, bad ones that became no complaint, the number given to one question, the month, the pyramid's tier. */
export const answerFilter = z.strictObject({
  outcome: z.enum(surveyOutcomes).nullable().default(null),
  /** `badOpen`: bad ones that are no complaint. */
  only: z.enum(['all', 'badOpen']).default('all'),
  /** From this day on. */
  since: day.nullable().default(null),
  way: z.enum(surveyWays).nullable().default(null),
  /** To this question anything was answered, or a number from one to another. */
  question: z.int().positive().nullable().default(null),
  from: z.int().min(0).max(10).nullable().default(null),
  to: z.int().min(0).max(10).nullable().default(null),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null),
  /** Of somebody who stands there now; `unknown`: nobody knows who it was. */
  tier: z
    .enum([...layer.options, 'unknown'])
    .nullable()
    .default(null),
});
export type AnswerFilter = z.infer<typeof answerFilter>;

export const answerRow = z.strictObject({
  id: surveyAnswerId,
  surveyId,
  facts: answerFacts.extend({ answeredOn: z.iso.date() }),
  /** Null: nobody knows who it was, or they are in the trash. */
  customerName: z.string().nullable(),
  complaintId: complaintId.nullable(),
  complaintNumber: z.string().nullable(),
});
export type AnswerRow = z.infer<typeof answerRow>;
