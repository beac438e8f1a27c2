import type { Generated } from 'kysely';
import type {
  QuestionKind,
  QuestionMeasure,
  ServiceDimension,
  SurveyOutcome,
  SurveyWay,
} from '#shared/domain/vocabulary/feedback.ts';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What customers are asked. */
export interface SurveysTable {
  id: Id;
  name: string;
  /** Said before the first question. */
  intro: Generated<string>;
  /** Said after the last. */
  thanks: Generated<string>;
  /** How many paper slips were handed out; null: nobody counted. */
  handed_out: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface SurveyQuestionsTable {
  id: Id;
  survey_id: number;
  position: number;
  kind: QuestionKind;
  text: string;
  /** Of a choice: what can be chosen, JSON. */
  choices: Generated<string>;
  measures: QuestionMeasure | null;
  /** Of what is expected or met. */
  dimension: ServiceDimension | null;
}

/** Somebody who was asked, and what became of it. */
export interface SurveyAnswersTable {
  id: Id;
  survey_id: number;
  /** Null: nobody knows who it was. */
  customer_id: number | null;
  way: SurveyWay;
  outcome: SurveyOutcome;
  answered_on: string;
  /** What it became. */
  complaint_id: number | null;
  created_at: string;
}

/** What was answered to one question. */
export interface SurveyValuesTable {
  id: Id;
  answer_id: number;
  question_id: number;
  /** Stars, 0–10, 1 for yes, or which choice, from 0. */
  number: number | null;
  words: Generated<string>;
}

export interface FeedbackSchema {
  surveys: SurveysTable;
  survey_questions: SurveyQuestionsTable;
  survey_answers: SurveyAnswersTable;
  survey_values: SurveyValuesTable;
}

export const feedbackTables = {
  surveys: {
    area: 'feedback',
    holds: 'own',
    carries: ['created_at', 'deleted_at'],
    label: 'name',
  },
  survey_questions: {
    area: 'feedback',
    holds: 'own',
    partOf: { column: 'survey_id', table: 'surveys' },
  },
  survey_answers: {
    area: 'feedback',
    holds: 'own',
    partOf: { column: 'survey_id', table: 'surveys' },
    carries: ['created_at'],
    refersTo: { customer_id: 'customers', complaint_id: 'complaints' },
  },
  survey_values: {
    area: 'feedback',
    holds: 'own',
    partOf: { column: 'answer_id', table: 'survey_answers' },
    refersTo: { question_id: 'survey_questions' },
  },
} as const satisfies EntriesOf<FeedbackSchema>;
