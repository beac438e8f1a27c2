import type { ReadHandle } from '#db/file/client.ts';
import { openBatch, type RowValues } from '#db/history/journal.ts';
import { mergeCustomers } from '#db/queries/customers/merge.ts';
import {
  lockedFor,
  type MergePair,
  mergeBatchOf,
  mergedRecords,
  recordOf,
  rowsReferringTo,
  saidTwice,
} from '#db/queries/customers/merged.ts';
import { nameOf, readCustomer } from '#db/queries/customers/read.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import { isBroughtBy } from '#db/queries/referrals/tree.ts';
import {
  longFields,
  type MergeChoice,
  type MergeField,
  mergeColumns,
  mergeFields,
} from '#shared/contract/customers/merge.ts';
import type { CustomerFacts, CustomerProfile } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, CustomerId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { followCustomers } from '../customers.ts';
import { undoOne } from '../history/history.ts';

/** More rows than this would hold the window up once they are taken back, one by one. */
const mostMoved = 10_000;
const longestText: Readonly<Record<(typeof longFields)[number], number>> = {
  uses: 2000,
  tastes: 2000,
  matters: 2000,
  note: 8000,
};

/** Somebody who is there to be merged: not in the trash, not merged, not erased. */
async function requireThere(db: ReadHandle, id: CustomerId): Promise<CustomerProfile> {
  const found = await readCustomer(db, id);
  if (found.deletedAt !== null) throw notFound('customer');
  if (found.erasedAt !== null) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
  return found;
}

function isLong(field: MergeField): field is (typeof longFields)[number] {
  return longFields.some((one) => one === field);
}

function isEmpty(value: string | null): boolean {
  return value === null || value === '';
}

/** Both long texts fit, and say two things. */
function saysBoth(kept: string | null, other: string | null, most: number): boolean {
  if (kept === null || other === null || isEmpty(kept) || isEmpty(other)) return false;
  return !kept.includes(other) && kept.length + other.length < most;
}

/** What is taken of a field where nobody chooses: the kept one's, where it has any. */
function usualChoice(field: MergeField, kept: CustomerFacts, other: CustomerFacts): MergeChoice {
  if (isLong(field) && saysBoth(kept[field], other[field], longestText[field])) return 'both';
  return isEmpty(kept[field]) && !isEmpty(other[field]) ? 'other' : 'kept';
}

function usualChoices(kept: CustomerFacts, other: CustomerFacts) {
  return Object.fromEntries(
    mergeFields.map((field) => [field, usualChoice(field, kept, other)]),
  ) as Record<MergeField, MergeChoice>;
}

function chosen(
  field: MergeField,
  choice: MergeChoice,
  { kept, other }: { readonly kept: CustomerFacts; readonly other: CustomerFacts },
): string | null {
  if (choice === 'kept') return kept[field];
  if (choice === 'other') return other[field];
  if (!isLong(field) || !saysBoth(kept[field], other[field], longestText[field]))
    throw new AppFailure({
      code: 'VALIDATION',
      issues: [{ path: `choices.${field}`, problem: 'too-long-together' }],
    });
  return `${kept[field]}\n${other[field]}`;
}

/** Who brought the one that two become, and who of those that stand with them did not. */
interface Brought {
  readonly by: CustomerId | null;
  readonly notBy: readonly {
    readonly id: CustomerId;
    readonly why: 'pair' | 'circle' | 'second';
  }[];
}

/**
 * The kept one's stands, else the other's. One who was brought, step by step, by either of the two cannot
 * have brought them, nor can one of the two: nobody brings themselves.
 */
async function broughtBy(
  db: ReadHandle,
  { keptId, otherId }: MergePair,
  both: { readonly kept: CustomerFacts; readonly other: CustomerFacts },
): Promise<Brought> {
  const told = new Set([both.kept.recommendedBy, both.other.recommendedBy]);
  const notBy: Brought['notBy'][number][] = [];
  let by: CustomerId | null = null;
  for (const id of told) {
    if (id === null) continue;
    if (id === keptId || id === otherId) notBy.push({ id, why: 'pair' });
    else if (
      (await isBroughtBy(db, { id, by: keptId })) ||
      (await isBroughtBy(db, { id, by: otherId }))
    )
      notBy.push({ id, why: 'circle' });
    else if (by === null) by = id;
    else notBy.push({ id, why: 'second' });
  }
  return { by, notBy };
}

/** What the kept one is from now on. */
function factsOf(
  both: { readonly kept: CustomerFacts; readonly other: CustomerFacts },
  choices: Readonly<Partial<Record<MergeField, MergeChoice>>>,
  by: CustomerId | null,
): RowValues {
  const usual = usualChoices(both.kept, both.other);
  const facts = Object.fromEntries(
    mergeFields.map((field) => [
      mergeColumns[field],
      chosen(field, choices[field] ?? usual[field], both),
    ]),
  );
  return { ...facts, name_key: nameKey(facts['name'] ?? ''), recommended_by: by };
}

