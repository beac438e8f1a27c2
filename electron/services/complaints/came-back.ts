import { updateRow } from '#db/history/journal.ts';
import {
  changeComplaint,
  findMended,
  readComplaintRow,
  recordEvent,
  type StoredComplaint,
} from '#db/queries/complaints/write.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { tryMove } from '#shared/domain/complaints/states.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import type { WriteContext } from '../../context.ts';
import { storedMoveFacts } from './move-facts.ts';

/** What a recurrence needs of a command's context; an import has it too. */
export type Recurring = Pick<WriteContext, 'raw' | 'settings' | 'today' | 'clock'>;

/**
 * The cause came again although something was changed: the action did not help, and what we change
 * is asked once more. Where the complaint is already open again only the verdict is written.
 */
export function recur(
  ctx: Recurring,
  batchId: number,
  row: StoredComplaint,
  given: { actionId: number; note: string | null },
): ComplaintState {
  updateRow(
    ctx.raw,
    batchId,
    { table: 'corrective_actions', id: given.actionId },
    {
      verdict: 'came-back',
      checked_on: ctx.today,
    },
  );
  const outcome = tryMove(storedMoveFacts(ctx, row), 'recur');
  if ('refused' in outcome) return row.state;
  changeComplaint(ctx.raw, batchId, row.id, {
    state: outcome.to,
    improved_at: null,
    closed_at: null,
    no_action_reason: null,
  });
  recordEvent(ctx.raw, batchId, {
    complaintId: row.id,
    move: 'recur',
    from: row.state,
    to: outcome.to,
    at: ctx.clock.instant(),
    note: given.note,
  });
  return outcome.to;
}

/**
 * Called when a complaint has got its cause: the newest earlier one with that cause and product whose
 * action was done before this one came in opens again, and this one says which it came back from.
 */
export function noticeComingBack(ctx: Recurring, batchId: number, complaintId: number): void {
  const row = readComplaintRow(ctx.raw, complaintId);
  if (row === null) return;
  const mended =
    row.cause_key === null
      ? null
      : findMended(ctx.raw, {
          id: row.id,
          causeKey: row.cause_key,
          productId: row.product_id,
          receivedAt: row.received_at,
          receivedOn: localDay(row.received_at, ctx.settings.timeZone),
        });
  const earlier = mended === null ? null : readComplaintRow(ctx.raw, mended.id);
  if (mended !== null && earlier !== null)
    recur(ctx, batchId, earlier, { actionId: mended.actionId, note: row.number });
  if (mended !== null) changeComplaint(ctx.raw, batchId, row.id, { came_back_from: mended.id });
}
