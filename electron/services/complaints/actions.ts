import { openBatch, type RowValues, updateRow } from '#db/history/journal.ts';
import {
  changeComplaint,
  readActions,
  readComplaintRow,
  recordEvent,
  type StoredAction,
  type StoredComplaint,
} from '#db/queries/complaints/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { checkDayWhenDone, firstCheckDay } from '#shared/domain/complaints/check-day.ts';
import { tryMove } from '#shared/domain/complaints/states.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import { AppFailure, assertNever, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { actionColumns, dayIssues } from './action-steps.ts';
import { recur } from './came-back.ts';
import { refuseIssues } from './facts.ts';
import { storedMoveFacts } from './move-facts.ts';

type Change = Parsed<'complaints.action'>['change'];

interface On {
  readonly ctx: WriteContext;
  readonly batchId: number;
  readonly row: StoredComplaint;
  readonly action: StoredAction;
}

type Reason = 'complaint-action-not-done' | 'complaint-action-checked' | 'complaint-check-early';

function refuse(reason: Reason): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

function write({ ctx, batchId, action }: On, values: RowValues): void {
  updateRow(ctx.raw, batchId, { table: 'corrective_actions', id: action.id }, values);
}

/** What was done late is looked at later, so that somebody waits. */
function done(on: On, day: string): ComplaintState {
  if (day > on.ctx.today) refuseIssues([{ path: 'change.on', problem: 'in-the-future' }]);
  const { due_on: dueOn, check_on: checkOn } = on.action;
  write(on, { done_on: day, check_on: checkDayWhenDone({ dueOn, checkOn }, day) });
  return on.row.state;
}

/** A day that stays as it was may have passed; a new one may not. */
function edit(on: On, change: Extract<Change, { kind: 'edit' }>): ComplaintState {
  const { ctx, action } = on;
  const from = change.action.dueOn === action.due_on ? action.due_on : ctx.today;
  const issues = dayIssues(change.action, from, 'change.action');
  if (action.done_on !== null && change.action.checkOn <= action.done_on)
    issues.push({ path: 'change.action.checkOn', problem: 'check-before-due' });
  refuseIssues(issues);
  write(on, actionColumns(change.action));
  return on.row.state;
}

/** When every action has held the chain is at its end: it closes by itself. Not before its day. */
function held(on: On): ComplaintState {
  const { ctx, batchId, row, action } = on;
  if (ctx.today < firstCheckDay({ checkOn: action.check_on, doneOn: action.done_on }))
    throw refuse('complaint-check-early');
  write(on, { verdict: 'held', checked_on: ctx.today });
  const outcome = tryMove(storedMoveFacts(ctx, row), 'close');
  if ('refused' in outcome) return row.state;
  const at = ctx.clock.instant();
  changeComplaint(ctx.raw, batchId, row.id, { state: outcome.to, closed_at: at });
  recordEvent(ctx.raw, batchId, {
    complaintId: row.id,
    move: 'close',
    from: row.state,
    to: outcome.to,
    at,
    note: null,
  });
  return outcome.to;
}

function apply(on: On, change: Change): ComplaintState {
  if (on.action.checked_on !== null) throw refuse('complaint-action-checked');
  switch (change.kind) {
    case 'done':
      return done(on, change.on);
    case 'edit':
      return edit(on, change);
    case 'check':
      if (on.action.done_on === null) throw refuse('complaint-action-not-done');
      if (change.verdict === 'held') return held(on);
      return recur(on.ctx, on.batchId, on.row, { actionId: on.action.id, note: on.action.what });
    default:
      return assertNever(change);
  }
}

/** A corrective action is done, changed, or looked at: held may close the complaint, came-back opens it. */
export async function changeAction(
  ctx: WriteContext,
  input: Parsed<'complaints.action'>,
): Promise<Output<'complaints.action'>> {
  const row = readComplaintRow(ctx.raw, input.complaintId);
  if (row === null) throw notFound('complaint');
  const action = readActions(ctx.raw, row.id).find(({ id }) => id === input.actionId);
  if (action === undefined) throw notFound('action');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: row.number, at });
  const state = apply({ ctx, batchId, row, action }, input.change);
  return { id: input.complaintId, batchId: batchId as BatchId, state };
}