async function sideOf(db: ReadHandle, id: CustomerId, twice: ReadonlySet<string>) {
  const profile = await requireThere(db, id);
  const { facts, purchases, revenueMinor, lastPurchaseOn, createdAt, importId } = profile;
  const record = await recordOf(db, id);
  return {
    ...{ id, facts, purchases, revenueMinor, lastPurchaseOn, createdAt, importId },
    record: record.map((row) => ({ ...row, isTwice: twice.has(`${row.table} ${row.id}`) })),
    rows: await rowsReferringTo(db, id),
    locked: await lockedFor(db, id),
  };
}

function rowCount(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Two customers side by side: what merging would move, and what would give way. */
export async function compareTwo(
  ctx: ReadContext,
  pair: Parsed<'customers.compare'>,
): Promise<Output<'customers.compare'>> {
  const twice = await saidTwice(ctx.db, pair);
  const keys = new Set(twice.map(({ table, id }) => `${table} ${id}`));
  const kept = await sideOf(ctx.db, pair.keptId, new Set());
  const other = await sideOf(ctx.db, pair.otherId, keys);
  const { by, notBy } = await broughtBy(ctx.db, pair, { kept: kept.facts, other: other.facts });
  const named = async (id: CustomerId) => ({ id, name: await nameOf(ctx.db, id) });
  return {
    ...{ kept, other },
    referredBy: by === null ? null : await named(by),
    notReferredBy: await Promise.all(
      notBy.map(async ({ id, why }) => ({ ...(await named(id)), why })),
    ),
    usual: usualChoices(kept.facts, other.facts),
    isTooLarge: rowCount(other.rows) > mostMoved,
  };
}

type Merge = Omit<Parsed<'customers.merge'>, 'keptId' | 'otherId'>;

/** One step of its own, so that each record can be taken apart by itself. */
async function mergeOne(ctx: WriteContext, pair: MergePair, how: Merge) {
  const kept = await requireThere(ctx.db, pair.keptId as CustomerId);
  const other = await requireThere(ctx.db, pair.otherId as CustomerId);
  if (rowCount(await rowsReferringTo(ctx.db, pair.otherId)) > mostMoved)
    throw new AppFailure({ code: 'CONFLICT', reason: 'customer-too-large' });
  const at = ctx.clock.instant();
  const label = `${await nameOf(ctx.db, other.id)} → ${await nameOf(ctx.db, kept.id)}`;
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at });
  const both = { kept: kept.facts, other: other.facts };
  const { by } = await broughtBy(ctx.db, pair, both);
  const moved = mergeCustomers(ctx.raw, batchId, pair, {
    facts: factsOf(both, how.choices, by),
    ownOfOther: how.ownOfOther,
    staying: [...(await saidTwice(ctx.db, pair)), ...how.leaves],
    at,
  });
  return { batchId: batchId as BatchId, moved };
}

/** Everything that is counted of them follows, of both. */
function follow(ctx: WriteContext, ids: readonly number[]): void {
  followCustomers(ctx, ids);
  markRanksMoved(ctx.raw);
}

/** Merges two records of one person. */
export async function mergeTwo(
  ctx: WriteContext,
  { keptId, otherId, ...how }: Parsed<'customers.merge'>,
): Promise<Output<'customers.merge'>> {
  const merged = await mergeOne(ctx, { keptId, otherId }, how);
  follow(ctx, [keptId, otherId]);
  return { id: keptId, ...merged };
}

/** Merges several records of one person, each with what is usual. */
export async function mergeMany(
  ctx: WriteContext,
  { keptId, otherIds }: Parsed<'customers.mergeMany'>,
): Promise<Output<'customers.mergeMany'>> {
  const batchIds: BatchId[] = [];
  let moved = 0;
  for (const otherId of new Set(otherIds)) {
    const merged = await mergeOne(
      ctx,
      { keptId, otherId },
      { choices: {}, ownOfOther: [], leaves: [] },
    );
    batchIds.push(merged.batchId);
    moved += merged.moved;
  }
  follow(ctx, [keptId, ...otherIds]);
  return { id: keptId, batchIds, moved };
}

/** Takes a record out of what it was merged into, whenever that was. */
export async function takeApart(
  ctx: WriteContext,
  { id }: Parsed<'customers.takeApart'>,
): Promise<Output<'customers.takeApart'>> {
  const batchId = await mergeBatchOf(ctx.db, id);
  if (batchId === null) throw notFound('customer');
  return { ...(await undoOne(ctx, { batchId: batchId as BatchId })), id };
}

/** What a customer was merged into, and what was merged into it. */
export async function joinedOf(
  ctx: ReadContext,
  { id }: Parsed<'customers.joined'>,
): Promise<Output<'customers.joined'>> {
  const { mergedInto } = await readCustomer(ctx.db, id);
  const records = await mergedRecords(ctx.db, id);
  const named = async (one: number) => ({
    id: one as CustomerId,
    name: await nameOf(ctx.db, one),
  });
  return {
    into: mergedInto === null ? null : await named(mergedInto),
    records: await Promise.all(
      records.map(async (record) => ({
        ...(await named(record.id)),
        at: record.at,
        through: record.throughId === null ? null : await named(record.throughId),
      })),
    ),
  };
}
