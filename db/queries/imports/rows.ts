import type { RawHandle } from '../../file/client.ts';

export interface WrongRowSource {
  readonly id: number;
  readonly name: string;
  readonly headers: readonly string[];
  /** Columns beyond the titles of the file. */
  readonly surplus: readonly number[];
}

/** Sheets of an import that have wrong rows, with their titles in the order of the columns. */
export function wrongRowSources(raw: RawHandle, importId: number): WrongRowSource[] {
  const rows = raw
    .prepare(
      `SELECT id, coalesce(sheet_name, file_name) AS name, columns FROM import_sources s
       WHERE import_id = ? AND EXISTS
         (SELECT 1 FROM import_rows r WHERE r.source_id = s.id AND r.outcome = 'wrong')
       ORDER BY id`,
    )
    .all(importId) as { id: number; name: string; columns: string }[];
  return rows.map(({ id, name, columns }) => {
    const read = JSON.parse(columns) as { header: string; isSurplus?: true }[];
    return {
      id,
      name,
      headers: read.map((column) => column.header),
      surplus: read.flatMap(({ isSurplus }, index) => (isSurplus === true ? [index] : [])),
    };
  });
}

/** The wrong rows of a sheet in order: their cells as JSON, and why. */
export function wrongRows(
  raw: RawHandle,
  sourceId: number,
): { cells: string | null; reason: string | null }[] {
  return raw
    .prepare(
      `SELECT cells, reason FROM import_rows WHERE source_id = ? AND outcome = 'wrong'
       ORDER BY row_number`,
    )
    .all(sourceId) as { cells: string | null; reason: string | null }[];
}
