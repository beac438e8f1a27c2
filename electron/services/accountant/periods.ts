import { entriesNow, entriesThen, type Period } from '#db/queries/accountant/changes.ts';
import {
  endLock,
  lockOver,
  lockPeriod,
  locksOf,
  type PeriodLock,
  readLock,
} from '#db/queries/accountant/locks.ts';
import { listPacks, packSums, readPack, type StoredPack } from '#db/queries/accountant/packs.ts';
import type { PackChange, PackRow } from '#shared/contract/accountant/periods.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import {
  compareEntries,
  type EntryChange,
  tellChanges,
} from '#shared/domain/books/pack-entries.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

type HeldLock = NonNullable<PackRow['lock']>;

/** Of a lock what a screen says. */
export function heldLock({ id, from, to, lockedAt }: PeriodLock): HeldLock {
  return { id, from, to, lockedAt };
}

/** What of a pack's period is not as the pack has it, and the first of it. */
function comparePack(ctx: ReadContext, pack: Period & { readonly id: number }, limit: number) {
  const changes = compareEntries(entriesThen(ctx.db, pack.id), entriesNow(ctx.db, pack));
  return tellChanges(changes, limit);
}

async function rowOf(
  ctx: ReadContext,
  pack: StoredPack & { readonly made: number },
): Promise<PackRow> {
  const { totals: _, ...facts } = pack;
  const { since } = await comparePack(ctx, pack, 0);
  const lock = await lockOver(ctx.db, pack);
  const locks = await locksOf(ctx.db, pack);
  return {
    ...facts,
    files: [...facts.files],
    ...(await packSums(ctx.db, pack.id)),
    since,
    lock: lock === null ? null : heldLock(lock),
    unlocked: locks.flatMap(({ lockedAt, unlockedAt: at, reason }) =>
      at === null ? [] : [{ lockedAt, at, reason: reason ?? '' }],
    ),
  };
}

/** The newest pack of each period, held against the books one after the other. */
export async function packsOf(
  ctx: ReadContext,
  { after, limit }: Parsed<'accountant.packs'>,
): Promise<Output<'accountant.packs'>> {
  const { packs, next } = await listPacks(ctx.db, after, limit);
  const rows: PackRow[] = [];
  for (const pack of packs) rows.push(await rowOf(ctx, pack));
  return { rows, next };
}

/** Of a change what is said of it: what the row was, what it is. */
export function changeRow({ kind, entity, id, was, is }: EntryChange): PackChange {
  return {
    kind,
    entity,
    id,
    label: is?.label ?? was?.label ?? '',
    wasOn: was?.day ?? null,
    isOn: is?.day ?? null,
    wasMinor: was?.amountMinor ?? null,
    isMinor: is?.amountMinor ?? null,
    differenceMinor: (is?.amountMinor ?? 0) - (was?.amountMinor ?? 0),
    owedDifferenceMinor: (is?.owedMinor ?? 0) - (was?.owedMinor ?? 0),
  };
}

/** What of its period is not as a pack has it. */
export async function changesOf(
  ctx: ReadContext,
  { packId, limit }: Parsed<'accountant.changes'>,
): Promise<Output<'accountant.changes'>> {
  const { rows, since } = await comparePack(ctx, await readPack(ctx.db, packId), limit);
  return { since, rows: rows.map(changeRow) };
}

export async function lockOn(
  ctx: ReadContext,
  { day }: Parsed<'accountant.lockOn'>,
): Promise<Output<'accountant.lockOn'>> {
  const lock = await lockOver(ctx.db, { from: day, to: day });
  return lock === null ? null : heldLock(lock);
}

/** A period that still runs takes what is sold today: it is not handed over before it has ended. */
export async function handOver(
  ctx: WriteContext,
  { packId }: Parsed<'accountant.handOver'>,
): Promise<Output<'accountant.handOver'>> {
  const pack = await readPack(ctx.db, packId);
  if (pack.to >= ctx.today) throw new AppFailure({ code: 'CONFLICT', reason: 'period-not-over' });
  if ((await lockOver(ctx.db, pack)) !== null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'period-locked-already' });
  const id = lockPeriod(ctx.raw, pack, ctx.clock.instant());
  return heldLock(await readLock(ctx.db, id));
}

export async function unlock(
  ctx: WriteContext,
  { lockId, reason }: Parsed<'accountant.unlock'>,
): Promise<Output<'accountant.unlock'>> {
  const lock = await readLock(ctx.db, lockId);
  if (lock.unlockedAt !== null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'period-unlocked-already' });
  endLock(ctx.raw, lock.id, ctx.clock.instant(), reason);
  return { lockId };
}
