import { SqliteError } from 'better-sqlite3';
import type { TrashKey, TrashObstacle } from '#shared/contract/trash/trash.ts';
import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import type { RawHandle } from '../../file/client.ts';
import { lockedPeriodOf } from '../../file/locked-period.ts';
import { ownerOf, type RowValues, readRow, updateRow } from '../../history/journal.ts';
import { referencesOf, referrersOf, trashTables } from '../../table-facts.ts';
import { kinds } from './kinds.ts';

/** Carries why one thing cannot come back out of the savepoint that takes back what came before it. */
class Stopped extends Error {
  readonly obstacle: TrashObstacle;

  constructor(obstacle: TrashObstacle) {
    super(obstacle.why);
    this.obstacle = obstacle;
  }
}

function isTrashKind(table: string): table is TrashKind {
  return trashTables.some((one) => one === table);
}

function keyOf({ kind, id }: TrashKey): string {
  return `${kind} ${id}`;
}

/** What belongs to a kind and may have gone to the trash with one of it. */
function companionsOf(kind: TrashKind) {
  return referrersOf(kind).filter(({ from }) => from !== kind && isTrashKind(from));
}

/** Puts things back where they were, in one batch of the caller's. */
export class Restoring {
  readonly #raw: RawHandle;
  readonly #batchId: number;
  /** Asked for, and what came along; in the order in which they came back. */
  readonly asked: TrashKey[] = [];
  readonly along: TrashKey[] = [];
  readonly customerIds = new Set<number>();
  readonly #done = new Set<string>();

  constructor(raw: RawHandle, batchId: number) {
    this.#raw = raw;
    this.#batchId = batchId;
  }

  /** Puts one thing back with what it belongs to and what went with it, or nothing of that; null: it came back. */
  restore(key: TrashKey): TrashObstacle | null {
    const cameAlong = this.along.findIndex((one) => keyOf(one) === keyOf(key));
    if (cameAlong >= 0) {
      this.along.splice(cameAlong, 1);
      this.asked.push(key);
      return null;
    }
    const came: TrashKey[] = [];
    try {
      this.#raw.transaction(() => this.#bring(key, came))();
    } catch (error) {
      for (const one of came) this.#done.delete(keyOf(one));
      if (error instanceof Stopped) return error.obstacle;
      const locked = lockedPeriodOf(error);
      if (locked !== null) return { why: 'locked', ...locked };
      if (error instanceof SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
        return { why: 'taken' };
      throw error;
    }
    this.asked.push(key);
    this.along.push(...came.filter((one) => keyOf(one) !== keyOf(key)));
    return null;
  }

  #bring(key: TrashKey, came: TrashKey[]): void {
    const row = readRow(this.#raw, { table: key.kind, id: key.id });
    if (row === null || typeof row.deleted_at !== 'string') throw new Stopped({ why: 'gone' });
    this.#refuseMerged(key, row);
    this.#bringOwners(key, row, came);
    const { isTaken } = kinds[key.kind];
    const taken = `SELECT 1 FROM ${key.kind} t WHERE t.id = ? AND ${isTaken}`;
    if (isTaken !== undefined && this.#raw.prepare(taken).get(key.id) !== undefined)
      throw new Stopped({ why: 'taken' });
    updateRow(this.#raw, this.#batchId, { table: key.kind, id: key.id }, { deleted_at: null });
    this.#done.add(keyOf(key));
    came.push(key);
    const owner = ownerOf(key.kind, row);
    if (owner !== null) this.customerIds.add(owner);
    this.#bringCompanions(key, row.deleted_at, came);
  }

  #refuseMerged({ kind }: TrashKey, row: RowValues): void {
    if ((kind === 'products' || kind === 'customers') && row.merged_into !== null)
      throw new Stopped({ why: 'merged' });
  }

  #bringOwners({ kind }: TrashKey, row: RowValues, came: TrashKey[]): void {
    for (const column of kinds[kind].owners) {
      const to = referencesOf(kind).find((reference) => reference.column === column)?.to;
      const id = row[column];
      if (to === undefined || !isTrashKind(to) || typeof id !== 'number') continue;
      const owner = readRow(this.#raw, { table: to, id });
      if (owner === null || owner.deleted_at === null) continue;
      try {
        this.#bring({ kind: to, id }, came);
      } catch (error) {
        if (error instanceof Stopped) throw new Stopped({ why: 'owner' });
        throw error;
      }
    }
  }

  /** What the same deed moved to the trash because it belongs to this. */
  #bringCompanions({ kind, id }: TrashKey, deletedAt: string, came: TrashKey[]): void {
    for (const { from, column } of companionsOf(kind)) {
      const find = this.#raw.prepare(
        `SELECT r.id FROM ${from} r WHERE r.${column} = @id AND r.deleted_at = @deletedAt
           AND EXISTS (SELECT 1 FROM journal own CROSS JOIN batches b ON b.id = own.batch_id
             CROSS JOIN journal its ON its.batch_id = own.batch_id
             WHERE own.entity = @kind AND own.entity_id = @id AND b.kind <> 'undo'
               AND own.after ->> '$.deleted_at' = @deletedAt AND own.before ->> '$.deleted_at' IS NULL
               AND its.entity = '${from}' AND its.entity_id = r.id
               AND its.after ->> '$.deleted_at' = @deletedAt)
         ORDER BY r.id`,
      );
      for (const one of find.pluck().all({ kind, id, deletedAt }) as number[])
        if (isTrashKind(from) && !this.#done.has(`${from} ${one}`))
          this.#bring({ kind: from, id: one }, came);
    }
  }
}
