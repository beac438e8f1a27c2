import type { RawHandle } from '../../file/client.ts';
import { deleteRow, type RowValues, updateRow } from '../../history/journal.ts';

/** What a change journalled of one row: as it was before it, and as it was after. */
function changeOf(
  raw: RawHandle,
  batchId: number,
  table: 'complaints' | 'corrective_actions',
  id: number,
): { before: RowValues; after: RowValues } | null {
  const rows = raw
    .prepare(
      `SELECT before, after FROM journal
       WHERE batch_id = ? AND entity = ? AND entity_id = ? ORDER BY id`,
    )
    .all(batchId, table, id) as { before: string | null; after: string | null }[];
  const [first, last] = [rows[0]?.before, rows.at(-1)?.after];
  if (typeof first !== 'string' || typeof last !== 'string') return null;
  return { before: JSON.parse(first) as RowValues, after: JSON.parse(last) as RowValues };
}

/** The columns a recurrence changed with their former values; null: something has changed them since. */
function formerValues(
  raw: RawHandle,
  batchId: number,
  table: 'complaints' | 'corrective_actions',
  id: number,
): RowValues | null {
  const change = changeOf(raw, batchId, table, id);
  const now = raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as RowValues | undefined;
  if (change === null || now === undefined) return null;
  const { before, after } = change;
  const changed = Object.keys(before).filter((column) => before[column] !== after[column]);
  if (changed.some((column) => now[column] !== after[column])) return null;
  return Object.fromEntries(changed.map((column) => [column, before[column] ?? null]));
}

/** Whether a complaint is what another one outside the trash came back from. */
function isStillComeBack(raw: RawHandle, earlierId: number, laterId: number): boolean {
  const other = raw
    .prepare(
      'SELECT 1 FROM complaints WHERE came_back_from = ? AND id <> ? AND deleted_at IS NULL LIMIT 1',
    )
    .get(earlierId, laterId);
  return other !== undefined;
}

/**
 * Puts a complaint back where it stood before a later one was taken for its return: state, verdict and
 * record. Nothing happens, and false is answered, where anything was done about it since, where another
 * complaint came back from it too, or where it was open already.
 */
export function takeBackRecurrence(
  raw: RawHandle,
  batchId: number,
  given: { earlierId: number; laterId: number; laterNumber: string },
): boolean {
  const { earlierId, laterId, laterNumber } = given;
  const newest = raw
    .prepare(
      'SELECT id, move, note FROM complaint_events WHERE complaint_id = ? ORDER BY id DESC LIMIT 1',
    )
    .get(earlierId) as { id: number; move: string; note: string | null } | undefined;
  if (newest?.move !== 'recur' || newest.note !== laterNumber) return false;
  if (isStillComeBack(raw, earlierId, laterId)) return false;
  const source = raw
    .prepare(
      `SELECT batch_id FROM journal
       WHERE entity = 'complaint_events' AND entity_id = ? AND before IS NULL ORDER BY id LIMIT 1`,
    )
    .pluck()
    .get(newest.id);
  const actionId = raw
    .prepare('SELECT max(id) FROM corrective_actions WHERE complaint_id = ?')
    .pluck()
    .get(earlierId);
  if (typeof source !== 'number' || typeof actionId !== 'number') return false;
  const complaint = formerValues(raw, source, 'complaints', earlierId);
  const action = formerValues(raw, source, 'corrective_actions', actionId);
  if (complaint === null || action === null) return false;
  updateRow(raw, batchId, 'complaints', earlierId, complaint);
  updateRow(raw, batchId, 'corrective_actions', actionId, action);
  return deleteRow(raw, batchId, 'complaint_events', newest.id);
}
