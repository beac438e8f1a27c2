import { openBatch } from '#db/history/journal.ts';
import { customerLabel } from '#db/queries/interactions/record.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { BatchId, InteractionId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { insertFollowUp } from '../follow-ups/change.ts';
import { insertInteraction } from '../interactions/record.ts';

/** Writes down that somebody was reminded, and makes the date to ask again: one batch. */
export async function remind(
  ctx: WriteContext,
  input: Parsed<'payments.remind'>,
): Promise<Output<'payments.remind'>> {
  const { customerId, text, again } = input;
  const label = await customerLabel(ctx.db, customerId);
  if (label === null) throw notFound('customer');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at });
  const facts = {
    channel: 'whatsapp',
    direction: 'out',
    topic: 'contact',
    happenedAt: at,
    hasTime: true,
    text,
    outcome: null,
    handledBy: null,
  } as const;
  const id = insertInteraction(ctx, batchId, { customerId, facts, isReminder: true });
  if (again !== null) insertFollowUp(ctx, batchId, { customerId, plan: again });
  return { id: id as InteractionId, batchId: batchId as BatchId };
}
