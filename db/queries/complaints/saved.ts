import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, readRow, updateRow } from '../../history/journal.ts';

/** Saved filters of the queue by name; `filter` is JSON. */
export function savedFilters(db: ReadHandle) {
  return db
    .selectFrom('saved_filters')
    .select(['id', 'name', 'filter'])
    .where('area', '=', 'complaints')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Saves a filter; one of the same name is overwritten. Returns its id. */
export function saveFilter(
  raw: RawHandle,
  batchId: number,
  given: { name: string; filter: string; at: string },
): number {
  const { name, filter, at } = given;
  const known = raw
    .prepare("SELECT id FROM saved_filters WHERE area = 'complaints' AND name = ? COLLATE NOCASE")
    .pluck()
    .get(name);
  if (typeof known !== 'number')
    return insertRow(raw, batchId, 'saved_filters', {
      area: 'complaints',
      name,
      filter,
      created_at: at,
    });
  updateRow(raw, batchId, { table: 'saved_filters', id: known }, { name, filter });
  return known;
}

/** The name of a saved filter; null: none. */
export function filterName(raw: RawHandle, id: number): string | null {
  const name = readRow(raw, { table: 'saved_filters', id })?.name;
  return typeof name === 'string' ? name : null;
}

export function dropFilter(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'saved_filters', id });
}
