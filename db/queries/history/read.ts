import { sql } from 'kysely';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import type { ReadHandle } from '../../file/client.ts';
import { deedOf } from '../../history/deed.ts';
import type { RowValues } from '../../history/journal.ts';

export interface StoredBatch {
  readonly id: number;
  readonly kind: 'create' | 'edit' | 'delete' | 'import' | 'undo';
  readonly label: string;
  readonly at: string;
  readonly importId: number | null;
  readonly undoneAt: string | null;
  /** The batch that it takes back; null: none. */
  readonly undoes: number | null;
}

export interface StoredChange {
  readonly batchId: number;
  readonly entity: string;
  readonly before: string | null;
  readonly after: string | null;
}

const batchColumns = [
  'b.id',
  'b.kind',
  'b.label',
  'b.at',
  'b.import_id as importId',
  'b.undone_at as undoneAt',
  'b.undoes',
] as const;

/** The batches that touched one customer, newest first. */
export async function batchesOfCustomer(
  db: ReadHandle,
  customerId: number,
  limit: number,
): Promise<StoredBatch[]> {
  return db
    .selectFrom('batches as b')
    .select(batchColumns)
    .where('b.id', 'in', (eb) =>
      eb.selectFrom('journal').select('batch_id').where('owner_id', '=', customerId),
    )
    .orderBy('b.id', 'desc')
    .limit(limit)
    .execute();
}

/** What those batches changed on that customer. */
export async function changesOfCustomer(
  db: ReadHandle,
  customerId: number,
  batchIds: readonly number[],
): Promise<StoredChange[]> {
  if (batchIds.length === 0) return [];
  return db
    .selectFrom('journal')
    .select(['batch_id as batchId', 'entity', 'before', 'after'])
    .where('owner_id', '=', customerId)
    .where('batch_id', 'in', batchIds)
    .orderBy('id')
    .execute();
}

/** Whether a batch changed anything; what an import makes is not in the journal. */
const didSomething = sql<boolean>`(b.kind = 'import'
  OR EXISTS (SELECT 1 FROM journal WHERE batch_id = b.id))`;

/** The newest change that still stands, an import too; null: nothing was done, or all of it was undone. */
export async function lastStanding(db: ReadHandle): Promise<StoredBatch | null> {
  const row = await db
    .selectFrom('batches as b')
    .select(batchColumns)
    .where('b.undone_at', 'is', null)
    .where('b.kind', '<>', 'undo')
    .where(didSomething)
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest undoing that can be taken back: of a change of the owner's, after which nothing new was done. */
export async function lastUndoing(db: ReadHandle): Promise<StoredBatch | null> {
  const newest = await db
    .selectFrom('batches as b')
    .select('b.id')
    .where('b.kind', '<>', 'undo')
    .where(didSomething)
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = await db
    .selectFrom('batches as b')
    .innerJoin('batches as t', 't.id', 'b.undoes')
    .select(batchColumns)
    .where('b.id', '>', newest?.id ?? 0)
    .where('b.undone_at', 'is', null)
    .where('b.import_id', 'is', null)
    .where('t.kind', '<>', 'undo')
    .where(didSomething)
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** How many batches stand between this one and the change it is about: 0 a change, 1 its undoing, 2 that undone. */
export async function depthOf(db: ReadHandle, batch: StoredBatch): Promise<number> {
  const below = batch.undoes === null ? null : await readBatch(db, batch.undoes);
  return below === null ? 0 : 1 + (await depthOf(db, below));
}

export async function readBatch(db: ReadHandle, id: number): Promise<StoredBatch | null> {
  const row = await db
    .selectFrom('batches as b')
    .select(batchColumns)
    .where('b.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Rows of a batch that are looked at: one of many changes has the same done to all. */
const rowsLookedAt = 200;

function parseRow(text: string | null): RowValues | null {
  return text === null ? null : (JSON.parse(text) as RowValues);
}

/** What a batch did; of one that takes another back, what that one did. */
export async function deedOfBatch(db: ReadHandle, batch: StoredBatch): Promise<Deed> {
  const undone = batch.undoes === null ? null : await readBatch(db, batch.undoes);
  if (undone !== null) return deedOfBatch(db, undone);
  if (batch.kind === 'import') return 'import';
  const rows = await db
    .selectFrom('journal')
    .select(['entity', 'before', 'after'])
    .where('batch_id', '=', batch.id)
    .orderBy('id')
    .limit(rowsLookedAt)
    .execute();
  return deedOf(
    batch.kind,
    rows.map(({ entity, before, after }) => ({
      entity,
      before: parseRow(before),
      after: parseRow(after),
    })),
  );
}
