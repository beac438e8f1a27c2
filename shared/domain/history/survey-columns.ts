import { code, day, number, record, text } from './sense.ts';

/** What customers are asked, and what they answered, for people. */
export const asking = {
  surveys: {
    id: 'silent',
    name: text,
    intro: text,
    thanks: text,
    handed_out: number,
    created_at: 'silent',
    deleted_at: 'silent',
  },
  survey_questions: {
    id: 'silent',
    survey_id: record('surveys'),
    position: 'silent',
    kind: code('feedback.kind'),
    text,
    choices: { as: 'list' },
    measures: code('feedback.measures'),
    dimension: code('feedback.dimension'),
  },
  survey_answers: {
    id: 'silent',
    survey_id: record('surveys'),
    customer_id: record('customers'),
    way: code('feedback.way'),
    outcome: code('feedback.outcome'),
    answered_on: day,
    complaint_id: record('complaints'),
    created_at: 'silent',
  },
  survey_values: {
    id: 'silent',
    answer_id: 'silent',
    question_id: 'silent',
    number,
    words: text,
  },
} as const;
