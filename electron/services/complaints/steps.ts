import { openBatch } from '#db/history/journal.ts';
import { changeComplaint, readComplaintRow, recordEvent } from '#db/queries/complaints/write.ts';
import type { ComplaintStep } from '#shared/contract/complaints-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import { assertNever, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { close, improve } from './action-steps.ts';
import { diagnose, resolve } from './cause-steps.ts';
import { answer, reopen } from './contact-steps.ts';
import type { At, Taken } from './taken-step.ts';

function taken(at: At, step: ComplaintStep): Taken {
  switch (step.move) {
    case 'answer':
      return answer(at, step);
    case 'diagnose':
      return diagnose(at, step);
    case 'resolve':
      return resolve(at, step);
    case 'improve':
      return improve(at, step);
    case 'close':
      return close(at, step);
    case 'reopen':
      return reopen(at, step);
    default:
      return assertNever(step);
  }
}

/**
 * Takes a step of the chain in a batch of the caller's: its columns, its record, and what follows
 * from it (a contact of ours, compensation, a corrective action, an earlier complaint that opens
 * again). Returns the state it leads to. NOT_FOUND without such a complaint, CONFLICT
 * `complaint-<refusal>` where the state machine refuses, VALIDATION with paths below `step`.
 */
export async function takeStep(
  ctx: WriteContext,
  batchId: number,
  complaintId: number,
  step: ComplaintStep,
): Promise<ComplaintState> {
  const row = readComplaintRow(ctx.raw, complaintId);
  if (row === null) throw notFound('complaint');
  const done = taken({ ctx, batchId, row, now: ctx.clock.instant() }, step);
  const { to, at, values, note } = done;
  changeComplaint(ctx.raw, batchId, row.id, { ...values, state: to });
  recordEvent(ctx.raw, batchId, {
    complaintId: row.id,
    move: step.move,
    from: row.state,
    to,
    at,
    note,
  });
  done.afterwards?.();
  return to;
}

export async function stepOne(
  ctx: WriteContext,
  input: Parsed<'complaints.step'>,
): Promise<Output<'complaints.step'>> {
  const row = readComplaintRow(ctx.raw, input.id);
  if (row === null) throw notFound('complaint');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: row.number, at });
  const state = await takeStep(ctx, batchId, input.id, input.step);
  return { id: input.id, batchId: batchId as BatchId, state };
}
