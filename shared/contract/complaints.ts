import { z } from 'zod';
import { actionVerdicts } from '../domain/vocabulary/complaints.ts';
import { batchId, complaintId } from '../ids.ts';
import {
  complaintFacts,
  complaintFilter,
  complaintState,
  complaintStep,
  correctiveAction,
  storedComplaintFacts,
} from './complaints-facts.ts';
import { complaintPage, complaintRow } from './complaints-page.ts';
import { complaintReport } from './complaints-report.ts';
import { day, daySpan, givenInstant } from './days.ts';
import { command, query, report, task } from './define.ts';

const text = (max: number) => z.string().trim().max(max);

const complaintCursor = z.strictObject({ key: z.string(), id: z.int() });

const touches = ['complaints', 'followUps', 'interactions', 'history'] as const;
const reads = [
  'complaints',
  'feedback',
  'reviews',
  'guarantee',
  'interactions',
  'customers',
  'sales',
  'products',
  'settings',
  'shop',
] as const;
const changed = z.strictObject({ id: complaintId, batchId });

export const complaintsContract = {
  /** The queue. `due`: what is due next first; `age`: the oldest first; `newest`: the newest first. */
  'complaints.list': query({
    input: z.strictObject({
      filter: complaintFilter.prefault({}),
      order: z.enum(['due', 'age', 'newest']).default('due'),
      after: complaintCursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(complaintRow), next: complaintCursor.nullable() }),
    touches: reads,
  }),
  /** The board: the first rows of each state in the queue's order, and how many there are. */
  'complaints.board': query({
    input: z.strictObject({
      filter: complaintFilter.prefault({}),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.array(
      z.strictObject({
        state: complaintState,
        count: z.int().nonnegative(),
        rows: z.array(complaintRow),
      }),
    ),
    touches: reads,
  }),
  /** How many match, and how many each state and flag would show without its own filter. */
  'complaints.summary': query({
    input: z.strictObject({ filter: complaintFilter.prefault({}) }),
    output: z.strictObject({
      count: z.int().nonnegative(),
      waiting: z.int().nonnegative(),
      overdue: z.int().nonnegative(),
      states: z.array(z.strictObject({ state: complaintState, count: z.int().nonnegative() })),
    }),
    touches: reads,
  }),
  /** What waits for us now, most urgent first: for Today and the rail. */
  'complaints.waiting': query({
    input: z.strictObject({ limit: z.int().min(1).max(50).default(5) }),
    output: z.strictObject({ count: z.int().nonnegative(), rows: z.array(complaintRow) }),
    touches: reads,
  }),
  'complaints.get': query({
    input: z.strictObject({ id: complaintId }),
    output: complaintPage,
    touches: reads,
  }),
  /** Suggestions for the form's fields: causes and handlers in use, most used first. */
  'complaints.words': query({
    input: z.strictObject({}),
    output: z.strictObject({ causes: z.array(z.string()), handlers: z.array(z.string()) }),
    touches: ['complaints', 'interactions', 'shop'],
  }),
  /** `receivedAt` null: now. */
  'complaints.create': command({
    input: complaintFacts.extend({ receivedAt: givenInstant.nullable().default(null) }),
    output: z.strictObject({ id: complaintId, batchId, number: z.string() }),
    touches,
  }),
  /** Corrects what was written down; due times follow severity and receipt. */
  'complaints.update': command({
    input: z.strictObject({
      id: complaintId,
      facts: complaintFacts,
      expected: storedComplaintFacts,
    }),
    output: changed,
    touches,
  }),
  /** Corrects what a step that was taken said: the text of answer, cause, solution. */
  'complaints.correct': command({
    input: z.strictObject({
      id: complaintId,
      answer: text(4000).min(1).optional(),
      cause: text(120).min(1).optional(),
      causeNote: text(2000).optional(),
      solution: text(4000).min(1).optional(),
    }),
    output: changed,
    touches,
  }),
  'complaints.delete': command({
    input: z.strictObject({ id: complaintId }),
    output: changed,
    touches,
  }),
  /** Takes a step. CONFLICT with the machine's reason where it is not allowed. */
  'complaints.step': command({
    input: z.strictObject({ id: complaintId, step: complaintStep }),
    output: z.strictObject({ id: complaintId, batchId, state: complaintState }),
    touches,
  }),
  /** A corrective action is done, or changed. */
  'complaints.action': command({
    input: z.strictObject({
      complaintId,
      actionId: z.int().positive(),
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('done'), on: day }),
        z.strictObject({ kind: z.literal('edit'), action: correctiveAction }),
        /**
         * Did it come back? `held`, refused before the day to look, closes the chain's last question;
         * `came-back` opens it again.
         */
        z.strictObject({ kind: z.literal('check'), verdict: z.enum(actionVerdicts) }),
      ]),
    }),
    output: z.strictObject({ id: complaintId, batchId, state: complaintState }),
    touches,
  }),
  /** A voucher was used, on that day; null takes it back. */
  'complaints.useVoucher': command({
    input: z.strictObject({ compensationId: z.int().positive(), usedOn: day.nullable() }),
    output: changed,
    touches,
  }),
  'complaints.filters': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ id: z.int().positive(), name: z.string(), filter: complaintFilter }),
    ),
    touches: ['complaints', 'shop'],
  }),
  'complaints.saveFilter': command({
    input: z.strictObject({ name: text(60).min(1), filter: complaintFilter }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches: ['complaints', 'history'],
  }),
  'complaints.dropFilter': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches: ['complaints', 'history'],
  }),
  'complaints.export': task({
    input: z.strictObject({
      filter: complaintFilter.prefault({}),
      format: z.enum(['csv', 'xlsx']),
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
  /** What complaints teach, for those received in a span of days. */
  'complaints.report': report({
    input: daySpan,
    output: complaintReport,
    touches: reads,
  }),
};
