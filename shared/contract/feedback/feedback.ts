import { z } from 'zod';
import { batchId, complaintId, surveyAnswerId, surveyId } from '../../ids.ts';
import { action, command, query, report, task } from '../define.ts';
import { printed } from '../sales/paper.ts';
import { shopSettings } from '../settings.ts';
import { surveyResult } from './result.ts';
import {
  answerFacts,
  answerFilter,
  answerRow,
  count,
  storedQuestion,
  surveyFacts,
  surveyFilter,
  surveyRow,
} from './shapes.ts';

const changed = z.strictObject({ id: surveyId, batchId });
const answered = z.strictObject({ id: surveyAnswerId, batchId });
const about = z.strictObject({ id: surveyId });
const aboutAnswer = z.strictObject({ id: surveyAnswerId });
const slipsAsked = z.strictObject({
  id: surveyId,
  /** Of what the shop adds to the survey's own words. */
  language: shopSettings.shape.language,
  /** What the file is called, without its ending. */
  name: z.string().trim().min(1).max(120),
});
const slipsMade = printed.extend({
  /** Slips on one page; 1 where one needs several. */
  slips: z.int().positive(),
  pages: z.int().positive(),
});
const touches = ['feedback', 'history'] as const;
const reads = ['feedback', 'shop'] as const;
const readsAnswers = ['feedback', 'customers', 'complaints', 'sales', 'shop'] as const;

export const feedbackContract = {
  /** Every survey that a filter leaves, the newest first, and how many there are by whether anybody answered. */
  'feedback.list': query({
    input: z.strictObject({ filter: surveyFilter.prefault({}) }),
    output: z.strictObject({
      rows: z.array(surveyRow),
      counts: z.strictObject({ all: count, answered: count, unanswered: count }),
    }),
    touches: reads,
  }),
  'feedback.get': query({ input: about, output: surveyRow, touches: reads }),
  'feedback.create': command({
    input: z.strictObject({ facts: surveyFacts }),
    output: changed,
    touches,
  }),
  /**
   * CONFLICT `changed-meanwhile`: it is not any more what `expected` says; `survey-answered`: somebody was
   * asked, so the questions stay as they are.
   */
  'feedback.update': command({
    input: z.strictObject({ id: surveyId, expected: surveyFacts, facts: surveyFacts }),
    output: changed,
    touches,
  }),
  /** To the trash, with its answers. */
  'feedback.remove': command({ input: about, output: changed, touches }),
  /** Who was asked in a survey, that a filter leaves, the newest first; one of them alone by its id. */
  'feedback.answers': query({
    input: z.strictObject({
      surveyId,
      id: surveyAnswerId.nullable().default(null),
      filter: answerFilter.prefault({}),
      skip: count.default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ count, rows: z.array(answerRow) }),
    touches: readsAnswers,
  }),
  /** Bad answers of the last days that became no complaint, by survey, the most first. */
  'feedback.badOpen': query({
    input: z.strictObject({}),
    output: z.strictObject({
      days: count,
      /** The first of these days. */
      since: z.iso.date(),
      count,
      surveys: z.array(z.strictObject({ id: surveyId, name: z.string(), count })),
    }),
    touches: ['feedback', 'complaints', 'settings', 'shop'],
  }),
  /** What everybody who answered said, question by question. */
  'feedback.result': report({ input: about, output: surveyResult, touches: readsAnswers }),
  /**
   * Writes an answer down, or that somebody did not answer. Who was asked before in vain is asked again, not
   * twice. VALIDATION: no value, or one that its question does not have.
   */
  'feedback.answer': command({
    input: z.strictObject({ surveyId, facts: answerFacts }),
    output: answered,
    touches,
  }),
  /** CONFLICT `changed-meanwhile`: it is not any more what `expected` says. */
  'feedback.changeAnswer': command({
    input: z.strictObject({ id: surveyAnswerId, expected: answerFacts, facts: answerFacts }),
    output: answered,
    touches,
  }),
  'feedback.dropAnswer': command({ input: aboutAnswer, output: answered, touches }),
  /** Makes the answer a complaint, with its words; the two stay linked. CONFLICT `answer-is-complaint`. */
  'feedback.complain': command({
    input: aboutAnswer,
    output: z.strictObject({ id: surveyAnswerId, complaintId, batchId }),
    touches: ['feedback', 'complaints', 'history'],
  }),
  /** What the shop's screen asks while it is handed over, and nothing else; null: it is the owner's. */
  'feedback.kiosk': query({
    input: z.strictObject({}),
    output: z
      .strictObject({
        /** Null: what was noted of it cannot be read, so nothing is asked and the screen stays handed over. */
        surveyId: surveyId.nullable(),
        language: shopSettings.shape.language,
        theme: shopSettings.shape.theme,
        today: z.iso.date(),
        /** A word of its own leaves it, or the shop's password; `nothing`: the word is lost, and there is none. */
        opensBy: z.enum(['word', 'password', 'nothing']),
        intro: z.string(),
        thanks: z.string(),
        questions: z.array(storedQuestion),
      })
      .nullable(),
    touches: ['feedback', 'settings', 'shop'],
  }),
  /** A survey's slips as a PDF where the owner says. Null: the dialog was closed. */
  'feedback.savePdf': task({ input: slipsAsked, output: slipsMade.nullable(), touches: [] }),
  /** The same as a passing file, shown by the system's program for PDFs, which prints it. CONFLICT: there is none. */
  'feedback.print': task({ input: slipsAsked, output: slipsMade.nullable(), touches: [] }),
  /**
   * Hands the shop's screen over: from then on, also after a restart, the door answers what the survey asks,
   * an answer to it, and leaving. Without a word the shop's password leaves. CONFLICT `kiosk-word`: it has none.
   */
  'feedback.kioskStart': action({
    input: z.strictObject({ surveyId, word: z.string().trim().min(4).max(100).nullable() }),
    output: z.strictObject({ surveyId }),
    touches: ['shop'],
  }),
  /** CONFLICT `kiosk-secret`: it is another word; `kiosk-wait`: too many were wrong; `kiosk-off`: it is not on. */
  'feedback.kioskLeave': action({
    input: z.strictObject({ secret: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ surveyId: surveyId.nullable() }),
    touches: ['shop'],
  }),
};
