import type { RawHandle } from '../../file/client.ts';
import {
  deleteRow,
  type RowRef,
  type RowValues,
  readRow,
  updateRow,
} from '../../history/journal.ts';
import { restorableFields } from '../../history/restore-fields.ts';

/** What a change journalled of one row: as it was before it, and as it was after. */
function changeOf(
  raw: RawHandle,
  batchId: number,
  row: RowRef,
): { before: RowValues; after: RowValues } | null {
  const rows = raw
    .prepare(
      `SELECT before, after FROM journal
       WHERE batch_id = ? AND entity = ? AND entity_id = ? ORDER BY id`,
    )
    .all(batchId, row.table, row.id) as { before: string | null; after: string | null }[];
  const [first, last] = [rows[0]?.before, rows.at(-1)?.after];
  if (typeof first !== 'string' || typeof last !== 'string') return null;
  return { before: JSON.parse(first) as RowValues, after: JSON.parse(last) as RowValues };
}

/** The columns a recurrence changed with their former values; null: something has changed them since. */
function formerValues(raw: RawHandle, batchId: number, row: RowRef): RowValues | null {
  const change = changeOf(raw, batchId, row);
  const now = readRow(raw, row);
  if (change === null || now === null) return null;
  const { values, isAll } = restorableFields(now, change.before, change.after);
  return isAll ? values : null;
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
  const complaint: RowRef = { table: 'complaints', id: earlierId };
  const action: RowRef = { table: 'corrective_actions', id: actionId };
  const complaintThen = formerValues(raw, source, complaint);
  const actionThen = formerValues(raw, source, action);
  if (complaintThen === null || actionThen === null) return false;
  updateRow(raw, batchId, complaint, complaintThen);
  updateRow(raw, batchId, action, actionThen);
  deleteRow(raw, batchId, { table: 'complaint_events', id: newest.id });
  return true;
}
