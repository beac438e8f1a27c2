import { openBatch } from '#db/history/journal.ts';
import { areApart, deleteApart, insertApart, readApart } from '#db/queries/customers/apart.ts';
import { mergedRecords } from '#db/queries/customers/merged.ts';
import { nameOf, readCustomer } from '#db/queries/customers/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, CustomerId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** What was decided of records that looked like one person. */
export async function listDecided(
  ctx: ReadContext,
  { limit }: Parsed<'customers.decided'>,
): Promise<Output<'customers.decided'>> {
  const named = async (id: number) => ({
    id: id as CustomerId,
    name: await nameOf(ctx.db, id),
  });
  const merged = await mergedRecords(ctx.db, null);
  const apart = await readApart(ctx.db);
  return {
    merged: await Promise.all(
      merged.slice(0, limit).map(async ({ id, keptId, at, throughId }) => ({
        record: await named(id),
        into: await named(keptId),
        at,
        isThrough: throughId !== null,
      })),
    ),
    mergedCount: merged.length,
    apart: await Promise.all(
      apart.slice(0, limit).map(async ({ id, customerId, otherId, at }) => ({
        id,
        one: await named(customerId),
        other: await named(otherId),
        at,
      })),
    ),
    apartCount: apart.length,
  };
}

async function requireName(ctx: WriteContext, id: CustomerId): Promise<string> {
  const found = await readCustomer(ctx.db, id);
  if (found.deletedAt !== null) throw notFound('customer');
  return nameOf(ctx.db, id);
}

/** Fails with CONFLICT where they were told apart already. */
export async function tellTwoApart(
  ctx: WriteContext,
  pair: Parsed<'customers.tellApart'>,
): Promise<Output<'customers.tellApart'>> {
  const [one, other] = [
    await requireName(ctx, pair.customerId),
    await requireName(ctx, pair.otherId),
  ];
  if (await areApart(ctx.db, pair))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: `${one} ≠ ${other}`, at });
  const id = insertApart(ctx.raw, batchId, pair, at);
  return { id, batchId: batchId as BatchId };
}

export async function offerTwoAgain(
  ctx: WriteContext,
  { id }: Parsed<'customers.offerAgain'>,
): Promise<Output<'customers.offerAgain'>> {
  const pair = (await readApart(ctx.db)).find((one) => one.id === id);
  if (pair === undefined) throw notFound('customer');
  const label = `${await nameOf(ctx.db, pair.customerId)}, ${await nameOf(ctx.db, pair.otherId)}`;
  const batchId = openBatch(ctx.raw, { kind: 'delete', label, at: ctx.clock.instant() });
  deleteApart(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
