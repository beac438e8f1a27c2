import type { TrashCounts } from '#shared/contract/trash/trash.ts';
import type { RawHandle } from '../../file/client.ts';
import { forgetLettersOfGone } from '../campaigns/printed.ts';
import { isSearchDeferred, rebuildSearch } from '../search/index.ts';
import { goesAlong, goingTables } from './going.ts';

const chunkRows = 2000;

/** Steps of the history that tell of what goes, or of a customer that does: they are called by names. */
const scrubbed = `
DROP TABLE IF EXISTS temp.scrubbed;
CREATE TEMP TABLE scrubbed (batch_id INTEGER PRIMARY KEY);
INSERT OR IGNORE INTO scrubbed SELECT j.batch_id FROM going g
  CROSS JOIN journal j ON j.entity = g.entity AND j.entity_id = g.id;
INSERT OR IGNORE INTO scrubbed SELECT j.batch_id FROM going g
  CROSS JOIN journal j ON j.owner_id = g.id WHERE g.entity = 'customers';
DELETE FROM journal WHERE id IN (SELECT j.id FROM going g
  CROSS JOIN journal j ON j.entity = g.entity AND j.entity_id = g.id);`;

/** What was a part of it, or belonged to it, and went before it: only the history still tells of that. */
const scrubFormer = goesAlong.map(
  ({ from, column, to }) => `
CREATE TEMP TABLE former AS SELECT j.id, j.batch_id FROM journal j WHERE j.entity = '${from}'
  AND EXISTS (SELECT 1 FROM going WHERE entity = '${to}')
  AND coalesce(j.after, j.before) ->> '$.${column}' IN (SELECT id FROM going WHERE entity = '${to}')
  AND NOT EXISTS (SELECT 1 FROM ${from} r WHERE r.id = j.entity_id);
INSERT OR IGNORE INTO scrubbed SELECT batch_id FROM former;
DELETE FROM journal WHERE id IN (SELECT id FROM former);
DROP TABLE temp.former;`,
);

/** Takes out of the history what was ever written of what goes, and the names its steps are called by. */
function scrubHistory(raw: RawHandle): void {
  raw.exec(scrubbed);
  for (const sql of scrubFormer) raw.exec(sql);
  raw.exec(`UPDATE batches SET label = '' WHERE import_id IS NULL
    AND id IN (SELECT batch_id FROM scrubbed);
    DROP TABLE temp.scrubbed`);
}

/**
 * Removes what `going` holds, in the caller's transaction, with everything that would keep its words.
 * Yields the rows of each step.
 */
export function* removeGoing(raw: RawHandle): Generator<number> {
  // A row may refer to one of its own table that goes in another step: all is held together at the end.
  raw.pragma('defer_foreign_keys = ON');
  scrubHistory(raw);
  for (const table of goingTables) {
    const remove = raw.prepare(
      `DELETE FROM ${table} WHERE id IN (SELECT id FROM going WHERE entity = '${table}' AND id > ?
         ORDER BY id LIMIT ${chunkRows})`,
    );
    const last = raw
      .prepare(
        `SELECT max(id) FROM (SELECT id FROM going WHERE entity = '${table}' AND id > ?
           ORDER BY id LIMIT ${chunkRows})`,
      )
      .pluck();
    for (let from = 0; ; ) {
      const to = last.get(from) as number | null;
      if (to === null) break;
      yield remove.run(from).changes;
      from = to;
    }
  }
  forgetLettersOfGone(raw);
  // Till then the search keeps words of whoever was deleted with many others.
  if (isSearchDeferred(raw)) rebuildSearch(raw);
}

/** How many rows `going` holds. */
export function countGoing(raw: RawHandle): number {
  return Number(raw.prepare('SELECT count(*) FROM going').pluck().get());
}

/** Keeps on record how many of what were removed: no names. */
export function recordRemoval(
  raw: RawHandle,
  counts: TrashCounts,
  removal: { readonly at: string; readonly cause: 'hand' | 'age' },
): void {
  const insert = raw.prepare(
    'INSERT INTO removals (removed_at, kind, count, cause) VALUES (?, ?, ?, ?)',
  );
  for (const { kind, count } of counts) insert.run(removal.at, kind, count, removal.cause);
}

/** Lets go of the old pages that the log still holds; what reads just now keeps them till it is done. */
export function forgetLog(raw: RawHandle): void {
  raw.pragma('wal_checkpoint(TRUNCATE)');
}
