import type { RawHandle } from '#db/file/client.ts';
import { inSnapshot, inTransaction } from '#db/file/transaction.ts';
import { readSettings } from '#db/queries/settings.ts';
import { findGoing, forgetGoing, goingKeys } from '#db/queries/trash/going.ts';
import { countGoing, forgetLog, recordRemoval, removeGoing } from '#db/queries/trash/remove.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TrashCounts, TrashKept, TrashKey } from '#shared/contract/trash/trash.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { backUp } from '../backups.ts';
import { breathe } from '../imports/draft-store.ts';
import { Kept } from './kept.ts';
import { countsOf, keysOf, sumOfCounts } from './which.ts';

/** What the copy that is made before is made for: somebody asked for it. */
export const removalCause: BackupEntry['cause'] = 'manual';

interface Going {
  readonly going: TrashCounts;
  readonly along: TrashCounts;
  readonly kept: TrashKept;
}

/** What of the things meant goes and what stays, found in the open transaction or snapshot. */
async function weigh(ctx: TaskContext, keys: readonly TrashKey[]): Promise<Going> {
  const { raw } = ctx.open();
  const kept = new Kept();
  for (const { key, obstacle } of findGoing(raw, keys)) await kept.add(ctx, key, obstacle);
  return {
    going: countsOf(goingKeys(raw, false)),
    along: countsOf(goingKeys(raw, true)),
    kept: kept.get(),
  };
}

async function meant(
  ctx: TaskContext,
  which: Parsed<'trash.remove'>['which'],
): Promise<TrashKey[]> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  return keysOf(db, which, settings.timeZone);
}

/** What removing things would remove, and what would stay; nothing is changed. */
export async function surveyTrash(
  ctx: TaskContext,
  { which }: Parsed<'trash.survey'>,
): Promise<Output<'trash.survey'>> {
  return inSnapshotOf(ctx.open().raw, async () => weigh(ctx, await meant(ctx, which)));
}

/** Removes what is found to go, and keeps on record how many that were. */
async function removeFound(
  ctx: TaskContext,
  { going, along }: Going,
  cause: 'hand' | 'age',
): Promise<void> {
  const { raw } = ctx.open();
  const total = countGoing(raw);
  let done = 0;
  for (const rows of removeGoing(raw)) {
    done += rows;
    ctx.progress('removing', Math.min(done, total), total);
    await breathe(ctx.signal);
  }
  recordRemoval(raw, sumOfCounts([...going, ...along]), { at: ctx.clock.instant(), cause });
}

function isSame(a: TrashCounts, b: TrashCounts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** One transaction over the things meant: what can go of them goes. */
export async function removeKeys(
  ctx: TaskContext,
  keys: readonly TrashKey[],
  how: { readonly cause: 'hand' | 'age'; readonly check?: (found: Going) => void },
): Promise<Going> {
  const { raw } = ctx.open();
  try {
    return await inTransaction(raw, async () => {
      const found = await weigh(ctx, keys);
      how.check?.(found);
      await removeFound(ctx, found, how.cause);
      return found;
    });
  } finally {
    forgetGoing(raw);
  }
}

function refuseChanged(expected: Parsed<'trash.remove'>['expected'], found: Going): void {
  if (isSame(found.going, expected.going) && isSame(found.along, expected.along)) return;
  throw new AppFailure({ code: 'CONFLICT', reason: 'trash-changed' });
}

/**
 * Removes things for good, with everything that would keep their words: a checked copy is made first.
 * Fails with CONFLICT where it would not be what the owner was told.
 */
export function removeTrash(
  ctx: TaskContext,
  { which, expected }: Parsed<'trash.remove'>,
): Promise<Output<'trash.remove'>> {
  return ctx.exclusive(async () => {
    const { raw } = ctx.open();
    const keys = await meant(ctx, which);
    const check = (found: Going) => refuseChanged(expected, found);
    await inSnapshotOf(raw, async () => check(await weigh(ctx, keys)));
    const copy = await backUp(ctx, removalCause);
    const { going, along, kept } = await removeKeys(ctx, keys, { cause: 'hand', check });
    forgetLog(raw);
    return { removed: going, along, kept, copy: copy.fileName };
  });
}

/** Looks without changing anything, and leaves nothing behind. */
export async function inSnapshotOf<T>(raw: RawHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await inSnapshot(raw, work);
  } finally {
    forgetGoing(raw);
  }
}
