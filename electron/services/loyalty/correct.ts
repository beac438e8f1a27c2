import { openBatch } from '#db/history/journal.ts';
import { customerNames } from '#db/queries/customers/read.ts';
import { isCustomer } from '#db/queries/guarantee/write.ts';
import { insertEntry, type NewEntry } from '#db/queries/loyalty/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type PointEntry, sumsByKind } from '#shared/domain/loyalty/ledger.ts';
import { ruleOn } from '#shared/domain/loyalty/rule.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { followCustomers } from '../customers.ts';
import { pointsOf } from './ledger.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

/** What is written down is the newest of its day. */
const last = Number.MAX_SAFE_INTEGER;

/** That there is a programme, and as many points as are taken: on no day less than none. Returns what is left. */
export async function checkPoints(
  ctx: Pick<ReadContext, 'db' | 'today'>,
  { customerId, kind, points, on, saleId }: NewEntry,
): Promise<number> {
  if (!(await isCustomer(ctx.db, customerId))) throw notFound('customer');
  const before = await pointsOf(ctx, customerId);
  if (ruleOn(before.rules, ctx.today) === null) throw conflict('points-off');
  const planned: PointEntry = { id: last, on, kind, points, saleId };
  const { ledger } = await pointsOf(ctx, customerId, [planned]);
  const covered = (lines: typeof ledger.lines) => sumsByKind(lines).get('advanced') ?? 0;
  if (covered(ledger.lines) > covered(before.ledger.lines)) throw conflict('points-too-few');
  return ledger.balance;
}

/** Writes down what was checked, and lets what is stored of the customer follow. */
export function writePoints(ctx: WriteContext, batchId: number, entry: NewEntry): number {
  const id = insertEntry(ctx.raw, batchId, entry, ctx.clock.instant());
  followCustomers(ctx, [entry.customerId]);
  return id;
}

/** How a customer is called in the history. */
export async function labelOf(ctx: WriteContext, customerId: number): Promise<string> {
  const [name = ''] = await customerNames(ctx.db, [customerId]);
  return name;
}

/** Gives or takes points by hand. */
export async function correctPoints(
  ctx: WriteContext,
  { customerId, points, why }: Parsed<'loyalty.correct'>,
): Promise<Output<'loyalty.correct'>> {
  const entry: NewEntry = {
    ...{ customerId, points, kind: 'corrected', saleId: null },
    ...{ on: ctx.today, what: why, worthMinor: null },
  };
  const balance = await checkPoints(ctx, entry);
  const label = await labelOf(ctx, customerId);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at });
  return { id: writePoints(ctx, batchId, entry), batchId: batchId as BatchId, balance };
}
