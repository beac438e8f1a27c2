import type { RawHandle } from '../../file/client.ts';
import type { OwnTable } from '../../table-facts.ts';

/** Which values of which rows: a table, and over a row of it as JSON, `r`, what it is called and who it is of. */
export interface FormerOf {
  readonly table: OwnTable;
  /** SQL over the text of a row, for which `r` stands. */
  readonly value: (r: string) => string;
  readonly id: string;
}

/** What rows held before somebody changed it. */
export interface FormerValues {
  /** Who held that value, the last to give it up first. */
  idsOf(value: string): readonly number[];
  /** What one held. */
  valuesOf(id: number): readonly string[];
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else if (!group.includes(value)) group.push(value);
}

/**
 * Prepares what the journal knows of values that are no more; a change that was taken back never was.
 * Read at the first question: most imports have none.
 */
export function prepareFormer(raw: RawHandle, { table, value, id }: FormerOf): FormerValues {
  const [before, after] = [value('j.before'), value('j.after')];
  const changed = raw.prepare<[string], { id: number; value: string }>(
    `SELECT ${id} AS id, ${before} AS value FROM journal j JOIN batches b ON b.id = j.batch_id
     WHERE j.entity = ? AND b.kind <> 'undo' AND b.undone_at IS NULL
       AND ${before} <> '' AND ${before} IS NOT ${after}
     ORDER BY j.id DESC`,
  );
  const byValue = new Map<string, number[]>();
  const byId = new Map<number, string[]>();
  let isRead = false;
  const read = (): void => {
    if (isRead) return;
    isRead = true;
    for (const row of changed.iterate(table)) {
      addTo(byValue, row.value, row.id);
      addTo(byId, row.id, row.value);
    }
  };
  return {
    idsOf: (wanted) => {
      read();
      return byValue.get(wanted) ?? [];
    },
    valuesOf: (wanted) => {
      read();
      return byId.get(wanted) ?? [];
    },
  };
}
