import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { decideMember, isAnyWaiting, turnCampaign } from '#db/queries/campaigns/write.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, TaskContext, WriteContext } from '../../../context.ts';
import { followTurn } from '../turn.ts';
import { peopleOf, requireWay, waitingNow } from './whom.ts';

type Booking = Pick<WriteContext, 'raw' | 'clock' | 'today' | 'settings'> & Pick<ReadContext, 'db'>;

async function bookAll(
  ctx: Booking,
  { id, people }: Parsed<'campaigns.bookLetters'>,
): Promise<Output<'campaigns.bookLetters'>> {
  const { on, facts } = await waitingNow(ctx, id, null);
  requireWay(facts, { what: 'letters' });
  if (on.length !== people) throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.name, at });
  for (const { memberId, customerId, text } of await peopleOf(ctx, facts, on)) {
    decideMember(ctx.raw, batchId, memberId, { state: 'sent', at, on: ctx.today });
    followTurn(ctx, {
      ...{ batchId, customerId, channel: facts.channel, campaignId: id, at, to: 'sent', text },
    });
  }
  const isLast = !isAnyWaiting(ctx.raw, id);
  if (isLast) turnCampaign(ctx.raw, batchId, id, { state: 'done', endedOn: ctx.today });
  return { batchId: batchId as BatchId, isLast };
}

/** Everybody who waits for their letter has had it: one change, undone as one. */
export function bookLetters(
  ctx: TaskContext,
  input: Parsed<'campaigns.bookLetters'>,
): Promise<Output<'campaigns.bookLetters'>> {
  const { db, raw } = ctx.open();
  return ctx.exclusive(() =>
    inTransaction(raw, async () => {
      const { settings } = await readSettings(db);
      const { clock } = ctx;
      return bookAll({ clock, settings, today: clock.today(), db, raw }, input);
    }),
  );
}
