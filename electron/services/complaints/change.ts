import { openBatch } from '#db/history/journal.ts';
import { takeBackRecurrence } from '#db/queries/complaints/recur.ts';
import {
  changeComplaint,
  moveCompensations,
  moveContacts,
  readCompensation,
  readComplaintRow,
  rewordEvent,
  type StoredComplaint,
  trashDates,
  useCompensation,
} from '#db/queries/complaints/write.ts';
import { type ComplaintFacts, storedComplaintFacts } from '#shared/contract/complaints-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { causeKey } from '#shared/domain/complaints/rules.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, ComplaintId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { noticeComingBack } from './came-back.ts';
import { causeColumns, causeWords } from './cause-steps.ts';
import { factColumns, refuseIssues, tidyFacts } from './facts.ts';
import { factsOf } from './page.ts';

function mustRead(ctx: WriteContext, id: number): StoredComplaint {
  const row = readComplaintRow(ctx.raw, id);
  if (row === null) throw notFound('complaint');
  return row;
}

function editBatch(ctx: WriteContext, label: string): number {
  return openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
}

/** Compared as the door hands facts in: an import may have stored spaces that the form's come without. */
function isSameFacts(stored: ComplaintFacts, expected: ComplaintFacts): boolean {
  const asHandedIn = storedComplaintFacts.safeParse(stored);
  return JSON.stringify(asHandedIn.success ? asHandedIn.data : stored) === JSON.stringify(expected);
}

/** Due times are counted anew only where severity or receipt changed: settings of today are not those of then. */
function changedColumns(ctx: WriteContext, row: StoredComplaint, facts: ComplaintFacts) {
  const { answer_due_at, resolution_due_at, ...columns } = factColumns(ctx, facts);
  const isDueAnew = facts.severity !== row.severity || facts.receivedAt !== row.received_at;
  return isDueAnew ? { ...columns, answer_due_at, resolution_due_at } : columns;
}

/** Fails with CONFLICT when the stored facts are no longer those the form was filled from. */
export async function updateOne(
  ctx: WriteContext,
  input: Parsed<'complaints.update'>,
): Promise<Output<'complaints.update'>> {
  const row = mustRead(ctx, input.id);
  if (!isSameFacts(factsOf(row), input.expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const facts = tidyFacts(ctx, input.facts);
  const batchId = editBatch(ctx, row.number);
  changeComplaint(ctx.raw, batchId, row.id, changedColumns(ctx, row, facts));
  if (facts.customerId !== row.customer_id) {
    moveCompensations(ctx.raw, batchId, row.id, facts.customerId);
    if (facts.customerId !== null) moveContacts(ctx.raw, batchId, row.id, facts.customerId);
  }
  return { id: input.id, batchId: batchId as BatchId };
}

function notTaken(row: StoredComplaint, input: Parsed<'complaints.correct'>): FieldIssue[] {
  const steps = [
    ['answer', input.answer, row.answered_at],
    ['cause', input.cause, row.cause],
    ['causeNote', input.causeNote, row.cause],
    ['solution', input.solution, row.resolved_at],
  ] as const;
  return steps
    .filter(([, given, stored]) => given !== undefined && stored === null)
    .map(([path]) => ({ path, problem: 'step-not-taken' }));
}

/**
 * Another cause is not the one that came back: where nothing was done about the earlier complaint since,
 * it is put back as it stood; else it stays open, for its people have begun anew.
 */
function correctCause(
  ctx: WriteContext,
  batchId: number,
  row: StoredComplaint,
  input: Parsed<'complaints.correct'>,
): void {
  const cause = input.cause ?? row.cause;
  if (cause === null || (input.cause === undefined && input.causeNote === undefined)) return;
  const columns = causeColumns(cause, input.causeNote ?? row.cause_note ?? '');
  const isAnother = causeKey(cause) !== row.cause_key;
  const link = isAnother ? { came_back_from: null } : {};
  changeComplaint(ctx.raw, batchId, row.id, { ...columns, ...link });
  if (isAnother && row.came_back_from !== null)
    takeBackRecurrence(ctx.raw, batchId, {
      earlierId: row.came_back_from,
      laterId: row.id,
      laterNumber: row.number,
    });
  const words = causeWords(cause, input.causeNote ?? row.cause_note);
  rewordEvent(ctx.raw, batchId, { complaintId: row.id, move: 'diagnose', note: words });
  if (isAnother) noticeComingBack(ctx, batchId, row.id);
}

/** The words of steps that were taken; VALIDATION for one that was not. */
export async function correctOne(
  ctx: WriteContext,
  input: Parsed<'complaints.correct'>,
): Promise<Output<'complaints.correct'>> {
  const row = mustRead(ctx, input.id);
  refuseIssues(notTaken(row, input));
  const batchId = editBatch(ctx, row.number);
  const { answer, solution } = input;
  if (answer !== undefined) {
    changeComplaint(ctx.raw, batchId, row.id, { answer });
    rewordEvent(ctx.raw, batchId, { complaintId: row.id, move: 'answer', note: answer });
  }
  if (solution !== undefined) {
    changeComplaint(ctx.raw, batchId, row.id, { solution });
    rewordEvent(ctx.raw, batchId, { complaintId: row.id, move: 'resolve', note: solution });
  }
  correctCause(ctx, batchId, row, input);
  return { id: input.id, batchId: batchId as BatchId };
}

/** Moves it to the trash with the dates still to be kept for it; its number is not given to another. */
export async function deleteOne(
  ctx: WriteContext,
  { id }: Parsed<'complaints.delete'>,
): Promise<Output<'complaints.delete'>> {
  const row = mustRead(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: row.number, at });
  changeComplaint(ctx.raw, batchId, row.id, { deleted_at: at });
  trashDates(ctx.raw, batchId, row.id, at);
  return { id, batchId: batchId as BatchId };
}

/** Only a voucher is used; from the day it was given, not on a day to come. */
export async function useVoucher(
  ctx: WriteContext,
  { compensationId, usedOn }: Parsed<'complaints.useVoucher'>,
): Promise<Output<'complaints.useVoucher'>> {
  const given = readCompensation(ctx.raw, compensationId);
  if (given === null) throw notFound('compensation');
  if (given.kind !== 'voucher')
    throw new AppFailure({ code: 'CONFLICT', reason: 'complaint-no-voucher' });
  const issues: FieldIssue[] = [];
  if (usedOn !== null && usedOn < given.givenOn)
    issues.push({ path: 'usedOn', problem: 'before-given' });
  if (usedOn !== null && usedOn > ctx.today)
    issues.push({ path: 'usedOn', problem: 'in-the-future' });
  refuseIssues(issues);
  const batchId = editBatch(ctx, given.number);
  useCompensation(ctx.raw, batchId, compensationId, usedOn);
  return { id: given.complaintId as ComplaintId, batchId: batchId as BatchId };
}
