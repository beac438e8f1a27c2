import type { ReadHandle } from '#db/file/client.ts';
import { type BroughtCount, broughtBy, touchedBy } from '#db/queries/history/list.ts';
import { deedOfBatch, depthOf, type StoredBatch } from '#db/queries/history/read.ts';
import type { DeedEntry } from '#shared/contract/history.ts';
import { columns, type RecordedTable, recordedTables } from '#shared/domain/history/columns.ts';
import type { BatchId, ImportId } from '#shared/ids.ts';

type Touched = DeedEntry['records'][number];

/** Whether rows of the table are recorded when they change. */
export function isRecorded(table: string): table is RecordedTable {
  return table in columns;
}

/** Counts in the order in which the tables are told, none of them zero. */
function inOrder(counts: ReadonlyMap<string, number>): Touched[] {
  return recordedTables.flatMap((entity) => {
    const count = counts.get(entity) ?? 0;
    return count === 0 ? [] : [{ entity, count }];
  });
}

/** How many records of each table the batches touched, by batch. */
export async function recordsOf(
  db: ReadHandle,
  batchIds: readonly number[],
): Promise<ReadonlyMap<number, Touched[]>> {
  const byBatch = new Map<number, Map<string, number>>();
  for (const { batchId, entity, count } of await touchedBy(db, batchIds)) {
    const counts = byBatch.get(batchId) ?? new Map<string, number>();
    if (isRecorded(entity)) counts.set(entity, count);
    byBatch.set(batchId, counts);
  }
  return new Map([...byBatch].map(([id, counts]) => [id, inOrder(counts)]));
}

/** What an import made is in its report, not in the journal. */
function broughtRecords(brought: BroughtCount): Touched[] {
  const { customers, products, sales, complaints, contacts, dates } = brought;
  return inOrder(
    new Map([
      ['customers', customers],
      ['products', products],
      ['sales', sales],
      ['complaints', complaints],
      ['interactions', contacts],
      ['follow_ups', dates],
    ]),
  );
}

/** How a batch is taken back; what was taken back already, or did nothing, is not. */
function wayOf(batch: StoredBatch, depth: number, records: readonly Touched[]): DeedEntry['way'] {
  if (batch.undoneAt !== null || depth > 1) return null;
  if (batch.importId !== null) return batch.kind === 'import' ? 'import' : null;
  return records.length === 0 ? null : 'undo';
}

async function entryOf(
  db: ReadHandle,
  batch: StoredBatch,
  records: readonly Touched[],
  brought: BroughtCount | undefined,
): Promise<DeedEntry> {
  const { id, kind, label, at, importId, undoneAt } = batch;
  const depth = await depthOf(db, batch);
  const isImport = kind === 'import';
  return {
    id: id as BatchId,
    ...{ kind, label, at, undoneAt },
    importId: importId as ImportId | null,
    deed: await deedOfBatch(db, batch),
    isRedo: depth > 0 && depth % 2 === 0,
    rowsRead: isImport ? (brought?.rowsRead ?? null) : null,
    records: isImport && brought !== undefined ? broughtRecords(brought) : [...records],
    way: wayOf(batch, depth, records),
  };
}

/** The batches as an owner reads them, in their order. */
export async function entriesOf(
  db: ReadHandle,
  batches: readonly StoredBatch[],
): Promise<DeedEntry[]> {
  // What an import changed is counted in its report already, and may be a great many rows.
  const own = batches.filter(({ importId }) => importId === null);
  const records = await recordsOf(
    db,
    own.map(({ id }) => id),
  );
  const importIds = batches.flatMap(({ importId }) => (importId === null ? [] : [importId]));
  const brought = new Map(
    (await broughtBy(db, [...new Set(importIds)])).map((one) => [one.importId, one]),
  );
  const entries: DeedEntry[] = [];
  for (const batch of batches) {
    const report = batch.importId === null ? undefined : brought.get(batch.importId);
    entries.push(await entryOf(db, batch, records.get(batch.id) ?? [], report));
  }
  return entries;
}
