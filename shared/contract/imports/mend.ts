import { z } from 'zod';
import { task } from '../define.ts';
import { importReport } from '../imports.ts';
import { draft, draftId, sourceId } from '../imports-draft.ts';
import { mendStep, ruleMemory } from './steps.ts';

const count = z.int().nonnegative();
const row = z.int().positive();
const text = z.string().max(400);

/** Some cells that a step changes alike, one below the other. */
const example = z.strictObject({
  row,
  /** The last of them: the same row where it is one cell. */
  lastRow: row,
  column: count,
  /** Null: the cell is empty. */
  before: text.nullable(),
  after: text.nullable(),
  /** Where a filled cell has it from; null: it was replaced. */
  fromRow: row.nullable(),
});
export type MendExample = z.infer<typeof example>;

/** A column of which only the first row of each group is filled. */
const offer = z.strictObject({
  sourceId,
  column: count,
  header: z.string(),
  cells: z.int().positive(),
  groups: z.int().positive(),
  examples: z.array(example),
});
export type FillOffer = z.infer<typeof offer>;

/** What a step has done in the last check. */
const done = z.strictObject({
  ...{ sourceId, id: z.int().positive(), cells: count, rows: count },
  /** Rows left alone since they may be a line of totals. */
  totals: count,
  /** Numbers with decimals left alone since only a part of them is found. */
  decimals: count,
});

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), step: mendStep, memory: ruleMemory }),
  /** The rows are as they were without it. */
  z.strictObject({ kind: z.literal('take-back'), id: z.int().positive() }),
  /** One that waits, or was left out of this import, is used. */
  z.strictObject({ kind: z.literal('use'), id: z.int().positive() }),
]);
export type StepChange = z.infer<typeof change>;

export const importsMendContract = {
  /** What a step would change of the rows as they are now; nothing is changed. */
  'imports.previewMend': task({
    input: z.strictObject({ draftId, sourceId, step: mendStep }),
    output: z.strictObject({
      cells: count,
      rows: count,
      /** Cells that stay as they are: they would hold more than a cell can. */
      tooLong: count,
      /** Numbers with decimals that stay as they are: only a part of them is found. */
      decimals: count,
      /** Empty cells with nothing above them to be filled with, or what is no data in between. */
      unfilled: count,
      /** Rows left alone since they are read as a further thing of the sale above. */
      below: count,
      /** Rows left alone since they may be a line of totals. */
      totals: count,
      examples: z.array(example).max(20),
    }),
    touches: [],
  }),
  /** Adds a step or takes one back, and checks anew. Cancelled or failed, everything is as before. */
  'imports.mend': task({
    input: z.strictObject({ draftId, sourceId, change }),
    output: z.strictObject({
      draft,
      report: importReport,
      /** Rows that were wrong before and are not any more, and the other way round. */
      noLongerWrong: count,
      newlyWrong: count,
    }),
    touches: [],
  }),
  /** What is done with a rule of a file when the next one of its titles comes; this import stays as it is. */
  'imports.remember': task({
    input: z.strictObject({
      draftId,
      sourceId,
      rule: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('step'), id: z.int().positive(), memory: ruleMemory }),
        z.strictObject({ kind: z.literal('existing'), memory: ruleMemory }),
        z.strictObject({ kind: z.literal('column'), column: count, isAsked: z.boolean() }),
      ]),
    }),
    output: draft,
    touches: [],
  }),
  /** What the steps did in the last check, and which columns look as if they were to be filled down. */
  'imports.mending': task({
    input: z.strictObject({ draftId }),
    output: z.strictObject({ done: z.array(done), offers: z.array(offer) }),
    touches: [],
  }),
};
