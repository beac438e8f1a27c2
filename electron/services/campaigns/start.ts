import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { hasList } from '#db/queries/campaigns/read.ts';
import { startCampaign } from '#db/queries/campaigns/write.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { draw, seedOf } from '#shared/domain/campaigns/draw.ts';
import { unknownFields, unsetField } from '#shared/domain/campaigns/merge.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { TaskContext } from '../../context.ts';
import { peopleAhead } from '../insights/outlook/people-ahead.ts';
import { sortedOut } from './check.ts';
import { factsOf, requireCampaign } from './facts.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

/** What stands against a start, however many there are. */
async function startable(ctx: TaskContext, id: number) {
  const { db } = ctx.open();
  const row = await requireCampaign({ db }, id);
  if (row.state !== 'draft') throw conflict('campaign-started');
  if (await hasList(db, id)) throw conflict('campaign-begun');
  const { facts, notUnderstood } = factsOf(row);
  if (notUnderstood > 0) throw conflict('segment-not-understood');
  if (unknownFields(`${facts.subject}\n${facts.text}`).length > 0)
    throw conflict('campaign-fields');
  const { settings } = await readSettings(db);
  const unset = unsetField({ ...facts, shop: settings.shopName, me: settings.replyName });
  if (unset !== null) throw conflict(`campaign-no-${unset}`);
  return { facts, settings };
}

/** Settles who is on the list, draws who is kept apart, and lets the first have their turn. */
export function startOne(
  ctx: TaskContext,
  { id }: Parsed<'campaigns.start'>,
): Promise<Output<'campaigns.start'>> {
  const { db, raw } = ctx.open();
  return ctx.exclusive(() =>
    inTransaction(raw, async () => {
      const { facts, settings } = await startable(ctx, id);
      const today = ctx.clock.today();
      const asking = { db, today, settings, ahead: () => peopleAhead(ctx) };
      const { reachable, leftOut } = await sortedOut(asking, facts);
      const seed = seedOf(ctx.ids.next());
      const ids = reachable.map((one) => one.id);
      const drawn = draw(ids, facts.heldPercent, seed);
      const turns = ids.length - drawn.held.size;
      if (turns === 0) throw conflict('campaign-nobody');
      const at = ctx.clock.instant();
      const batchId = openBatch(raw, { kind: 'edit', label: facts.name, at });
      startCampaign(raw, batchId, id, { ...drawn, leftOut, seed, at, on: today });
      const held = drawn.held.size;
      return { batchId: batchId as BatchId, turns, held, leftOut: leftOut.length };
    }),
  );
}
