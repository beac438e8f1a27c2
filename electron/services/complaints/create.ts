import { openBatch } from '#db/history/journal.ts';
import { insertComplaint, nextComplaintNumber, recordEvent } from '#db/queries/complaints/write.ts';
import type { ComplaintFacts } from '#shared/contract/complaints-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { BatchId, ComplaintId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { factColumns, tidyFacts } from './facts.ts';

function insert(ctx: WriteContext, batchId: number, number: string, facts: ComplaintFacts): number {
  const id = insertComplaint(ctx.raw, batchId, {
    ...factColumns(ctx, facts),
    number,
    state: 'received',
    created_at: ctx.clock.instant(),
  });
  recordEvent(ctx.raw, batchId, {
    complaintId: id,
    move: 'receive',
    from: null,
    to: 'received',
    at: facts.receivedAt,
    note: null,
  });
  return id;
}

function numberFor(ctx: WriteContext, facts: ComplaintFacts): string {
  const year = Number(localDay(facts.receivedAt, ctx.settings.timeZone).slice(0, 4));
  return nextComplaintNumber(ctx.raw, year);
}

/**
 * Writes a complaint down in a batch of the caller's: numbered by its year of receipt, due times by
 * its severity. VALIDATION with paths of `ComplaintFacts` where it names what is not there.
 */
export async function createComplaint(
  ctx: WriteContext,
  batchId: number,
  facts: ComplaintFacts,
): Promise<{ id: number; number: string }> {
  const tidy = tidyFacts(ctx, facts);
  const number = numberFor(ctx, tidy);
  return { id: insert(ctx, batchId, number, tidy), number };
}

export async function createOne(
  ctx: WriteContext,
  input: Parsed<'complaints.create'>,
): Promise<Output<'complaints.create'>> {
  const at = ctx.clock.instant();
  const facts = tidyFacts(ctx, { ...input, receivedAt: input.receivedAt ?? at });
  const number = numberFor(ctx, facts);
  const batchId = openBatch(ctx.raw, { kind: 'create', label: number, at });
  const id = insert(ctx, batchId, number, facts);
  return { id: id as ComplaintId, batchId: batchId as BatchId, number };
}
