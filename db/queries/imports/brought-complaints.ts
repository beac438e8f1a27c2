import type { RawHandle } from '../../file/client.ts';
import { numberKey } from '../complaints/write.ts';

/** The last running number of a year that was given out. */
export type YearNumber = readonly [year: number, running: number];

/** Keeps the running numbers that an import has given out, so that none is given twice. */
export function keepComplaintNumbers(raw: RawHandle, numbers: readonly YearNumber[]): void {
  const write = raw.prepare(
    `INSERT INTO derived_state (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value
       WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)`,
  );
  for (const [year, running] of numbers) write.run(numberKey(year), String(running));
}

/**
 * Complaints that the import brought, or told the cause of, which an earlier one may have come back in:
 * one with the same cause and product of which an action was done. Oldest first.
 */
export function perhapsComeBack(raw: RawHandle, importId: number): number[] {
  return raw
    .prepare<[number], number>(
      `SELECT DISTINCT n.id FROM main.corrective_actions a
       CROSS JOIN main.complaints e ON e.id = a.complaint_id AND e.cause_key IS NOT NULL
         AND e.deleted_at IS NULL AND e.state IN ('improved', 'closed')
       CROSS JOIN main.complaints n ON n.cause_key = e.cause_key AND n.product_id IS e.product_id
         AND n.received_at > e.received_at AND n.deleted_at IS NULL AND n.came_back_from IS NULL
       WHERE a.done_on IS NOT NULL AND (n.import_id = ? OR n.id IN (
         SELECT entity_id FROM plan.changes
         WHERE entity = 'complaints' AND json_extract(after, '$.cause_key') IS NOT NULL))
       ORDER BY n.received_at, n.id`,
    )
    .pluck()
    .all(importId);
}
