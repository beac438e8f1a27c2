import { z } from 'zod';
import { labelSheetNames, mostLabels } from '../../domain/campaigns/label-sheets.ts';
import { campaignPapers } from '../../domain/vocabulary/campaigns.ts';
import { batchId, campaignId } from '../../ids.ts';
import { report, task } from '../define.ts';
import { byReason, count } from './shapes.ts';

/** What is put on paper for whoever of a campaign waits for their turn and may be contacted now. */
const paperAsked = z.strictObject({
  id: campaignId,
  what: z.enum(campaignPapers),
  /** Of a list to call by: so many of them; null: all. */
  most: z.int().min(1).max(1000).nullable().default(null),
  /** Of labels: the sheet they are printed on. */
  sheet: z.enum(labelSheetNames).default('3x7'),
  /** Of labels: the first that is free, from 1. */
  firstLabel: z.int().min(1).max(mostLabels).default(1),
});
export type PaperAsked = z.infer<typeof paperAsked>;

/** Everybody of the campaign once: those on the paper and those who are not add up to `listed`. */
export const onPaper = z.strictObject({
  listed: count,
  people: count,
  /** Had their turn. */
  had: count,
  /** Kept apart to compare with. */
  held: count,
  /** Left out, at the start or since. */
  leftOut: byReason,
  /** In the trash. */
  inTrash: count,
  /** On it already by another record of theirs. */
  twice: count,
  /** Beyond so many as were asked for. */
  later: count,
  /** Whose address is too long for a label. */
  tooLong: count,
  /** Of those on it: with letters that cannot be printed, the shop's own among them where a page is theirs. */
  unshown: count,
  /** Whether everything on it can be printed, its head too. */
  isWhole: z.boolean(),
  pages: count,
});
export type OnPaper = z.infer<typeof onPaper>;

/** The last time that a campaign's letters were printed or saved, since it started. */
const printed = z.strictObject({
  /** Which print it is. */
  print: z.string(),
  /** ISO instant. */
  at: z.string(),
  people: count,
  /** Of those: had no turn since. */
  waiting: count,
});
export type PrintedLetters = z.infer<typeof printed>;

const named = z.strictObject({ ...paperAsked.shape, name: z.string().trim().min(1).max(120) });
const made = z.strictObject({ path: z.string(), ...onPaper.shape }).nullable();

const reads = [
  ...(['campaigns', 'customers', 'sales', 'products', 'privacy', 'settings', 'shop'] as const),
] as const;

export const campaignPaperContract = {
  /** Who would be on it, and who not and why. CONFLICT `campaign-state`: it is not running. */
  'campaigns.onPaper': report({
    input: paperAsked,
    /** Of letters: who was printed last; null: nobody yet. */
    output: z.strictObject({ ...onPaper.shape, printed: printed.nullable() }),
    touches: reads,
  }),
  /** A PDF where the owner says. Null: the dialog was closed. CONFLICT `campaign-nobody`: nobody is on it. */
  'campaigns.savePdf': task({ input: named, output: made, touches: ['campaigns'] }),
  /** The same as a passing file, shown by the system's program for PDFs, which prints it. CONFLICT: there is none. */
  'campaigns.print': task({ input: named, output: made, touches: ['campaigns'] }),
  /** The list to call by as a table. Null: the dialog was closed. */
  'campaigns.exportCalls': task({
    input: z.strictObject({
      id: campaignId,
      most: z.int().min(1).max(1000).nullable().default(null),
      format: z.enum(['csv', 'xlsx']),
    }),
    output: z.strictObject({ path: z.string(), rows: count }).nullable(),
    touches: [],
  }),
  /**
   * Everybody of the last print who still waits has had their letter, with its text as it was printed: one
   * change. CONFLICT `changed-meanwhile`: another print came after, or nobody of it waits any more;
   * `campaign-state`: it is not running.
   */
  'campaigns.bookLetters': task({
    input: z.strictObject({ id: campaignId, print: z.string().min(1).max(100) }),
    output: z.strictObject({
      batchId,
      booked: count,
      /** Of that print: had a turn since, or have gone. */
      passed: count,
      /** Nobody was left, so the campaign ended with it. */
      isLast: z.boolean(),
    }),
    touches: ['campaigns', 'interactions', 'history'],
  }),
};
