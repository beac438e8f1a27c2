import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { keepPrint, keptPrint, stillWaiting } from '#db/queries/campaigns/printed.ts';
import { decideMember, isAnyWaiting, turnCampaign } from '#db/queries/campaigns/write.ts';
import type { PrintedLetters } from '#shared/contract/campaigns/paper.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, TaskContext, WriteContext } from '../../../context.ts';
import { requireCampaign } from '../facts.ts';
import { followTurn } from '../turn.ts';
import type { PaperPerson } from './whom.ts';

type Booking = Pick<WriteContext, 'raw' | 'clock' | 'today'> & Pick<ReadContext, 'db'>;

/** Keeps who was printed and with what words, for whoever books them once they are posted. */
export async function keepPrinted(
  ctx: TaskContext,
  campaignId: number,
  people: readonly PaperPerson[],
): Promise<void> {
  const { raw } = ctx.open();
  const letters = people.map(({ memberId, text }) => ({ memberId, text }));
  const print = { print: ctx.ids.next(), at: ctx.clock.instant(), letters };
  await ctx.exclusive(() =>
    inTransaction(raw, async () => {
      keepPrint(raw, campaignId, print);
    }),
  );
}

/** The last print of a campaign's letters, and how many of it still wait; null: there is none. */
export function printedOf(ctx: TaskContext, campaignId: number): PrintedLetters | null {
  const { raw } = ctx.open();
  const kept = keptPrint(raw, campaignId);
  if (kept === null) return null;
  const waiting = stillWaiting(raw, campaignId);
  const { print, at, letters } = kept;
  return {
    ...{ print, at, people: letters.length },
    waiting: letters.filter(({ memberId }) => waiting.has(memberId)).length,
  };
}

async function bookAll(
  ctx: Booking,
  { id, print }: Parsed<'campaigns.bookLetters'>,
): Promise<Output<'campaigns.bookLetters'>> {
  const { state, name, channel } = await requireCampaign(ctx, id);
  if (state !== 'running') throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-state' });
  const kept = keptPrint(ctx.raw, id);
  const waiting = stillWaiting(ctx.raw, id);
  const letters = kept?.letters.filter(({ memberId }) => waiting.has(memberId)) ?? [];
  if (kept?.print !== print || letters.length === 0)
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: name, at });
  for (const { memberId, text } of letters) {
    decideMember(ctx.raw, batchId, memberId, { state: 'sent', at, on: ctx.today });
    const customerId = waiting.get(memberId) ?? 0;
    followTurn(ctx, { batchId, customerId, channel, campaignId: id, at, to: 'sent', text });
  }
  const isLast = !isAnyWaiting(ctx.raw, id);
  if (isLast) turnCampaign(ctx.raw, batchId, id, { state: 'done', endedOn: ctx.today });
  const booked = letters.length;
  return { batchId: batchId as BatchId, booked, passed: kept.letters.length - booked, isLast };
}

/** Everybody of the last print who still waits has had their letter: one change, undone as one. */
export function bookLetters(
  ctx: TaskContext,
  input: Parsed<'campaigns.bookLetters'>,
): Promise<Output<'campaigns.bookLetters'>> {
  const { db, raw } = ctx.open();
  const { clock } = ctx;
  return ctx.exclusive(() =>
    inTransaction(raw, () => bookAll({ clock, today: clock.today(), db, raw }, input)),
  );
}
